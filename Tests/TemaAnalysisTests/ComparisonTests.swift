import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Comparison")
struct ComparisonTests {
    /// Two documents: one with passages in several sections, one without passages.
    private static let codes = CodeList(
        Codebook(id: "b", codes: [Code(id: "a", codes: [Code(id: "b")]), Code(id: "c")]))
    private static let documents: [CodedDocument] = {
        var first = Document(id: "PMC2", languages: ["en-GB", "EN", "id"])
        first.passages = [
            Passage(kind: .title, sectionType: .front, language: 2, span: 0..<1),
            Passage(kind: .paragraph, sectionType: .results, language: 0, span: 1..<2),
            Passage(kind: .abstract, sectionType: .results, language: 1, span: 2..<3),
            Passage(kind: .paragraph, sectionType: .methods, span: 3..<4),
        ]
        first.metadata.year = 2020
        first.metadata.variables = [Metadata.Variable(name: "country", values: ["Peru", "Chad", "Peru"])]
        var second = Document(id: "PMC10")
        second.metadata.year = 998
        return [
            CodedDocument(
                document: first, passages: (0..<4).map { CodedPassage(passage: $0, words: 10) },
                codings: [
                    Coding(passage: 0, code: 1, evidence: 0..<2), Coding(passage: 1, code: 0, evidence: 2..<3),
                    Coding(passage: 1, code: 1, evidence: 3..<4), Coding(passage: 2, code: 1, evidence: 4..<5),
                ],
                evidence: Array(repeating: Evidence(span: 0..<1, indicator: 0), count: 5)),
            CodedDocument(document: second),
        ]
    }()

    private static func table(by variable: ComparisonVariable, _ measure: ComparisonMeasure = .passages) -> Table {
        documents.reduce(into: Comparison(codes: codes, by: variable, measure: measure)) { $0.add($1) }.table()
    }

    @Test(
        "has one column per group, in the order of the variable, and a total",
        arguments: [
            ("article", ["PMC10", "PMC2"], [0, 3, 3]), ("section", ["front", "methods", "results"], [1, 0, 2, 3]),
            ("language", ["en", "id", "(none)"], [2, 1, 0, 3]),
            ("kind", ["title", "abstract", "paragraph"], [1, 1, 1, 3]),
            ("year", ["998", "2020"], [0, 3, 3]), ("country", ["Chad", "Peru", "(none)"], [3, 3, 0, 3]),
            ("unheard-of", ["(none)"], [3, 3]),
        ])
    func groups(variable: String, groups: [String], passages: [Int]) {
        let table = Self.table(by: ComparisonVariable(variable))
        #expect(table.layout.columns.map(\.name) == ["code", "name", "level"] + groups + ["total"])
        #expect(table.rows[0].cells.dropFirst(3) == passages.map { .integer($0) }[...])
    }

    @Test(
        "returns each measure of a group, empty if its denominator is 0",
        arguments: [
            (ComparisonMeasure.passages, 2.0, 0.0, 3.0), (.documents, 1, 0, 1), (.hits, 3, 0, 5),
            (.percent, 100, 0, 75),
            (.documentsPercent, 100, 0, 50), (.rate, 150, 0, 125),
        ])
    func measures(measure: ComparisonMeasure, results: Double, methods: Double, total: Double) {
        let row = Self.table(by: .section, measure).cells("a")
        #expect(row?["results"]?.number == results)
        #expect(row?["methods"]?.number == methods)
        #expect(row?["total"]?.number == total)
        #expect(!Self.table(by: .section, measure).englishNotes.contains { $0.contains("Empty cells") })
        let isShare = [.percent, .rate].contains(measure)
        #expect((Self.table(by: .article, measure).cells("a")?["PMC10"] == .empty) == isShare)
    }

    @Test("lists the denominators of each group in column order")
    func denominators() {
        let notes = Self.table(by: .section).englishNotes
        let sections = [
            "front (1 passage, 1 document, 10 words)", "methods (1 passage, 1 document, 10 words)",
            "results (2 passages, 1 document, 20 words)", "total (4 passages, 2 documents, 40 words)",
        ]
        #expect(notes.contains("Denominators: \(sections.joined(separator: ", "))."))
    }

