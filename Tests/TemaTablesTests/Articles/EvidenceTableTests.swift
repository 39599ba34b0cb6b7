import TemaModel
import Testing

@testable import TemaTables

@Suite("The evidence table")
struct EvidenceTableTests {
    /// A made-up document with an abstract in two languages, a methods section, and a section known by its heading only.
    private static let document: Document = {
        let parts: [(PassageKind, SectionType, Int?, Int, String)] = [
            (.title, .front, nil, 0, "Plans"), (.abstract, .abstract, nil, 0, "They plan."),
            (.abstract, .abstract, nil, 1, "Mereka berencana."), (.heading, .methods, 0, 0, "Method"),
            (.paragraph, .methods, 0, 0, "We asked."), (.paragraph, .methods, 0, 0, "They told."),
            (.paragraph, .other, 1, 0, "A house for all."),
        ]
        var (text, passages) = ("", [Passage]())
        for (kind, type, section, language, words) in parts {
            let start = text.utf8.count
            text += words
            passages.append(
                Passage(
                    kind: kind, sectionType: type, section: section, language: language, span: start..<text.utf8.count))
            text += "\n\n"
        }
        var metadata = Metadata()
        (metadata.title, metadata.authors, metadata.year) = ("Plans", ["Maas, A.", "Roe, B."], 2020)
        metadata.variables = [.init(name: "database", values: ["Neliti"]), .init(name: "result", values: ["=1"])]
        return Document(
            id: "d1", source: "a.xml", text: Text(text), passages: passages,
            sections: [Section(heading: "Method"), Section(heading: "Programme")], languages: ["en", "id"],
            metadata: metadata)
    }()

    private static let cells: [(String, Table.Cell)] = [
        ("no", .integer(1)), ("document", .text("d1")), ("file", .text("a.xml")), ("title", .text("Plans")),
        ("authors", .text("Maas, A.; Roe, B.")), ("year", .integer(2020)), ("database", .text("Neliti")),
        ("abstract", .text("They plan.")), ("methods", .text("We asked. They told.")),
        ("what=programme", .text("A house for all.")), ("x=nothing|result", .text("=1")), ("journal", .empty),
        ("citation", .text("Maas, A., & Roe, B. (2020). Plans.")), ("METHODS", .text("We asked. They told.")),
    ]

    @Test("contains an article's variables, or the text of its sections", arguments: cells.indices)
    func cell(at index: Int) throws {
        let (column, cell) = Self.cells[index]
        var table = EvidenceTable(try ArticleColumn.columns(column), length: 300)
        #expect(table.row(Self.document).cells == [cell])
    }

    private static let cuts: [(Int, String)] = [
        (0, "We asked. They told."), (20, "We asked. They told."), (19, "We asked. They…"), (12, "We asked.…"),
        (1, "W…"),
    ]

    @Test("cuts texts after words", arguments: cuts)
    func length(length: Int, text: String) throws {
        var table = EvidenceTable(try ArticleColumn.columns("methods"), length: length)
        #expect(table.row(Self.document).cells == [.text(text)])
    }

    @Test("notes which columns are empty")
    func empty() throws {
        var table = EvidenceTable(try ArticleColumn.columns("no,methd,title,x=y|z"), length: 0)
        _ = table.row(Self.document)
        #expect(table.notes.last?.description == "No document has methd, x.")
    }

    @Test("has the default columns")
    func usual() throws {
        let table = EvidenceTable(try ArticleColumn.columns(ArticleColumn.usual), length: 300)
        #expect(
            table.layout.columns.map(\.label.description) == [
                "No.", "Database", "Title", "Journal", "Authors", "Year", "Method", "Intervention", "Result",
            ])
    }

    @Test(
        "rejects columns without a name, and duplicate names", arguments: ["", "a,,b", "a=", "=a", "a,a", "a=|"])
    func refused(columns: String) {
        #expect(throws: Problem.self) { try ArticleColumn.columns(columns) }
    }
}
