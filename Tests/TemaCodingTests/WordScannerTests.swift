import TemaModel
import Testing

@testable import TemaCoding

@Suite("The words of a text") struct WordScannerTests {
    /// Returns each word as written and folded.
    private func words(_ text: String) -> [String] {
        var scanner = WordScanner()
        let bytes = Array(text.utf8)
        var words: [String] = []
        var at = 0
        while scanner.next(in: bytes.span.bytes, from: at, to: bytes.count) {
            at = scanner.end
            let word = String(decoding: bytes[scanner.start..<scanner.end], as: UTF8.self)
            words.append("\(word)=\(folded(scanner))")
        }
        return words
    }

    private func folded(_ scanner: WordScanner) -> String {
        guard scanner.isShort else { return String(decoding: scanner.folded, as: UTF8.self) }
        let parts = [scanner.key.0, scanner.key.1]
        let bytes = parts.flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part >> (8 * $0)) } }
        return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    }

    @Test("Words end at the end of the passage, whatever follows", arguments: 0...20)
    func limits(length: Int) {
        let bytes = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        var scanner = WordScanner()
        let found = scanner.next(in: bytes.span.bytes, from: 2, to: 2 + length)
        #expect(found == (length > 0))
        if found { #expect(scanner.start == 2 && scanner.end == 2 + length) }
    }

    @Test("Words of any length are found completely", arguments: 1...40)
    func lengths(length: Int) {
        let word = String("Abcdefgh0123456789Abcdefgh0123456789Abcd".prefix(length))
        for (before, after) in [("", ""), (" ", "."), ("—", "—"), ("é ", " é"), ("12345678 ", "\u{A0}x")] {
            let rest = after.hasSuffix("é") ? ["é=é"] : after.hasSuffix("x") ? ["x=x"] : []
            let first = before.hasPrefix("é") ? ["é=é"] : before.hasPrefix("1") ? ["12345678=12345678"] : []
            #expect(words(before + word + after) == first + ["\(word)=\(word.lowercased())"] + rest)
        }
    }

    @Test(
        "Words are runs of letters, marks and digits, with joiners",
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

    @Test("Words may be longer than the scanner's buffer")
    func long() {
        let word = String(repeating: "Ab", count: 700)
        #expect(words(word + " x") == ["\(word)=\(word.lowercased())", "x=x"])
        let accented = String(repeating: "É", count: 700)
        #expect(words(accented) == ["\(accented)=\(accented.lowercased())"])
    }

    @Test("Different spellings of a word have one key")
    func key() {
        var keys: Set<String> = []
        for text in ["don't", "DON’T", "don\u{2019}t", "do\u{AD}n't"] {
            var scanner = WordScanner()
            let bytes = Array(text.utf8)
            _ = scanner.next(in: bytes.span.bytes, from: 0, to: bytes.count)
            keys.insert("\(scanner.isShort) \(scanner.key)")
        }
        #expect(keys.count == 1 && keys.first?.hasPrefix("true") == true)
    }

    @Test("Words are identified by their folded form, or by key if it has up to 16 bytes", arguments: 1...40)
    func folding(seed: UInt64) {
        let letters = [
            "a", "Z", "9", "'", "’", "\u{AD}", "é", "É", "e\u{301}", "ж", "Ж", "ß", "İ", "ὀ", "\u{1E9B}\u{323}", "ŋ",
        ]
        var state = seed
        for _ in 0..<60 {
            var text = "x"
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for place in 0..<(state >> 60) { text += letters[Int(state >> (4 * place) & 15)] }
            let bytes = Array(text.utf8)
            var scanner = WordScanner()
            _ = scanner.next(in: bytes.span.bytes, from: 0, to: bytes.count)
            let word = String(decoding: bytes[scanner.start..<scanner.end], as: UTF8.self)
            let expected = Array(String(Word.folded(word.unicodeScalars)).utf8)
            if Array(folded(scanner).utf8) != expected || scanner.isShort != (expected.count <= 16) {
                Issue.record("seed \(seed): “\(text)”")
            }
        }
    }
}
