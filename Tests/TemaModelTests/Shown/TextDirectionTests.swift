import Testing

@testable import TemaModel

@Suite("The direction of a text") struct TextDirectionTests {
    @Test(
        "is that of its first letter",
        arguments: [
            ("12 שלום abc", true), ("abc שלום", false), ("“مرحبا”", true), ("", false), ("123", false), ("𐤀", true),
        ])
    func first(text: String, isRightToLeft: Bool) {
        #expect(TextDirection.isRightToLeft(text.unicodeScalars) == isRightToLeft)
    }

    @Test(
        "divides it into runs that together are the text",
        arguments: [
            ("plain", ["plain"]), ("", [""]), ("“שלום” and مرحبا!", ["<“שלום” ", "and ", "<مرحبا!"]),
            ("1 אב", ["<1 אב"]),
        ])
    func runs(text: String, expected: [String]) {
        let runs = TextDirection.runs(text)
        #expect(runs.map { ($0.isRightToLeft ? "<" : "") + $0.text } == expected)
        #expect(runs.map(\.text).joined() == text)
    }
}
