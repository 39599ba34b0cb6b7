import TemaModel
import Testing

@testable import TemaCoding

@Suite("Beginnings of words") struct WordStartsTests {
    private func mayBegin(_ patterns: [String], _ word: String) -> Bool {
        var starts = WordStarts()
        for pattern in patterns { for word in PhrasePattern(pattern).words { starts.add(word) } }
        let bytes = Array(word.utf8)
        return WordStarts.mayBegin(bytes.span.bytes.eight(0), starts.words.span)
    }

    @Test(
        "Every word that a pattern could match is accepted",
        arguments: [
            ("want", "want"), ("want*", "wanting"), ("wa*", "wa"), ("wa*", "water"), ("w*", "w9"), ("*ing", "coping"),
            ("c?p", "cap"), ("?", "x"), ("wan?", "want"), ("wanted", "wanted"), ("a", "a"), ("4th", "4th"),
            ("ab*cd", "abcd"), ("abc*", "abc"), ("abcd*", "abcd"),
        ])
    func lets(pattern: String, word: String) {
        #expect(mayBegin(["zzz", pattern], word))
    }

    @Test(
        "Words that begin like no pattern are rejected",
        arguments: [
            ("want", "wane"), ("want", "wa"), ("want", "was"), ("wa", "want"), ("want*", "win"), ("c?p", "dip"),
            ("a", "b"),
        ])
    func keepsOut(pattern: String, word: String) {
        #expect(!mayBegin([pattern], word))
    }

    @Test("All words are accepted after addAll")
    func all() {
        var starts = WordStarts()
        starts.addAll()
        #expect(starts.words.allSatisfy { $0 == .max })
    }
}
