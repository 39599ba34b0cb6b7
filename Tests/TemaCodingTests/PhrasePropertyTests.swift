import TemaModel
import TestSupport
import Testing

@testable import TemaCoding

@Suite("Many indicators together") struct PhrasePropertyTests {
    private static let words = ["a", "b", "ab", "ba", "aab", "bé", "aé"]
    private static let patterns = ["a", "b", "ab", "a*", "*b", "?", "a?", "*", "b*"]

    /// Returns whether a word matches a pattern, by the simplest possible rules.
    private func fits(_ word: Substring, _ pattern: Substring) -> Bool {
        guard let first = pattern.first else { return word.isEmpty }
        if first == "*" {
            return word.indices.contains { fits(word[$0...], pattern.dropFirst()) }
                || fits(word.dropFirst(word.count), pattern.dropFirst())
        }
        guard let letter = word.first, first == "?" || first == letter else { return false }
        return fits(word.dropFirst(), pattern.dropFirst())
    }

    @Test("Indicators together find what each finds alone", arguments: 1...60)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = (0..<30).map { _ in Self.words.randomElement(using: &random) ?? "" }
        let phrases = (0..<12).map { _ in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.patterns.randomElement(using: &random) ?? "" }
        }.filter { !$0.allSatisfy { $0 == "*" } }
        let codes = phrases.indices.map {
            Code(id: "c\($0)", indicators: ByLanguage([Indicator(phrases[$0].joined(separator: " "))]))
        }
        let list = CodeList(Codebook(id: "b", codes: codes))
        var coder = AutomaticCoder(try Matcher(list))
        let whole = Text(text.joined(separator: " "))
        let passage = Passage(kind: .paragraph, sectionType: .other, span: 0..<whole.utf8.count)
        let coded = coder.code(Document(id: "d", text: whole, passages: [passage]))
        #expect(coded.passages == [CodedPassage(passage: 0, words: 30)])
        for (number, phrase) in phrases.enumerated() {
            let starts = text.indices.filter { start in
                start + phrase.count <= text.count
                    && phrase.indices.allSatisfy { fits(text[start + $0][...], phrase[$0][...]) }
            }
            let expected = starts.map { text[$0..<($0 + phrase.count)].joined(separator: " ") }
            let found = coded.codings.filter { $0.code == number }.flatMap { coding in
                coded.evidence(of: coding).map { whole.string($0.span) }
            }
            #expect(found == expected, "seed \(seed), \(phrase)")
        }
    }
}
