import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("Quotes for people") struct QuoteFormatsTests {
    private static let layout = Table.Layout(
        title: "Quotes",
        columns: [
            "document", "passage", "section_type", "code", "indicator", "text", "code_names", "citation", "section",
            "last_passage", "language", "coder", "memo", "evidence", "text_start", "cut",
        ].map { Table.Column($0, Phrase(verbatim: $0)) })

    private static func row(
        _ text: String, marks: [Range<Int>], code: String, names: [String], section: [String] = [], last: Int = 12,
        language: String = "", coder: String? = nil, memo: String = "", cut: String = ""
    ) -> Table.Row {
        Table.Row([
            .text("PMC1"), .integer(12), .text("results"), .text(code), coder == nil ? .text("hope*") : .empty,
            .text(text), .list(names.map(Table.Cell.text)), .text("Maas & Roe 2019"),
            .list(section.map(Table.Cell.text)), .integer(last), .text(language), .text(coder ?? "book"), .text(memo),
            .list(
                marks.map {
                    .record([
                        Table.Field("start", .integer(100 + $0.lowerBound)),
                        Table.Field("end", .integer(100 + $0.upperBound)),
                    ])
                }), .integer(100), .text(cut),
        ])
    }

    /// Three quotes of the codes `loss/home` and `hope`.
    static let table = Table(
        layout,
        rows: [
            row(
                "So *hope* & home.", marks: [12..<16], code: "loss/home", names: ["Loss", "Home"],
                section: ["Results", "Home"]),
            row(
                "gone\n\nhome", marks: [0..<10], code: "loss/home", names: ["Loss", "Home"], last: 13, coder: "ana",
                memo: "Why?"),
            row("some hope left", marks: [5..<9], code: "hope", names: ["Hope"], language: "en", cut: "both"),
        ], notes: [Phrase(verbatim: "Two notes.")])

    private func text(_ type: any TableFormat.Type) throws -> String {
        String(decoding: try Self.table.written(as: type), as: UTF8.self)
    }

    @Test("are under the headings of their codes as text")
    func plain() throws {
        #expect(
            try text(QuoteText.self) == """
                Quotes

                Loss > Home
                ───────────
                  “So *hope* & *home*.”
                  (Maas & Roe 2019, Results > Home, passage 12)

                  “*gone home*”
                  (Maas & Roe 2019, results, passages 12 to 13, coded by ana)
                  Memo: Why?

                Hope
                ────
                  “…some *hope* left…”
                  (Maas & Roe 2019, results, passage 12)

                Two notes.

                """)
    }

    @Test("are block quotes in Markdown")
    func markdown() throws {
        #expect(
            try text(QuoteMarkdown.self) == """
                # Quotes

                ## Loss

                ### Home

                > So \\*hope\\* &amp; **home**.
                >
                > (Maas &amp; Roe 2019, Results &gt; Home, passage 12)

                > **gone home**
                >
                > (Maas &amp; Roe 2019, results, passages 12 to 13, coded by ana)
                >
                > Memo: Why?

                ## Hope

                > …some **hope** left…
                >
                > (Maas &amp; Roe 2019, results, passage 12)

                - Two notes.

                """)
    }

    @Test("are marked in HTML")
    func html() throws {
        let page = try text(QuoteHTML.self)
        for part in [
            "<h2>Loss</h2>\n<h3>Home</h3>", "<p dir=\"auto\">So *hope* &amp; <mark>home</mark>.</p>",
            "<p lang=\"en\" dir=\"auto\">…some <mark>hope</mark> left…</p>", "<li>Two notes.</li>", "Memo: Why?",
        ] { #expect(page.contains(part), "\(part)") }
    }

    @Test(
        "unite marks with only white space between them",
        arguments: [
            ("a b c", [0..<1, 2..<3], "[a b] c"), ("a b c", [0..<2], "[a] b c"), ("abc", [0..<2, 1..<3], "[abc]"),
            ("abc", [2..<9, -4..<1], "[a]b[c]"), ("a  b", [1..<3], "a  b"), ("", [0..<1], ""),
            ("a\n\tb", [0..<1], "[a] b"),
        ] as [(String, [Range<Int>], String)])
    func united(text: String, marks: [Range<Int>], expected: String) {
        let pieces = QuoteColumns.pieces(text, marks: marks)
        #expect(pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() == expected)
    }

    @Test("have a name of their own in each list")
    func lists() {
        for formats in [QuoteFormats.all, QuoteFormats.inContext] {
            #expect(
                formats.map { $0.name } == ["text", "csv", "tsv", "json", "jsonl", "markdown", "html", "xlsx", "docx"])
            #expect(formats.allSatisfy { !$0.summary.isEmpty })
        }
        #expect(
            QuoteFormats.all.filter(QuoteFormats.hasHeadings).map { $0.name } == ["text", "markdown", "html", "docx"])
        #expect(QuoteFormats.inContext.filter(QuoteFormats.hasHeadings).map { $0.name } == ["docx"])
    }

    // MARK: Word

    /// Returns the paragraphs of a document of Word: the style, and the text with bold text in brackets.
    private func paragraphs(_ bytes: [UInt8]) throws -> [String] {
        let members = Unzipped(bytes)
        var nodes: [String: XMLNode] = [:]
        for (name, text) in members.members { nodes[name] = try XMLTree.parsed(text) }
        let body = try #require(nodes["word/document.xml"]?.first("body"))
        return body.elements("p").map { paragraph in
            let style = paragraph.first("pPr", "pStyle")?["val"] ?? ""
            let isRightToLeft = paragraph.first("pPr", "bidi") != nil
            let runs = paragraph.elements("r").map { run in
                let text = run.first("t")?.text ?? ""
                let language = run.first("rPr", "lang").map { $0["val"] ?? $0["bidi"] ?? "" }
                let marked = run.first("rPr", "b") == nil ? text : "[\(text)]"
                return run.first("rPr", "rtl") == nil ? marked : "{\(language ?? "")}\(marked)"
            }
            return "\(style)\(isRightToLeft ? " bidi" : ""): \(runs.joined())"
        }
    }

    @Test("are paragraphs of a document of Word, under the headings of their codes, with bold matches")
    func word() throws {
        let bytes = try Self.table.written(
            as: QuoteWord.self, options: TableOptions(provenance: [Fact("Command", .text("tema quotes"))]))
        #expect(
            try paragraphs(bytes) == [
                "Title: Quotes", "Heading1: Loss", "Heading2: Home", "Quote: So *hope* & [home].",
                "QuoteSource: (Maas & Roe 2019, Results > Home, passage 12)", "Quote: [gone home]",
                "QuoteSource: (Maas & Roe 2019, results, passages 12 to 13, coded by ana)", "QuoteSource: Memo: Why?",
                "Heading1: Hope", "Quote: …some [hope] left…", "QuoteSource: (Maas & Roe 2019, results, passage 12)",
                "Heading1: Notes", "Note: Two notes.", "Note: Command: tema quotes",
            ])
    }

    @Test("have the direction and the language of their letters in a document of Word")
    func directions() throws {
        let rows = [
            Self.row("אמא אמרה hope היום", marks: [4..<8], code: "a", names: ["A"], language: "he"),
            Self.row("كان هناك", marks: [], code: "a", names: ["A"]),
            Self.row("She said أمل", marks: [9..<12], code: "a", names: ["A"], language: "en"),
        ]
        #expect(
            try paragraphs(Table(Self.layout, rows: rows).written(as: QuoteWord.self)).filter {
                $0.hasPrefix("Quote") && !$0.hasPrefix("QuoteS")
            }
                == [
                    "Quote bidi: {he}אמא {he}[אמרה]{he} hope {he}היום".replacing("{he} hope", with: " hope"),
                    "Quote bidi: {ar}كان هناك", "Quote: She said {ar}[أمل]",
                ])
    }

    @Test(
        "are well-formed in a document of Word whatever they contain, and the same each time",
        arguments: HostileTexts.all)
    func hostile(text: String) throws {
        let table = Table(
            Self.layout,
            rows: [
                Self.row(
                    text, marks: [0..<3], code: text, names: [text], section: [text], language: text, coder: text,
                    memo: text)
            ], notes: [Phrase(verbatim: text)])
        let bytes = try table.written(as: QuoteWord.self)
        #expect(try paragraphs(bytes).count >= 5)
        #expect(try table.written(as: QuoteWord.self) == bytes)
        for type in [QuoteText.self, QuoteMarkdown.self, QuoteHTML.self] as [any TableFormat.Type] {
            let shown = String(decoding: try table.written(as: type), as: UTF8.self)
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
            #expect(type == QuoteText.self || !shown.contains("<script") && !shown.contains("<img"))
        }
    }

    @Test("have all the styles that their paragraphs use")
    func styles() throws {
        let members = Unzipped(try Self.table.written(as: QuoteWord.self))
        #expect(members.members.first?.name == "[Content_Types].xml")
        let styles = try XMLTree.parsed(try #require(members["word/styles.xml"])).elements("style")
        let ids = Set(styles.compactMap { $0["styleId"] })
        let document = try XMLTree.parsed(try #require(members["word/document.xml"]))
        let used =
            document.first("body")?.elements("p").compactMap { $0.first("pPr", "pStyle")?["val"] } ?? []
        #expect(!used.isEmpty && ids.isSuperset(of: used))
        let types = try #require(members["[Content_Types].xml"])
        for (name, _) in members.members where name.hasSuffix(".xml") && name != "[Content_Types].xml" {
            #expect(types.contains("\"/\(name)\""), "\(name)")
        }
    }
}

extension XMLTree {
    fileprivate static func parsed(_ text: String) throws -> XMLNode {
        try read(UTF8Input(ByteSource.bytes(Array(text.utf8), name: "part"), encoding: nil, isXML: true))
    }
}
