import Testing

@testable import TemaIngest

@Suite("Collapsed text") struct CollapsedTextTests {
    @Test(
        "White space collapses to one space, and the ends are trimmed, however the text is split",
        arguments: [
            ([" a ", " b", "c\n\t d  "], "a bc d"), (["a", " ", "b"], "a b"), (["  ", "\r\n"], ""),
            (["a\u{A0} \u{2003}b"], "a\u{A0} \u{2003}b"), (["a\u{C}b"], "a\u{C}b"), (["x", "", "y"], "xy"),
        ])
    func collapse(pieces: [String], expected: String) {
        var text = CollapsedText()
        for piece in pieces { Array(piece.utf8).withUnsafeBufferPointer { _ = text.append($0) } }
        #expect(text.string == expected)
    }

    @Test("The result is the same for every way to split a text in two")
    func cuts() {
        let bytes = Array(" one  two\n three\té ".utf8)
        for cut in bytes.indices {
            var text = CollapsedText()
            for part in [bytes[..<cut], bytes[cut...]] { Array(part).withUnsafeBufferPointer { _ = text.append($0) } }
            #expect(text.string == "one two three é", "cut at \(cut)")
        }
    }
}
