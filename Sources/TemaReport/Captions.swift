import TemaCharts
import TemaModel

/// The numbers of a report's figures and tables, and their captions with the commands that make them.
struct Captions {
    private let html: HTML
    private let provenance: Provenance
    private var figures = 0
    private var tables = 0

    init(_ html: HTML, _ provenance: Provenance) { (self.html, self.provenance) = (html, provenance) }

    /// Returns a numbered picture in two widths. The page's style shows the one that fits the screen.
    ///
    /// - Parameters:
    ///   - command: The words of the command that draws it, without the inputs, such as `chart frequencies`, or nil if there
    ///     is none.
    ///   - picture: Returns the picture for a width.
    mutating func figure(_ command: String?, _ picture: (Double) -> Picture) -> String {
        figures += 1
        let wide = picture(680)
        return "<figure id=\"figure-\(figures)\">\n<figcaption><b>\(html.text(Phrase("Figure \(figures)."))) "
            + "\(HTML.isolated(wide.title))</b> \(HTML.isolated(wide.description))\(command.map { " " + reproduced($0) } ?? "")</figcaption>\n"
            + "<div class=\"wide\">\n\(wide.element)</div>\n"
            + "<div class=\"narrow\">\n\(picture(334).element)</div>\n</figure>\n"
    }

    /// Returns a numbered table with some of its columns, and the definitions and notes of these columns, folded.
    ///
    /// - Parameters:
    ///   - command: The words of the command that prints it, without the inputs, or nil if there is none.
    ///   - table: The table.
    ///   - columns: The names of the columns.
    mutating func table(_ command: String?, _ table: Table, columns: [String]) -> String {
        tables += 1
        var numbered = table
        numbered.layout.title = Phrase("Table \(tables). \(table.layout.title)")
        let shown = table.layout.columns.indices.filter { columns.contains(table.layout.columns[$0].name) }
        return html.table(numbered, columns: columns, name: numbered.layout.title)
            + "<div class=\"notes\">\n" + html.counted(table, shown)
            + (command.map { "<p>\(reproduced($0))</p>\n" } ?? "") + "</div>\n"
    }

    private func reproduced(_ command: String) -> String {
        "<span class=\"command\">\(html.text(Phrase("Command:"))) <code>\(HTML.text("tema \(command) \(provenance.inputs)"))</code></span>"
    }
}
