import TemaModel
import Testing

@testable import TemaTables

@Suite("Markdown tables")
struct MarkdownTableTests {
    @Test("have the columns and digits for people")
    func whole() {
        #expect(
            written(TableSamples.frequencies, as: MarkdownTable.self) == """
                ## Code frequencies

                | Code | Passages | % of passages | p |
                | --- | ---: | ---: | ---: |
                | Hope | 40 | 12.3 | 0.5 |
                | &emsp;Wish to live | 13 | 4.0 | 1.23e-10 |
                | &emsp;Faith \\| trust | 0 | – | – |

                - N = 324 passages.

                """)
    }

    @Test(
        "escape mark-up",
        arguments: [
            ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("a\nb\r\nc", "a<br>b<br>c"),
            ("want* to live*", "want\\* to live\\*"),
            ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
            ("[x](y) `z` ~~a~~ $b$", "\\[x\\](y) \\`z\\` \\~\\~a\\~\\~ \\$b\\$"),
        ])
    func escapes(text: String, cell: String) {
        #expect(written(TableSamples.texts([text]), as: MarkdownTable.self).hasSuffix("| --- |\n| \(cell) |\n"))
    }

    @Test(
        "write notes and titles as text on one line",
        arguments: [
            ("- a", "&#45; a"), ("# a", "&#35; a"), ("1. a", "&#49;. a"), ("    a", "&#32;   a"),
            ("a\n\nb", "a  b"),
            ("", ""),
        ])
    func blocks(text: String, line: String) {
        let table = Table(Table.Layout(title: "T", columns: []), notes: [Phrase(verbatim: text)])
        #expect(written(table, as: MarkdownTable.self) == "## T\n\n\n- \(line)\n")
    }

    @Test("have one line per row with the same number of cells, for any content")
    func structure() {
        let lines = written(TableSamples.hostile, as: MarkdownTable.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let rows = lines.filter { $0.hasPrefix("| ") }
        #expect(rows.count == TableSamples.hostile.rows.count + 2)
        #expect(rows.allSatisfy { bars(in: $0) == 8 })
        #expect(lines.count { $0.utf8.starts(with: "- ".utf8) } == TableSamples.hostile.notes.count)
    }

    /// Counts pipes that are not escaped by a backslash.
    private func bars(in line: Substring) -> Int {
        var count = 0
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if scalar == "|", !isEscaped { count += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return count
    }
}
