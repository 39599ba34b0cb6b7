import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaFormats

@Suite("Texts of other programs") struct ForeignTextTests {
    @Test(
        "Passages are separated by blank lines, or are lines if there are no blank lines",
        arguments: [
            ("a\nb", ["a", "b"]), ("a\nb\n\nc", ["a\nb", "c"]), ("\n\na\nb\n\n", ["a", "b"]),
            ("a\r\n \t\r\nb\rc", ["a", "b\nc"]),
            ("  a ", ["a"]), ("", []), (" \n ", []),
        ])
    func passages(text: String, passages: [String]) throws {
        let document = try ForeignText(text).document(id: "x", source: "")
        #expect(document.passages.map(document.string(of:)) == passages)
    }

    @Test("Positions of the original in code points and in UTF-16 are converted", arguments: 1...20) func spans(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let parts = ["a", "é", "😀", "\r\n", "\n", "\r", "שלום", "e\u{301}", " ", "\u{FEFF}"]
        let original = (0..<40).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
        let text = try ForeignText(original)
        let scalars = Array(original.unicodeScalars)
        func inked(_ some: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
            some.filter { $0 != "\r" && $0 != "\n" }
        }
        for _ in 0..<50 {
            // The span does not begin with the byte-order mark.
            let start = Int.random(in: 1..<scalars.count, using: &random)
            let end = Int.random(in: start...scalars.count, using: &random)
            let wanted = inked(scalars[start..<end])
            #expect(inked(text.span(codePoints: start, end).map(text.scalars) ?? []) == wanted, "seed \(seed)")
            let units = { (count: Int) in scalars[..<count].reduce(0) { $0 + UTF16.width($1) } }
            #expect(inked(text.span(utf16: units(start), units(end)).map(text.scalars) ?? []) == wanted, "seed \(seed)")
        }
        #expect(text.span(codePoints: 0, scalars.count + 1) == nil && text.span(codePoints: -1, 2) == nil)
        #expect(text.span(codePoints: 3, 3) == nil && text.span(utf16: 0, .max) == nil)
    }
}
