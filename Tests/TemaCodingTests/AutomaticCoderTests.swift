import TemaModel
import TestSupport
import Testing

@testable import TemaCoding

@Suite("Coding a document") struct AutomaticCoderTests {
    private let codes = CodeList(
        Codebook(
            id: "b", version: "2",
            codes: [
                Code(id: "one", indicators: ByLanguage([Indicator("satu"), Indicator("sat*")])),
                Code(id: "two", indicators: ByLanguage([Indicator("dua tiga")])),
            ]))

    private func document(_ passages: [(kind: PassageKind, text: String)]) -> Document {
        Document(id: "d", blocks: passages)
    }

    @Test("A passage is coded once, with all its evidence, and the words of the coded kinds are counted")
    func code() throws {
        var coder = AutomaticCoder(try Matcher(codes))
        let coded = coder.code(
            document([
                (.title, "Satu."), (.heading, "satu dua tiga"), (.paragraph, "dua tiga, satu; satuan"), (.quote, ""),
            ]))
        #expect(
            coded.passages == [.init(passage: 0, words: 1), .init(passage: 2, words: 4), .init(passage: 3, words: 0)])
        #expect(coded.codings.map { "\($0.passage) \($0.code)" } == ["0 0", "2 0", "2 1"])
        let actual = coded.codings.map { coding in
            coded.evidence(of: coding).map { "\(coded.document.text.string($0.span)) by \($0.indicator)" }
        }
        #expect(actual == [["Satu by 0"], ["satu by 0", "satuan by 1"], ["dua tiga by 2"]])
    }

    @Test("The given kinds of passages are coded")
    func kinds() throws {
        var coder = AutomaticCoder(try Matcher(codes), PassageChoice(kinds: [.heading]))
        let coded = coder.code(document([(.title, "satu"), (.heading, "satu")]))
        #expect(coded.passages.map(\.passage) == [1] && coded.codings.map(\.passage) == [1])
    }

    @Test("Only passages in sections of the given types are coded and counted")
    func sections() throws {
        var document = document([(.paragraph, "satu"), (.paragraph, "satu"), (.paragraph, "dua")])
        for (index, type) in [SectionType.methods, .back, .other].enumerated() {
            document.passages[index].sectionType = type
        }
        var coder = AutomaticCoder(try Matcher(codes), PassageChoice(sections: [.back, .other]))
        let coded = coder.code(document)
        #expect(coded.passages.map(\.passage) == [1, 2] && coded.codings.map(\.passage) == [1])
    }

    @Test("A phrase does not continue in the next passage")
    func borders() throws {
        var coder = AutomaticCoder(try Matcher(codes))
        #expect(coder.code(document([(.paragraph, "dua"), (.paragraph, "tiga")])).codings.isEmpty)
    }

    @Test("Codings do not depend on documents that the coder has coded before")
    func again() throws {
        var coder = AutomaticCoder(try Matcher(codes))
        let first = coder.code(document([(.paragraph, "satu dua tiga")]))
        for number in 0..<300 { _ = coder.code(document([(.paragraph, "sat\(number) dua kata\(number)")])) }
        let second = coder.code(document([(.paragraph, "satu dua tiga")]))
        #expect(first.codings == second.codings && first.evidence == second.evidence)
    }

    @Test("Copies of a coder are independent")
    func copies() throws {
        var coder = AutomaticCoder(try Matcher(codes))
        let first = coder.code(document([(.paragraph, "satu dua tiga")]))
        var copy = coder
        let other = copy.code(document([(.paragraph, "dua tiga, satuan satu")]))
        let second = coder.code(document([(.paragraph, "satu dua tiga")]))
        #expect(first.codings == second.codings && first.evidence == second.evidence && other.evidence.count == 3)
    }

    @Test("All phrases are found in a passage with more distinct words than the cache can hold")
    func manyWords() throws {
        let indicators = ["dua tiga", "kata* dua", "* *7 dua"].map { Indicator($0) }
        let list = CodeList(
            Codebook(id: "b", codes: indicators.map { Code(id: $0.match, indicators: ByLanguage([$0])) }))
        let count = 140_000
        let text = (0..<count).map { "dua tiga kata\($0)" }.joined(separator: " ")
        var coder = AutomaticCoder(try Matcher(list))
        let coded = coder.code(document([(.paragraph, text)]))
        #expect(coded.passages.map(\.words) == [3 * count])
        #expect(coded.codings.map(\.evidence.count) == [count, count - 1, count / 10])
        let wrong = coded.evidence(of: coded.codings[1]).map { coded.document.text.string($0.span) }.filter {
            !$0.hasSuffix(" dua") || !$0.hasPrefix("kata")
        }
        #expect(wrong.isEmpty)
    }
}
