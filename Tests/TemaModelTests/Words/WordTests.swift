import TemaModel
import Testing

@Suite("Words") struct WordTests {
    @Test(
        "are compared by their case folding and compatibility forms, without ignored characters",
        arguments: [
            ("LIVE", "live"), ("CAFE\u{301}", "café"), ("don\u{2019}t", "don't"), ("self\u{AD}esteem", "selfesteem"),
            ("İnsan", "insan"), ("IŞIK", "işik"), ("ışık", "işik"), ("STRASSE", "straße"), ("ẞ", "ss"), ("Ω", "ω"),
            ("ΛΌΓΟΣ", "λόγος"), ("ﬁnd", "find"), ("ＨＩＶ", "hiv"), ("CO₂", "co2"), ("e\u{327}\u{301}", "ȩ\u{301}"),
            ("한", "한"), ("ᾄ", "ἄι"), ("کِتاب", "کتاب"), ("كـتاب", "كتاب"), ("آب", "آب"), ("סֵפֶר", "ספר"),
            ("צה״ל", "צה\"ל"), ("می\u{200C}روم", "میروم"), ("क्\u{200D}ष", "क्ष"), ("ǆ", "dž"), ("²", "2"),
        ])
    func folded(word: String, other: String) {
        #expect(
            Array(String(Word.folded(word.unicodeScalars)).utf8)
                == Array(String(Word.folded(other.unicodeScalars)).utf8))
    }

    @Test(
        "differ by accents, hamza, madda and other letters",
        arguments: [("é", "e"), ("آ", "ا"), ("أ", "ا"), ("ш", "щ"), ("don't", "dont"), ("क", "कि")])
    func different(word: String, other: String) {
        #expect(String(Word.folded(word.unicodeScalars)) != String(Word.folded(other.unicodeScalars)))
    }

    @Test(
        "are equal without accents of Latin, Greek and Cyrillic letters, if a codebook ignores them",
        arguments: [("Élève", "eleve"), ("λόγος", "λογος"), ("ё", "е"), ("Việt", "viet"), ("कि", "कि")])
    func accents(word: String, expected: String) {
        let folded = Word.folded(word.unicodeScalars, ignoringAccents: true)
        #expect(Array(folded) == Array(Word.folded(expected.unicodeScalars)))
    }

    @Test("fold to one form, however their letters are encoded and whatever precedes them")
    func stable() {
        for value in (0xA0...0x2FFFF).lazy.compactMap(Unicode.Scalar.init(_:)) where Word.isCharacter(value) {
            for text in [String(value), "e\(value)", "\(value)\u{301}"] {
                let composed = Array(Word.folded(text.unicodeScalars))
                let again = Word.folded(composed)
                // What is folded is in NFC, and folding it again changes nothing.
                guard Array(again) != composed else { continue }
                Issue.record("U+\(String(value.value, radix: 16)): \(composed), then \(Array(again))")
            }
        }
    }

    @Test("consist of letters, marks and digits")
    func characters() {
        for scalar in "aÄ9²Ⅳ\u{301}人ก½ªʰ".unicodeScalars { #expect(Word.isCharacter(scalar), "\(scalar)") }
        for scalar in " -'’ʼ_.,\u{AD}\u{200D}\u{FE0F}👍€\u{A0}".unicodeScalars {
            #expect(!Word.isCharacter(scalar), "\(scalar)")
        }
    }

    @Test("are single characters in scripts written without spaces")
    func alone() {
        for scalar in "人あアไລខမ々〇ｱ\u{20000}".unicodeScalars { #expect(Word.isUnspacedScript(scalar), "\(scalar)") }
        for scalar in "aя한שع९👍".unicodeScalars { #expect(!Word.isUnspacedScript(scalar), "\(scalar)") }
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
