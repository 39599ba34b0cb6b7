import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Use of indicators") struct IndicatorUseTests {
    /// Matches in one passage, by indicator number.
    private static func document(_ id: String, _ matches: [(Int, Range<Int>)]) -> CodedDocument {
        var document = Document(id: id, text: Text(String(repeating: "x", count: 100)))
        document.passages = [Passage(kind: .paragraph, sectionType: .other, span: 0..<100)]
        var coded = CodedDocument(document: document, passages: [CodedPassage(passage: 0, words: 9)])
        for indicator in Set(matches.map(\.0)).sorted() {
            let first = coded.evidence.count
            coded.evidence += matches.filter { $0.0 == indicator }.map { Evidence(span: $0.1, indicator: indicator) }
            coded.codings.append(Coding(passage: 0, code: indicator, evidence: first..<coded.evidence.count))
        }
        return coded
    }

    private static let codes = CodeList(
        Codebook(
            id: "b",
            codes: [
                Code(id: "a", indicators: ByLanguage([Indicator("one"), Indicator("one two"), Indicator("three")])),
                Code(id: "z", indicators: ByLanguage([Indicator("one"), Indicator("four")])),
            ]))

    private static func use(_ documents: [CodedDocument]) -> IndicatorUse {
        let places = (1...5).map { TextPlace(line: $0, column: 7) }
        return documents.reduce(into: IndicatorUse(codes: codes, places: places)) { $0.add($1) }
    }

    @Test("counts matches inside matches of other indicators")
    func counts() {
        let use = Self.use([
            Self.document("d", [(0, 0..<3), (1, 0..<7), (0, 20..<23), (3, 0..<3)]), Self.document("c", [(0, 0..<3)]),
        ])
        #expect(use.counts.map(\.matches) == [3, 1, 0, 1, 0])
        #expect(use.counts.map(\.passages) == [2, 1, 0, 1, 0])
        #expect(use.counts.map(\.documents) == [2, 1, 0, 1, 0])
        #expect(use.counts.map(\.covered) == [1, 0, 0, 0, 0])
        #expect(use.counts[0].covering == [1: 1] && use.counts[0].document == "c")
    }

    @Test(
        "is shadowed if all matches are inside matches of other indicators of the code",
        arguments: [
            ([(0, 0..<3), (1, 0..<7)], [0]), ([(0, 4..<7), (1, 0..<7)], [0]),
            // Equal spans: the first indicator is not shadowed.
            ([(0, 0..<3), (1, 0..<3)], [1]), ([(0, 0..<3), (1, 0..<7), (0, 9..<12)], []),
            // Partial overlap, or another code: none is shadowed.
            ([(0, 0..<5), (1, 3..<7)], []), ([(1, 0..<7), (3, 0..<3)], []),
            // Inside a match of an indicator that is itself shadowed.
            ([(0, 0..<9), (1, 0..<7), (2, 0..<5)], [1, 2]),
        ])
    func shadows(matches: [(Int, Range<Int>)], shadowed: [Int]) {
        let use = Self.use([Self.document("d", matches), Self.document("e", matches)])
        #expect(use.findings.filter { $0.kind == .shadowed }.map(\.indicator) == shadowed)
    }
}

@Suite("Codes by indicator") struct SingleIndicatorsTests {
    @Test("are named by number, and keep the languages of the code's other lists")
    func single() {
        let lists = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("a"), Indicator("b")]),
            .init(language: "id", value: [Indicator("c")]),
        ])
        let codes = CodeList(Codebook(id: "x", codes: [Code(id: "one", indicators: lists), Code(id: "two")]))
        let single = codes.byIndicator
        #expect(single.entries.map(\.path) == ["0", "1", "2"])
        #expect(single.indicators.map(\.indicator) == codes.indicators.map(\.indicator))
        #expect(single.indicators.map(\.code) == [0, 1, 2])
        for entry in single.entries { #expect(entry.code.indicators.entries.map(\.language) == ["en", "id"]) }
    }
}
