import TemaModel
import Testing

@Suite("Words") struct WordTests {
    @Test(
        "are folded to lower case and NFC, with one kind of apostrophe and no soft hyphens",
        arguments: [
            ("LIVE", "live"), ("CAFE\u{301}", "café"), ("don\u{2019}t", "don't"), ("self\u{AD}esteem", "selfesteem"),
            ("İ", "i\u{307}"), ("ẞ", "ß"), ("Ω", "ω"), ("e\u{327}\u{301}", "ȩ\u{301}"), ("한", "한"),
        ])
    func folded(word: String, expected: String) {
        #expect(Array(String(Word.folded(word.unicodeScalars)).utf8) == Array(expected.utf8))
    }

    @Test("consist of letters, marks and digits")
    func characters() {
        for scalar in "aÄ9²Ⅳ\u{301}人ก½ªʰ".unicodeScalars { #expect(Word.isCharacter(scalar), "\(scalar)") }
        for scalar in " -'’_.,\u{AD}\u{200D}👍€\u{A0}".unicodeScalars {
            #expect(!Word.isCharacter(scalar), "\(scalar)")
        }
    }

    @Test("are single characters in scripts written without spaces")
    func alone() {
        for scalar in "人あアไລខမ々〇ｱ\u{20000}".unicodeScalars { #expect(Word.isUnspacedScript(scalar), "\(scalar)") }
        for scalar in "aя한שع९👍".unicodeScalars { #expect(!Word.isUnspacedScript(scalar), "\(scalar)") }
    }

    @Test("of a phrase are separated by white space, hyphens and soft hyphens only")
    func parting() {
        for scalar in " \t\n\u{A0}\u{2003}\u{3000}-\u{2010}\u{2011}\u{AD}".unicodeScalars {
            #expect(Word.isPhraseSeparator(scalar), "\(scalar)")
        }
        for scalar in ".,;–—/_a\u{200B}".unicodeScalars { #expect(!Word.isPhraseSeparator(scalar), "\(scalar)") }
    }

    @Test(
        "are in NFC",
        arguments: [
            ("e\u{301}", "é"), ("é", "é"), ("e\u{301}\u{323}", "ẹ\u{301}"), ("\u{1112}\u{1161}\u{11AB}", "한"),
            ("ﬁ", "ﬁ"),
        ])
    func composition(text: String, composed: String) {
        #expect(Array(text.canonicallyComposed) == Array(composed.unicodeScalars))
    }
}
