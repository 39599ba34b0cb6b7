import TemaCharts
import TemaModel
import TemaTables

/// Escaped parts of an HTML page in one language.
struct HTML {
    let language: DisplayLanguage

    static func text(_ text: String) -> String { text.visible().escapedAsMarkup }

    /// Returns a name or another text from documents, isolated from the direction of the page.
    static func isolated(_ text: String) -> String { Markup.isolated(text) }

    func text(_ phrase: Phrase) -> String { Markup.text(phrase, in: language) }

    /// Returns content that readers can open and print only when it is open.
    func folded(_ title: Phrase, _ content: String) -> String {
        content.isEmpty ? "" : "<details>\n<summary>\(text(title))</summary>\n\(content)</details>\n"
    }

    func paragraph(_ phrase: Phrase) -> String { "<p>\(text(phrase))</p>\n" }

    func list(_ items: [Phrase]) -> String {
        items.isEmpty ? "" : "<ul>\n" + items.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>\n"
    }

    /// Returns a table with some of its columns. It scrolls by itself if it is wider than the screen.
    func table(_ table: Table, columns names: [String]? = nil, name: Phrase) -> String {
        var shown = table
        if let names {
            let kept = names.compactMap { name in table.layout.columns.firstIndex { $0.name == name } }
            shown.layout.columns = kept.map { index in
                var column = table.layout.columns[index]
                column.audience = .everyone
                return column
            }
            shown.rows = table.rows.map { row in
                Table.Row(kept.map { row.cells.indices.contains($0) ? row.cells[$0] : .empty }, depth: row.depth)
            }
        }
        shown.notes = []
        for index in shown.layout.columns.indices {
            (shown.layout.columns[index].definition, shown.layout.columns[index].group) = (nil, nil)
        }
        let body = shown.written(as: HTMLTable.self, options: TableOptions(isPart: true, language: language))
        return "<div class=\"scroll\" role=\"region\" aria-label=\"\(text(name))\" tabindex=\"0\">\n"
            + String(decoding: body, as: UTF8.self) + "</div>\n"
    }
}
