import TemaModel
import Testing

@testable import TemaCoding

@Suite("The key of a short word") struct ShortKeyTests {
    private func key(_ word: String) -> String? {
        let bytes = Array(word.utf8)
        var key = ShortKey()
        var at = 0
        while at < bytes.count {
            let (value, size) = decode(bytes.span.bytes, at: at, limit: bytes.count)
            key.add(value, size, traits: ScalarTable.ask(value), eight: bytes.span.bytes.eight(at))
            at += size
        }
        guard key.isComplete else { return nil }
        return withUnsafeBytes(of: (key.key.0.littleEndian, key.key.1.littleEndian)) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    @Test(
        "The key is the folded word, or nil if other scalars than ASCII fold or it is too long",
        arguments: [
            ("Don’t", "don't"), ("kekerasan", "kekerasan"), ("co\u{AD}OP", "coop"), ("été", "été"), ("Été", nil),
            ("aaaaaaaé", "aaaaaaaé"), ("aaaaaaaéé", "aaaaaaaéé"), ("abcdefghijklmnop", "abcdefghijklmnop"),
            ("abcdefghijklmnoé", nil), ("ABCDEFGHIJKLMNOPQ", nil), ("e\u{301}", nil), ("人人人人人", "人人人人人"),
            ("人人人人人a", "人人人人人a"), ("人人人人人人", nil), ("", ""),
        ] as [(String, String?)])
    func keys(word: String, expected: String?) {
        #expect(key(word) == expected)
    }
}