    @Test("has unique names for interval columns")
    func uniqueIntervals() {
        var comparison = Comparison(codes: Self.codes, by: .metadata("x"), measure: .percent, view: .intervals)
        var document = Document(id: "1")
        document.metadata.variables = [Metadata.Variable(name: "x", values: ["a", "a low"])]
        comparison.add(CodedDocument(document: document))
        let names = comparison.table().layout.columns.dropFirst(3).map(\.name)
        #expect(names.prefix(4) == ["a", "a low (2)", "a high", "a low"])
        #expect(Set(names).count == 9)
    }

    @Test("has unique column names, even if groups are named like other columns")
    func uniqueNames() {
        var comparison = Comparison(codes: Self.codes, by: .metadata("x"))
        var document = Document(id: "1")
        document.metadata.variables = [Metadata.Variable(name: "x", values: ["code", "total", "code (2)"])]
        comparison.add(CodedDocument(document: document))
        let columns = comparison.table().layout.columns.dropFirst(3)
        #expect(columns.map(\.name) == ["code (2)", "code (2) (2)", "total (2)", "total"])
        #expect(columns.map(\.label.description) == ["code", "code (2)", "total", "total"])
    }

    @Test("compares codes by code: a column counts the passages with its code")
    func codeByCode() throws {
        let table = Self.table(by: .code)
        #expect(table.layout.columns.map(\.name).dropFirst(3) == ["a", "a/b", "total"])
        #expect(table.cells("a/b")?["a"]?.number == 3 && table.cells("a")?["a/b"]?.number == 3)
        #expect(table.cells("c")?["a"]?.number == 0)
        #expect(Self.table(by: .code, .percent).cells("a")?["a/b"]?.number == 100)
        #expect(Self.table(by: .code, .percent).cells("a")?["total"]?.number == 75)
    }

    @Test("returns each group's share of a code's passages or documents")
    func rowPercent() {
        let passages = Self.table(by: .section, .rowPercent)
        expectClose(passages.cells("a")?["results"]?.number, 200.0 / 3)
        #expect(passages.cells("a")?["total"]?.number == 100)
        // A code that is never found has no shares.
        #expect(passages.cells("c")?["results"] == .empty)
        #expect(Self.table(by: .article, .documentsRowPercent).cells("a")?["PMC2"]?.number == 100)
        #expect(Self.table(by: .article, .documentsRowPercent).cells("a")?["PMC10"]?.number == 0)
    }

    @Test("counts each coder's own documents and passages, and those of all coders in the total")
    func coders() throws {
        var comparison = Comparison(codes: Self.codes, by: .coder, measure: .percent)
        let (first, second) = (Self.documents[0], Self.documents[1])
        var own = first
        own.codings = [first.codings[0]]
        comparison.add(first, byCoder: [("ana", own), ("ben", first)])
        comparison.add(second, byCoder: [])
        let table = comparison.table()
        #expect(table.layout.columns.map(\.name).dropFirst(3) == ["ana", "ben", "total"])
        let row = try #require(table.cells("a"))
        #expect(["ana", "ben", "total"].map { row[$0]?.number } == [25, 75, 75])
        #expect(table.layout.columns.compactMap { $0.group?.description }.count { $0.contains("1 document,") } == 2)
    }

    @Test("orders numbers numerically, before other values")
    func numbers() {
        var comparison = Comparison(codes: Self.codes, by: .metadata("wave"))
        for value in ["b", "10", "9", "-1", ""] {
            var document = Document(id: value)
            document.metadata.variables = [Metadata.Variable(name: "wave", values: [value])]
            comparison.add(CodedDocument(document: document))
        }
        #expect(
            comparison.table().layout.columns.map(\.name).dropFirst(3) == ["-1", "9", "10", "b", "(none)", "total"])
    }
}
