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

    /// Returns the definitions of some columns of a table and its notes, folded.
    func counted(_ table: Table, _ columns: some Sequence<Int>) -> String {
        folded(Phrase("How this was counted"), list(table.layout.definitions(of: columns) + table.notes))
    }

    /// Returns a table with some of its columns. It scrolls by itself if it is wider than the screen.
    func table(_ table: Table, columns names: [String], name: Phrase) -> String {
        var shown = table
        let kept = names.compactMap { name in table.layout.columns.firstIndex { $0.name == name } }
        shown.layout.columns = kept.map { index in
            var column = table.layout.columns[index]
            column.audience = .everyone
            return column
        }
        shown.rows = table.rows.map { row in Table.Row(kept.map { row.cell($0) }, depth: row.depth) }
        let body = shown.written(as: HTMLTable.self, options: TableOptions(isPart: true, language: language))
        return "<div class=\"scroll\" role=\"region\" aria-label=\"\(text(name))\" tabindex=\"0\">\n"
            + String(decoding: body, as: UTF8.self) + "</div>\n"
    }
}
