import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

/// A statistic and a function that returns tables that must be equal.
struct Law: Sendable, CustomTestStringConvertible {
    let statistic: String
    let options: String
    /// The table of one statistic with all documents, and tables that must equal it.
    let tables: @Sendable (Corpus, inout SeededGenerator) -> (whole: Table, others: [Table])

    init<S: Statistic>(_ options: String = "", _ fresh: @escaping @Sendable (CodeList) -> S) {
        statistic = String(describing: S.self)
        self.options = options
        tables = { corpus, random in
            let all = Self.counted(corpus.documents, from: fresh(corpus.codes))
            var neutral = all
            neutral.merge(fresh(corpus.codes))
            var first = fresh(corpus.codes)
            first.merge(all)
            let shared = (0..<4).map { _ in Self.shared(corpus.documents, from: fresh(corpus.codes), using: &random) }
            return (all.table(), ([neutral, first] + shared).map { $0.table() })
        }
    }

    var testDescription: String { options.isEmpty ? statistic : "\(statistic) (\(options))" }

    private static func counted<S: Statistic>(_ documents: [CodedDocument], from fresh: S) -> S {
        documents.reduce(into: fresh) { $0.add($1) }
    }

    /// Adds the documents in random order to several copies, which are merged pairwise into one.
    private static func shared<S: Statistic>(
        _ documents: [CodedDocument], from fresh: S, using random: inout SeededGenerator
    ) -> S {
        var copies = Array(repeating: fresh, count: Int.random(in: 1...6, using: &random))
        for document in documents.shuffled(using: &random) {
            copies[Int.random(in: copies.indices, using: &random)].add(document)
        }
        while copies.count > 1 {
            let other = copies.remove(at: Int.random(in: copies.indices, using: &random))
            copies[Int.random(in: copies.indices, using: &random)].merge(other)
        }
        return copies[0]
    }

    /// Views of comparisons, with measures that they support.
    private static let views: [Law] = ["section", "year", "country"].flatMap { (name: String) -> [Law] in
        [
            view(.intervals, .documentsPercent, name), view(.values, .rowPercent, name), view(.tests, .rate, name),
            view(.tests, .passages, name), view(.tests, .documents, name),
        ]
    }

    private static func view(_ view: Comparison.View, _ measure: ComparisonMeasure, _ name: String) -> Law {
        Law("\(name), \(view) of \(measure)") {
            Comparison(codes: $0, by: ComparisonVariable(name), measure: measure, view: view)
        }
    }

    static let all: [Law] =
        [
            Law { Frequencies(codes: $0) },
            Law("level 2") { Frequencies(codes: $0, level: 2) },
            Law { Sample(codes: $0, chosen: Array(0..<$0.count), size: .init(found: 3, other: 4)) },
            Law { IndicatorUse(codes: $0.withIndicators) },
            Law { Saturation(codes: $0, draws: 20) },
            Law { _ in CorpusOverview() },
            Law("section") { Combinations(codes: $0, unit: .section, from: 2) },
            Law("level 2") { Combinations(codes: $0, unit: .passage, level: 2, from: 1) },
            Law { DocumentPortrait(codes: $0) },
            Law("d3, level 1") { DocumentPortrait(codes: $0, document: "d3", level: 1) },
            Law { BestQuotes(codes: $0) },
            Law { CodeMatrix(codes: $0) },
            Law("level 1, two") { BestQuotes(codes: $0, level: 1, most: 2) },
            Law("level 1") { Saturation(codes: $0, level: 1, draws: 20, seed: 7) },
            Law("level 2, all pairs") { Cooccurrence(codes: $0, unit: .passage, level: 2, includeAll: true) },
        ]
        + CooccurrenceUnit.allCases.map { unit in Law(unit.rawValue) { Cooccurrence(codes: $0, unit: unit) } }
        + ["article", "section", "language", "kind", "year", "country", "code", "unheard-of"].map { name in
            Law(name) { Comparison(codes: $0, by: ComparisonVariable(name), measure: .documentsPercent) }
        }
        + views
        + ComparisonMeasure.allCases.map { measure in
            Law(measure.rawValue) { Comparison(codes: $0, by: .section, level: 3, measure: measure) }
        }
}

@Suite("Every statistic")
struct StatisticTests {
    @Test("returns the same table however documents are distributed and merged", arguments: Law.all, 1...6)
    func merges(law: Law, seed: Int) {
        var random = SeededGenerator(seed: seed)
        let (whole, others) = law.tables(Corpus(seed: seed), &random)
        #expect(!whole.notes.isEmpty)
        for other in others { #expect(other.bytes == whole.bytes, "seed \(seed)") }
    }

    @Test("has one cell per column in each row, and unique column names", arguments: Law.all)
    func isRectangular(law: Law) {
        var random = SeededGenerator(seed: 1)
        let table = law.tables(Corpus(seed: 1), &random).whole
        let names = table.layout.columns.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(!table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0.cells.count == names.count })
    }

    @Test("returns a table if no document was counted", arguments: Law.all)
    func isDefinedWhenEmpty(law: Law) {
        var random = SeededGenerator(seed: 1)
        let table = law.tables(Corpus(seed: 1, documents: 0), &random).whole
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.number ?? 0 == 0 } })
    }

    @Test("declared in the module is tested here")
    func noneIsForgotten() throws {
        let folder = Repository.url("Sources/TemaAnalysis")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        let declared = try #require(files).filter { $0.pathExtension == "swift" }
            .filter { try String(contentsOf: $0, encoding: .utf8).contains(": Statistic") }
            .map { $0.deletingPathExtension().lastPathComponent }
        #expect(Set(declared) == Set(Law.all.map(\.statistic)))
    }
}

extension CodeList {
    /// Each code has one indicator, so that codes and indicators have the same numbers.
    fileprivate var withIndicators: CodeList {
        func given(_ code: Code) -> Code {
            var copy = code
            copy.indicators = ByLanguage([Indicator("w*")])
            copy.codes = code.codes.map(given)
            return copy
        }
        var book = codebook
        book.codes = codebook.codes.map(given)
        return CodeList(book)
    }
}
