import Foundation
import GRDB
import TemaModel
import Testing

@testable import TemaStudy

@Suite("Documentation/study-format.md") struct StudyFormatTests {
    private let lines: [Substring]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        lines = try String(contentsOf: root.appending(path: "Documentation/study-format.md"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Returns the first cell of each row of the table under a heading.
    private func cells(under heading: String) -> [String] {
        guard let start = lines.firstIndex(of: heading[...]) else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| `") }
            .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    }

    /// The SQL of each example.
    private var queries: [String] {
        var queries: [String] = []
        for block in lines.joined(separator: "\n").components(separatedBy: "```sql\n").dropFirst() {
            queries.append(block.components(separatedBy: "\n```")[0])
        }
        return queries
    }

    @Test("describes every table and column")
    func tables() throws {
        let place = Place()
        try Study.create(at: place.path).read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            #expect(tables.count == 17)
            for table in tables {
                let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
                let isVersioned = VersionedTable.all.contains { $0.name == table }
                let rest = isVersioned ? cells(under: "## Rows that have a history") : []
                #expect(cells(under: "### `\(table)`") + rest == columns, "\(table)")
            }
        }
    }

    @Test("has every word of the file format")
    func words() {
        let text = lines.joined(separator: "\n")
        let states: [HandCoding.State] = [.sure, .unsure, .lost]
        let verdicts: [Verdict] = [.accepted, .rejected]
        let words =
            PassageKind.allCases.map(\.storedName) + SectionType.allCases.map(\.storedName)
            + Ledger.Reason.allCases.map(\.storedName) + states.map(\.rawValue) + verdicts.map(\.rawValue)
            + Memo.Target.allCases.map(\.rawValue) + CoderRow.Role.allCases.map(\.rawValue)
            + Reconciliation.Choice.allCases.map(\.rawValue)
        for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
    }

    @Test("has the version of the schema")
    func version() {
        #expect(lines.contains { $0.contains("version \(Schema.current.version) of its schema") })
    }

    @Test("has queries that run on a study")
    func examples() throws {
        let place = Place()
        let study = try study(at: place)
        let rows = try study.read { db in
            try queries.map { sql in try Row.fetchAll(db, sql: sql).map { $0.map { "\($0.0)=\($0.1)" } } }
        }
        try #require(rows.count == 8)
        #expect(rows[0] == [["document=\"lake\"", "source=\"lake.txt\"", "passages=3", "bytes=92"]])
        #expect(rows[1].count == 3 && rows[1][0].last == "words=\"She went to the lake.\"")
        #expect(
            rows[2].map { Array($0.dropFirst()) } == [
                ["title=\"Lake\"", "year=2020", "variable=\"country\"", "value=\"FI\""]
            ])
        #expect(rows[3].map(\.last) == ["words=\"lake\"", "words=\"The lake was cold, and the boat was gone.\""])
        #expect(
            rows[4] == [
                ["code=\"boat\"", "passages=1", "rejected=0"], ["code=\"water\"", "passages=1", "rejected=1"],
            ])
        #expect(rows[5].map(\.last) == ["text=\"cold\""])
        #expect(rows[6].count == 1 && rows[7].count == 5)
    }

    /// A study after five actions, with a row in each table that the examples read.
    private func study(at place: Place) throws -> Study {
        var lake = Composed.lake
        (lake.metadata.title, lake.metadata.year) = ("Lake", 2020)
        lake.metadata.variables = [Metadata.Variable(name: "country", values: ["FI"])]
        let study = try Composed.study(at: place, [lake])
        _ = try study.tag("lake", .quote("lake", place: 1), code: "water", by: "ana", memo: "cold")
        let codes = CodeList(Codebook(id: "x", codes: [Code(id: "water"), Code(id: "boat")]))
        let codings = (0..<2).map { Coding(passage: $0, code: $0, evidence: $0..<($0 + 1)) }
        let evidence = (0..<2).map { Evidence(span: $0..<($0 + 3), indicator: 0) }
        _ = try study.replaceAutomaticCodings(codes, by: "ana") { take in
            try take(CodedDocument(document: lake, codings: codings, evidence: evidence))
        }
        _ = try study.decide(.rejected, AutomaticChoice(code: "water"), by: "ben")
        _ = try study.decide(.accepted, AutomaticChoice(code: "boat"), by: "ben")
        return study
    }
}
