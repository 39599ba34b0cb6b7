import Testing

@testable import TemaRefi

@Suite struct SelectionLabelTests {
    static let text = Array("She waited\n\n  for the nurse. Then she left the ward.".unicodeScalars)

    /// `She waited\n\n  for the nurse.` is 0..<28, `waited` 4..<10, `for` 14..<17.
    @Test(
        "A label is evidence for the text it was made from, also if it is collapsed or cut",
        arguments: [
            ("waited", 4..<10, 10), ("waited", 4..<11, 7), (" waited", 4..<10, 7), ("waited for", 4..<17, 10),
            ("She waited for the…", 0..<28, 10), ("She waited...", 0..<28, 10), ("She waited for", 0..<28, 5),
            ("for", 14..<17, 6),
            ("for", 14..<28, 0), ("waited", 3..<10, 7), ("waited", 4..<9, 0), ("waited", 5..<10, 0),
            ("Quotation 6:1", 4..<10, 0),
            ("Waited", 4..<10, 0), ("waitedfor", 4..<17, 0), ("wai ted", 4..<10, 0),
            ("She waited for the nurse. Then", 0..<28, 0),
        ] as [(String, Range<Int>, Double)])
    func weights(label: String, span: Range<Int>, weight: Double) throws {
        #expect(try #require(SelectionLabel(label)).weight(for: span, in: Self.text) == weight)
    }

    @Test("A label without words is ignored", arguments: ["", "  ", "…", "...", "\n…"])
    func none(label: String) {
        #expect(SelectionLabel(label) == nil)
    }
}
