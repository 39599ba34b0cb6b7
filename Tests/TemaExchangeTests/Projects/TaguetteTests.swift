import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest

@Suite("Projects of Taguette") struct TaguetteTests {
    private func read(_ more: String = "") throws -> ProjectReading {
        let scratch = TemporaryFolder()
        try scratch.database("p.sqlite3", ForeignProjects.taguette + more)
        return try ProjectReading(Taguette.self, scratch.file("p.sqlite3"))
    }

    @Test("Documents, tags, highlights and their coders are read") func whole() throws {
        let reading = try read()
        let project = reading.project
        #expect(project.name == "Two homes" && project.documents.map(\.id) == ["maria"])
        let document = try #require(project.documents.first)
        #expect(document.text.string == "María\n\nThey took & sold it. 😀 All of it.\n\nHouse\n\nBoat")
        #expect(document.passages.map(\.kind) == [.heading, .paragraph, .listItem, .listItem])
        #expect(document.sections.map(\.heading) == ["María"] && document.metadata.title == "maria.txt")
        let at = "ana | 2026-01-31T12:00:00Z"
        #expect(
            reading.codings == [
                "maria | loss/home | 12-23 | \(at)", "maria | Hope! | 12-23 | \(at)",
                "maria | loss/home | 30-33 | 2026-01-31T13:00:00Z", "maria | Hope! | 42-52",
            ])
        let offsets = ScalarOffsets(document.text)
        let words = project.codings.map { coding in
            guard case .span(let span) = coding.place else { return "" }
            return document.text.string(
                (offsets.utf8(at: span.lowerBound) ?? 0)..<(offsets.utf8(at: span.upperBound) ?? 0))
        }
        #expect(words == ["took & sold", "took & sold", "All", "House\n\nBoa"])
        #expect(
            reading.lost == [
                "1 highlight: it has no tag", "1 highlight: there is no text at its position",
                "1 highlight: its document does not exist",
            ])
    }

    @Test("Tags become a codebook with a level for each dot, and descriptions become memos") func codebook() throws {
        let project = try read().project
        let codebook = try #require(project.codebook)
        #expect(CodeList(codebook).entries.map(\.path) == ["loss", "loss/home", "Hope!"])
        #expect(CodeList(codebook).entries.map(\.name) == ["loss", "home", "Hope!"])
        #expect(codebook.codes[0].codes[0].definition.value(in: nil) == "Losing a home")
        #expect(project.memos.map(\.text) == ["On moving", "The first"])
        #expect(project.memos.map(\.target) == [.study, .document("maria")])
    }

    @Test("The text stored with a highlight takes precedence") func snippets() throws {
        let reading = try read(
            "UPDATE highlights SET snippet = '<p>sold it</p>' WHERE id = 1; DELETE FROM highlights WHERE id > 1;")
        #expect(reading.codings.map { $0.contains("12-23 [sold it]") } == [true, true])
    }

    @Test(
        "A file that does not contain exactly one project is rejected",
        arguments: [
            ("INSERT INTO projects VALUES (2, 'Another', '', '');", "Two homes, Another"),
            ("DELETE FROM projects;", "none"),
            ("DROP TABLE tags;", "tags"), ("ALTER TABLE highlights RENAME COLUMN start_offset TO x;", "start_offset"),
            ("DROP TABLE tags; CREATE VIEW tags AS SELECT 1 AS id, 'x' AS path;", "tags"),
        ])
    func refused(sql: String, expected: String) throws {
        let problem = #expect(throws: Problem.self) { try read(sql) }
        #expect(problem?.message.contains(expected) == true && problem?.suggestion != nil && problem?.file != nil)
    }

    @Test("Cells of the wrong type do not prevent reading the others") func wrongTypes() throws {
        let reading = try read(
            """
            UPDATE highlights SET start_offset = 'twelve' WHERE id = 1; UPDATE highlights SET end_offset = 9223372036854775807;
            UPDATE highlights SET start_offset = -9223372036854775808 WHERE id = 2; UPDATE tags SET path = NULL WHERE id = 2;
            UPDATE documents SET name = X'FF00', description = X'00' WHERE id = 4; UPDATE commands SET payload = 7;
            """)
        #expect(reading.project.documents.map(\.id) == ["\u{FFFD}\u{FFFD}"])
        #expect(reading.codings == ["\u{FFFD}\u{FFFD} | loss/home | 0-53 [All]"])
        #expect(reading.lost.contains("2 text in documents: invalid text was replaced with �"))
    }
}

@Suite("Texts of HTML") struct HTMLTextTests {
    @Test(
        "Passages are blocks with white space collapsed",
        arguments: [
            ("<p>a</p><p>b</p>", "a\n\nb"), (" a <b>b</b>  c\n", "a b c"), ("a<br>b<br/> c", "a\nb\nc"),
            ("<pre>\nx\n  y</pre>", "x\ny"), ("&lt;&eacute;&#233;&#xe9;&nbsp;&nope;&", "<ééé\u{A0}&nope;&"),
            ("a<!-- <p>b</p> -->c<?x?>d<!doctype html>e", "acde"), ("<p title=\"a>b\" x='>'>c</p>", "c"),
            ("1 < 2 <3", "1 < 2 <3"),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"), ("<p>a<p", "a"), ("<!--", ""), ("<", "<"),
            ("", ""),
            ("<h2>a</h2><h1>b</h1><h3>c</h3>", "a\n\nb\n\nc"),
            ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"),
        ])
    func texts(html: String, text: String) throws {
        #expect(try HTMLText(html, id: "x", source: "").document.text.string == text)
    }

    @Test("Spans of counted bytes are converted to the document's text", arguments: 1...20) func offsets(seed: Int)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "é", "😀", "x", "שלום", " ", "\n", "<p>", "</p>", "<b>", "</b>", "&amp;", "<br>", "e\u{301}", "&nbsp;",
            "<h2>", "</h2>",
        ]
        let texts = parts.map { ["&amp;": "&", "&nbsp;": "\u{A0}"][$0] ?? ($0.hasPrefix("<") ? "" : $0) }
        let chosen = (0..<60).map { _ in Int.random(in: 0..<parts.count, using: &random) }
        let counted = Array(chosen.map { texts[$0] }.joined().utf8)
        let html = try HTMLText(chosen.map { parts[$0] }.joined(), id: "x", source: "")
        for _ in 0..<50 where !counted.isEmpty {
            let start = Int.random(in: 0..<counted.count, using: &random)
            let end = Int.random(in: start...counted.count, using: &random)
            let wanted = counted[start..<end].filter { $0 > 0x20 }
            let found = html.span(start, end).map { html.document.text.utf8[$0].filter { $0 > 0x20 } }
            #expect((found ?? []) == wanted, "seed \(seed), \(start)-\(end)")
        }
        #expect(html.span(-5, Int.max) == html.span(0, counted.count) && html.span(Int.min, 0) == nil)
    }
}
