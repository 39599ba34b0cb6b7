import Ingest
import Model
import Testing

@Suite("Text formats") struct MarkdownReaderTests {
    private func passages(_ text: String, _ reader: any DocumentReader.Type) throws -> [String] {
        var told: [String] = []
        let input = try UTF8Input(ByteSource.bytes(Array(text.utf8), name: "f"), encoding: nil, isXML: false)
        try reader.read(
            input,
            into: DocumentSink(
                deliver: { document in
                    told += document.passages.map {
                        "\($0.kind.rawValue) \($0.sectionType): \(document.string(of: $0))"
                    }
                }, report: { told.append($0.description) }))
        return told
    }

    private static let markdown: [(String, [String])] = [
        ("One\ntwo\n\nthree", ["paragraph other: One two", "paragraph other: three"]),
        (
            "# Metode\n\nx\n\n## Hasil\n\ny",
            ["heading methods: Metode", "paragraph methods: x", "heading methods: Hasil", "paragraph methods: y"]
        ),
        ("Results\n=======\nx", ["heading results: Results", "paragraph results: x"]),
        ("- a\n- [x] b\n  more\n1. c", ["list-item other: a", "list-item other: b more", "list-item other: c"]),
        ("> said\n> so\n\nafter", ["quote other: said so", "paragraph other: after"]),
        ("| a | b\\|c |\n|:--|--:|\n| *1* | |", ["table-row other: a\tb|c", "table-row other: 1\t"]),
        ("```\ncode\n```\ntext", ["paragraph other: text"]),
        (
            "a **b** _c_ snake_case `d` [link](http://x) &amp; \\*x\\* <b>t</b>",
            ["paragraph other: a b c snake_case d link & *x* t"]
        ),
        ("a\n\n---\n\nb", ["paragraph other: a", "paragraph other: b"]),
    ]

    @Test("Markdown's blocks are passages", arguments: markdown.indices)
    func blocks(at index: Int) throws {
        let (text, expected) = Self.markdown[index]
        #expect(try passages(text, MarkdownReader.self) == expected)
    }

    @Test("Lines of plain text end with LF, CR LF or CR, and nothing else")
    func lines() throws {
        let told = try passages("a\r\nb\rc\n\r\n d \t e\u{A0}\u{2028}f\u{C}", PlainTextReader.self)
        #expect(told == ["paragraph other: a b c", "paragraph other: d e\u{A0}\u{2028}f\u{C}"])
    }

    @Test("A bad line of JSON is told, and the others go on")
    func badLine() throws {
        let told = try passages(
            "{\"text\": \"a\"}\n{oops\n{\"id\": \"b\", \"text\": \"c\\n\\nd\"}", JSONLinesReader.self)
        #expect(told.first == "paragraph other: a" && told.last == "paragraph other: d" && told.count == 4)
        #expect(told[1].hasPrefix("2: error: this line is not JSON"))
    }
}
