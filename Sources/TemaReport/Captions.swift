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
        figure(command, picture(Self.wide), [picture(Self.wide)], narrow: picture(Self.narrow))
    }

    /// Returns a numbered heat map in two widths. A map that is higher than a page is printed in several pictures.
    mutating func figure(_ command: String?, _ map: HeatMap) -> String {
        figure(
            command, map.picture(width: Self.wide), map.pictures(width: Self.wide, height: Self.page),
            narrow: map.picture(width: Self.narrow))
    }

    private static let wide = 680.0
    private static let narrow = 334.0
    /// The height of a picture that is legible when it is reduced to the height of a printed page.
    private static let page = 1200.0

    /// - Parameter parts: The pictures of which the wide picture consists.
    private mutating func figure(
        _ command: String?, _ picture: Picture, _ parts: [Picture], narrow: Picture
    ) -> String {
        figures += 1
        let look = parts.count > 1 ? " class=\"pages\"" : ""
        return "<figure id=\"figure-\(figures)\"\(look)>\n<figcaption><b>\(html.text(Phrase("Figure \(figures)."))) "
            + "\(HTML.isolated(picture.title))</b> \(HTML.isolated(picture.description))\(command.map { " " + reproduced($0) } ?? "")</figcaption>\n"
            + "<div class=\"wide\">\n\(parts.map(\.element).joined())</div>\n"
            + "<div class=\"narrow\">\n\(narrow.element)</div>\n</figure>\n"
    }

    /// Returns a numbered table with some of its columns, and the definitions and notes of these columns, folded.
    ///
    /// - Parameters:
    ///   - command: The words of the command that prints it, without the inputs, or nil if there is none.
    ///   - table: The table.
    ///   - columns: The names of the columns.
    ///   - inputs: The command's inputs, if they are not those of the report's other commands.
    mutating func table(
        _ command: String?, _ table: Table, columns: [String], inputs: String? = nil
    ) -> String {
        tables += 1
        var numbered = table
        numbered.layout.title = Phrase("Table \(tables). \(table.layout.title)")
        let shown = table.layout.columns.indices.filter { columns.contains(table.layout.columns[$0].name) }
        return html.table(numbered, columns: columns, name: numbered.layout.title)
            + "<div class=\"notes\">\n" + html.counted(table, shown)
            + (command.map { "<p>\(reproduced($0, inputs))</p>\n" } ?? "") + "</div>\n"
    }

    private func reproduced(_ command: String, _ inputs: String? = nil) -> String {
        "<span class=\"command\">\(html.text(Phrase("Command:"))) <code>\(HTML.text("tema \(command) \(inputs ?? provenance.inputs)"))</code></span>"
    }
}
