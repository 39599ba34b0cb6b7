import Foundation
import TestSupport
import Testing

@testable import TemaModel

@Suite("Sentences")
struct SentencesTests {
    /// `|` marks the boundaries between sentences.
    @Test(
        "end at the expected boundaries",
        arguments: [
            "She left. |He stayed.", "One. |2 more. |“Three,” he said.", "Why? |Because! |So… |Then.", "No mark at all",
            "Wait... |What?! |Nothing.", "it ended. |but then not", "One.\n|Two.  |Three. ",
            "“I want to live.” |She wept.", "“I want to live.” she said.", "(She left.) |He stayed.",
            "It did. |(It did.)",
            "Many (girls, etc.). |Then.", "See example.org. |Next.", "It was 3.5 times. |In 2014. |Then .5 more.",
            "Smith et al. (2014) said so.", "See Fig. 2, e.g. Smith, i.e. Dr. Jones vs. Prof. Lee. |Next.",
            "J. R. Smith met A.B. Jones of the U.S. Army. |Next.", "St. Mary has approx. 30, cf. No. 5.",
            "Did she? |No. |She did not.", "No. 5 and p. 12 and Jan. 3. |Then.", "1. Introduction. |2. Methods.",
            "Korban, dll. |Semua dkk. Budi, dsb. |Itu di hlm. 5, No. 3. |Prof. Ani pergi. |Ada banyak hal. |Dia diam.",
            "El Sr. Pérez vino. |¿Por qué? |¡Nadie sabe! |La pág. 3 dice. |Quiere ir. |Ella no.",
            "A Sra. Silva saiu. |Ela disse: “Não.” |Fim.", "M. Dupont et Mme. Roy. |« Non ! » |« Oui. » |Elle part.",
            "Er sagte: „Komm.“ |Dann ging er, z. B. Montag. |»Nein!« |Ende.",
            "Vgl. Abb. 3 bzw. Kap. 2. |Der Rest.",
            "她走了。|他留下！|为什么？|“不知道。”|完。", "彼は「行く。」|と言った。", "वह गई। |वह रुका। ", "هل ذهبت؟ |نعم.",
            "წავიდა. |დარჩა.", "Élan. |Émile. |Été.", "Smile. 🙂 yes. |Then.",
        ])
    func examples(marked: String) {
        #expect(Self.mark(marked.replacing("|", with: "")) == marked)
    }

    @Test(
        "end after the note marks that follow a mark",
        arguments: [
            "Hunger.3 |The rest.", "Hunger.3,4 |The rest.", "Hunger.3–5 |The rest.", "Hunger.[3] |The rest.",
            "Hunger.[3, 4] |The rest.", "Hunger.¹² |The rest.", "Hunger.* |The rest.", "“Hunger.”3 |The rest.",
            "Hunger.3 the rest", "Version v.3 The rest", "See No.3 The rest", "It was 2.3 The rest",
            "Hunger.[a] The rest",
            "Hunger.03 The rest", "他走了。[3]|她走了。", "他走了。¹|她走了。",
        ])
    func notes(marked: String) {
        #expect(Self.mark(marked.replacing("|", with: "")) == marked)
    }

    @Test(
        "end before a lower-case letter after ! and ?, and after words that are no abbreviations",
        arguments: [
            "Why? |because. |so it was", "So! |then it rained", "I like it. |they do too", "We won't. |they will",
            "“Why?” she said.", "(Why?) she said.", "Yuck !! |i left", "Ah\u{A0}! dit-il", "Ah\u{202F}! dit-il",
            "Wait... then go", "Wait… then go",
            "5 m long. |wide too", "See fig. a and approx. ten", "Der sogen. alte Mann", "Bought etc. and sold",
            "cited by Cox et al. in May", "It was bad. |i left", "It was bad. for us", "esp. they knew",
            "It is 5 in. long",
            "(It was bad). |then", "It is 5. then six",
        ])
    func lowercase(marked: String) {
        #expect(Self.mark(marked.replacing("|", with: "")) == marked)
    }

    @Test(
        "do not end after a mark in brackets within them, or before their first letter",
        arguments: [
            "It (really?) Mary said. |Then.", "It is [...] Mary. |Then.", "A sure (!) Mary. |Then.", "... Then.",
            "(…) Then.",
            "(Who came? |Mary did.) |Then.", "He left. |(Who came?) |Then.", "Money … They have none.",
            "Money . . . They have none.", "Money is gone. . . . |They have none.",
            "Hello ( Hi! ) Mary. |Then.",
        ])
    func brackets(marked: String) {
        #expect(Self.mark(marked.replacing("|", with: "")) == marked)
    }

    @Test(
        "end without white space in scripts that have none",
        arguments: [
            "他走了!|她呢?|不知道.|完", "他说\"走吧\".|完", "他说。|\"你好。\"|她走了。", "“走吗？”他问。|完", "走吧。”，他说。",
            "使用3.5版。|完", "見た．|来た．|完", "３．５倍。",
        ])
    func unspaced(marked: String) {
        #expect(Self.mark(marked.replacing("|", with: "")) == marked)
    }

    @Test("of composed passages in four languages have the stated borders")
    func composed() throws {
        let file = try Data(contentsOf: Repository.url("Tests/peers/sentences.json"))
        let passages = try JSONDecoder().decode(ComposedPassages.self, from: file).passages
        #expect(passages.keys.sorted() == ["en", "es", "id", "zh"])
        for passage in passages.values.joined() {
            #expect(Self.mark(passage.expected.replacing("|", with: "")) == passage.found ?? passage.expected)
        }
    }

    @Test("can end after each character that may be a mark")
    func marks() throws {
        for value: UInt32 in 0...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), SentenceMarks.isMark(scalar) else { continue }
            let first = try #require(String(scalar).utf8.first)
            #expect(SentenceMarks.mayBegin(with: first), "\(scalar)")
        }
    }

    /// Returns a text with `|` between its sentences.
    private static func mark(_ string: String) -> String {
        let text = Array(string.utf8)
        return Sentences.ranges(in: text[...]).map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: "|")
    }

    @Test("of an empty text are empty, and white space is one sentence")
    func empty() {
        #expect(Sentences.ranges(in: []) == [])
        #expect(Sentences.ranges(in: [0x20, 0x20]) == [0..<2])
    }

    @Test("have offsets of the text that the passage is part of")
    func offsets() {
        let text = Array("Title\n\nÀ one. Two.\n\nLast. One.".utf8)
        #expect(Sentences.ranges(in: text[7..<19]) == [7..<15, 15..<19])
    }

    @Test("cover any passage without gaps, overlaps or split scalars", arguments: 1...200)
    func cover(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array(".!?…。！｡)”»“«\"'([ \u{A0}\n\tAbé1漢🙂e\u{301}.S¿।".unicodeScalars)
        var string = "prefix"
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            string.unicodeScalars.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
        }
        let text = Array(string.utf8)[6...]
        let ranges = Sentences.ranges(in: text)
        var at = text.startIndex
        for range in ranges {
            #expect(range.lowerBound == at && !range.isEmpty, "seed \(seed)")
            #expect(text[range.lowerBound] & 0xC0 != 0x80, "seed \(seed)")
            at = range.upperBound
        }
        #expect(at == text.endIndex, "seed \(seed)")
    }
}

/// The passages of Tests/peers/sentences.json, with `|` between sentences.
private struct ComposedPassages: Decodable {
    struct Passage: Decodable {
        let expected: String
        /// The borders that Tema finds, if they are not the expected ones.
        let found: String?
    }

    let passages: [String: [Passage]]
}
