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

    @Test(
        "Text is removed from a checkpoint on, with the white space after it",
        arguments: [
            ("trauma", " [12] ", "", "trauma"), ("a \n ", "b", "c", "a c"), ("a  b", " x ", "c", "a bc"),
            ("", "1", " a", "a"),
        ])
    func cut(before: String, removed: String, after: String, expected: String) {
        // More than what is collapsed at once.
        for long in ["", String(repeating: "long  text ", count: 10_000)] {
            var text = CollapsedText()
            Array((long + before).utf8).withUnsafeBufferPointer { _ = text.append($0) }
            let checkpoint = text.checkpoint
            for piece in [removed, long] {
                Array(piece.utf8).withUnsafeBufferPointer { _ = text.append($0, mayBeCut: true) }
            }
            var cut: [UInt8] = []
            text.cut(to: checkpoint) { cut += $0 }
            Array(after.utf8).withUnsafeBufferPointer { _ = text.append($0) }
            let start = long.isEmpty ? "" : String(repeating: "long text ", count: 10_000)
            #expect(text.string == start + expected)
            #expect(String(decoding: cut, as: UTF8.self).contains(removed.filter { $0 != " " }))
        }
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
