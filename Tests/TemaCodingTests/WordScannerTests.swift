import TemaModel
import TestSupport
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
            words.append("\(word)=\(folded(scanner, word))")
        }
        return words
    }

    /// Returns the word, by its key if it has one, in its folded form.
    private func folded(_ scanner: WordScanner, _ word: String) -> String {
        let parts = [scanner.key.0, scanner.key.1]
        let bytes = parts.flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part >> (8 * $0)) } }
        let key = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        return String(Word.folded((scanner.isShort ? key : word).unicodeScalars))
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
        "Words are runs of letters, marks and digits, with ignored characters and some punctuation inside",
        arguments: [
            ("", []), (" . — ", []), ("One two2", ["One=one", "two2=two2"]), ("don't", ["don't=don't"]),
            ("DON’T", ["DON’T=don't"]), ("'quoted'", ["quoted=quoted"]),
            ("rock'n'roll", ["rock=rock", "n=n", "roll=roll"]),
            ("n'tx", ["n=n", "tx=tx"]), ("can't've", ["can't=can't", "ve=ve"]), ("child’s", ["child=child", "s=s"]),
            ("a''b", ["a=a", "b=b"]), ("a\u{AD}\u{AD}b", ["a\u{AD}\u{AD}b=ab"]), ("x'", ["x=x"]),
            ("self\u{AD}esteem", ["self\u{AD}esteem=selfesteem"]), ("\u{AD}a\u{AD}", ["a=a"]),
            ("a\u{200D}b", ["a\u{200D}b=ab"]), ("a\u{200B}b", ["a=a", "b=b"]), ("a\u{FE0F} b", ["a=a", "b=b"]),
            ("CAFE\u{301}S", ["CAFE\u{301}S=cafés"]), ("snake_case", ["snake=snake", "case=case"]),
            ("人身x", ["人=人", "身=身", "x=x"]), ("人\u{E0100}身", ["人\u{E0100}=人", "身=身"]), ("x人", ["x=x", "人=人"]),
            ("กำ", ["ก=ก", "ำ=ํา"]), ("か\u{3099}", ["か\u{3099}=が"]), ("naïve’s", ["naïve=naïve", "s=s"]),
            ("100%", ["100=100"]), ("½", ["½=1⁄2"]), ("Ελλάς", ["Ελλάς=ελλάσ"]), ("don'人", ["don=don", "人=人"]),
            ("сім’я", ["сім’я=сім'я"]), ("'сім'", ["сім=сім"]), ("צה\"ל x\"", ["צה\"ל=צה\"ל", "x=x"]),
            ("\"צה\"", ["צה=צה"]), ("col·legi 3·4", ["col·legi=col·legi", "3=3", "4=4"]),
            ("qu’il", ["qu=qu", "il=il"]), ("oʼzbek", ["o=o", "zbek=zbek"]),
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

    @Test("Words are the same as by the rules for scalars", arguments: 1...60)
    func same(seed: UInt64) {
        let letters = [
            "a", "N", "t", "9", "'", "’", "\u{AD}", "é", "\u{301}", "ж", "я", "ל", "\"", "·", "人", "ก", "\u{E31}",
            "\u{200D}", "\u{FE0F}", " ", "-", "\u{200B}", "\u{5B8}", "״", "ʼ", "𐐀",
        ]
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let text = (0..<24).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
            let (bytes, scalars) = (Array(text.utf8), Array(text.unicodeScalars))
            let expected = Word.ranges(in: scalars, scalars.map { Word.Traits($0) }).map { range in
                String(String.UnicodeScalarView(scalars[range]))
            }
            var scanner = WordScanner()
            var (found, at) = ([String](), 0)
            while scanner.next(in: bytes.span.bytes, from: at, to: bytes.count) {
                at = scanner.end
                found.append(String(decoding: bytes[scanner.start..<scanner.end], as: UTF8.self))
            }
            if found.map({ Array($0.utf8) }) != expected.map({ Array($0.utf8) }) {
                Issue.record("seed \(seed): “\(text)”: \(found), not \(expected)")
            }
        }
    }
}
