import Testing

@testable import CodingEngine

@Suite("The words of a text") struct WordScannerTests {
    /// Each word as it stands, and folded.
    private func words(_ text: String) -> [String] {
        var scanner = WordScanner()
        let bytes = Array(text.utf8)
        var words: [String] = []
        var at = 0
        while scanner.next(in: bytes.span, from: at) {
            at = scanner.end
            let word = String(decoding: bytes[scanner.start..<scanner.end], as: UTF8.self)
            words.append("\(word)=\(String(decoding: scanner.folded[..<scanner.length], as: UTF8.self))")
        }
        return words
    }

    @Test(
        "are runs of letters, marks and digits, with what joins them",
        arguments: [
            ("", []), (" . — ", []), ("One two2", ["One=one", "two2=two2"]), ("don't", ["don't=don't"]),
            ("don’t", ["don’t=don't"]), ("'quoted'", ["quoted=quoted"]), ("rock'n'roll", ["rock'n'roll=rock'n'roll"]),
            ("a''b", ["a=a", "b=b"]), ("a\u{AD}\u{AD}b", ["a=a", "b=b"]), ("x'", ["x=x"]),
            ("self\u{AD}esteem", ["self\u{AD}esteem=selfesteem"]),
            ("\u{AD}a\u{AD}", ["a=a"]), ("CAFE\u{301}S", ["CAFE\u{301}S=cafés"]),
            ("snake_case", ["snake=snake", "case=case"]),
            ("人身x", ["人=人", "身=身", "x=x"]), ("x人", ["x=x", "人=人"]), ("กำ", ["ก=ก", "ำ=ำ"]), ("が", ["が=が"]),
            ("か\u{3099}", ["か\u{3099}=が"]), ("naïve’s", ["naïve’s=naïve's"]), ("100%", ["100=100"]), ("½", ["½=½"]),
            ("Ελλάς", ["Ελλάς=ελλάς"]), ("a\u{200D}b", ["a=a", "b=b"]), ("don'人", ["don=don", "人=人"]),
        ] as [(String, [String])])
    func words(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("may be longer than the scanner's buffer")
    func long() {
        let word = String(repeating: "Ab", count: 700)
        #expect(words(word + " x") == ["\(word)=\(word.lowercased())", "x=x"])
        let accented = String(repeating: "É", count: 700)
        #expect(words(accented) == ["\(accented)=\(accented.lowercased())"])
    }

    @Test("have the same hash however they are written")
    func hash() {
        var hashes: Set<UInt64> = []
        for text in ["café", "CAFÉ", "cafe\u{301}", "ca\u{AD}fé"] {
            var scanner = WordScanner()
            let bytes = Array(text.utf8)
            _ = scanner.next(in: bytes.span, from: 0)
            hashes.insert(scanner.hash)
        }
        #expect(hashes.count == 1)
    }
}
