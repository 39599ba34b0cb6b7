import TemaModel
import Testing

@testable import TemaCoding

@Suite("How words begin") struct WordStartsTests {
    private func mayBegin(_ patterns: [String], _ word: String) -> Bool {
        var starts = WordStarts()
        for pattern in patterns { for word in WordPattern.words(of: pattern) { starts.add(word) } }
        let bytes = Array(word.utf8)
        return WordStarts.mayBegin(bytes.span.bytes.eight(0), starts.words.span)
    }

    @Test(
        "lets in every word that a pattern could match",
        arguments: [
            ("want", "want"), ("want*", "wanting"), ("wa*", "wa"), ("wa*", "water"), ("w*", "w9"), ("*ing", "coping"),
            ("c?p", "cap"), ("?", "x"), ("wan?", "want"), ("wanted", "wanted"), ("a", "a"), ("4th", "4th"),
            ("ab*cd", "abcd"), ("abc*", "abc"), ("abcd*", "abcd"),
        ])
    func lets(pattern: String, word: String) {
        #expect(mayBegin(["zzz", pattern], word))
    }

    @Test(
        "keeps out words that begin like none",
        arguments: [
            ("want", "wane"), ("want", "wa"), ("want", "was"), ("wa", "want"), ("want*", "win"), ("c?p", "dip"),
            ("a", "b"),
        ])
    func keepsOut(pattern: String, word: String) {
        #expect(!mayBegin([pattern], word))
    }

    @Test("lets all in where every word counts")
    func all() {
        var starts = WordStarts()
        starts.addAll()
        #expect(starts.words.allSatisfy { $0 == .max })
    }
}
