import TemaModel
import Testing

@testable import TemaRefi

@Suite("Passages of plain text") struct RefiPassagesTests {
    @Test(
        "Passages are blocks separated by blank lines, or lines if there are no blank lines",
        arguments: [
            ("", []), ("\n \n", []), ("One", ["One"]), ("One\nTwo", ["One", "Two"]),
            ("\n\nOne\nTwo\n\n", ["One", "Two"]),
            ("One\nTwo\n\nThree", ["One\nTwo", "Three"]), ("One\n \t\n\n  Two \nThree", ["One", "  Two \nThree"]),
            ("\u{2028}One\u{FEFF}\n\nZwei", ["\u{2028}One\u{FEFF}", "Zwei"]),
        ] as [(String, [String])])
    func blocks(text: String, passages: [String]) {
        let text = Text(text)
        #expect(RefiPassages.of(text).map { text.string($0.span) } == passages)
    }
}
