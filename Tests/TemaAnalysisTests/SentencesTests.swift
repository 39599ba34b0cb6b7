import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Sentences")
struct SentencesTests {
    /// `|` marks the boundaries between sentences.
    @Test(
        "end at the expected boundaries",
        arguments: [
            "She left. |He stayed.", "One. |2 more. |“Three,” he said.", "Why? |Because! |So… |Then.", "No mark at all",
            "Wait... |What?! |Nothing.", "it ended. but then not", "One.\n|Two.  |Three. ",
            "“I want to live.” |She wept.", "“I want to live.” she said.", "(She left.) |He stayed.",
            "It did. |(It did.)",
            "Many (girls, etc.). |Then.", "See example.org. |Next.", "It was 3.5 times. |In 2014. |Then .5 more.",
            "Smith et al. (2014) said so.", "See Fig. 2, e.g. Smith, i.e. Dr. Jones vs. Prof. Lee. |Next.",
            "J. R. Smith met A.B. Jones of the U.S. Army. |Next.", "St. Mary has approx. 30, cf. No. 5.",
            "Did she? |No. |She did not.", "No. 5 and p. 12 and Jan. 3. |Then.", "1. Introduction. |2. Methods.",
            "Korban, dll. Semua dkk. Budi, dsb. Itu di hlm. 5, No. 3. |Prof. Ani pergi. |Ada banyak hal. |Dia diam.",
            "El Sr. Pérez vino. |¿Por qué? |¡Nadie sabe! |La pág. 3 dice. |Quiere ir. |Ella no.",
            "A Sra. Silva saiu. |Ela disse: “Não.” |Fim.", "M. Dupont et Mme. Roy. |« Non ! » |« Oui. » |Elle part.",
            "Er sagte: „Komm.“ |Dann ging er, z. B. Montag. |»Nein!« |Ende.",
            "Vgl. Abb. 3 bzw. Kap. 2. |Der Rest.",
            "她走了。|他留下！|为什么？|“不知道。”|完。", "彼は「行く。」|と言った。", "वह गई। |वह रुका। ", "هل ذهبت؟ |نعم.",
            "წავიდა. |დარჩა.", "Élan. |Émile. |Été.", "Smile. 🙂 yes. |Then.",
        ])
    func examples(marked: String) {
        let sentences = marked.split(separator: "|").map(String.init)
        let text = Array(sentences.joined().utf8)
        let found = Sentences.ranges(in: text[...]).map { String(decoding: text[$0], as: UTF8.self) }
        #expect(found == sentences)
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
