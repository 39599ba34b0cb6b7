import TemaModel

/// A self-contained HTML page without scripts or external resources, for screen (light or dark) and print.
package struct HTMLTable: TableFormat {
    package static let name = "html"
    package static let summary = "one self-contained web page, for reading, printing and sharing"
    package static let carriesNotes = true

    private let layout: Table.Layout
    private let columns: [Int]
    /// The column that names the rows, if there is a text.
    private var heading: Int?
    private let isPart: Bool
    private let language: DisplayLanguage
    private var first = FirstRows()
    private var bars: BarScale?

    package init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        columns = layout.columns(for: .people)
        isPart = options.isPart
        language = options.language
    }

    package mutating func begin(into out: inout [UInt8]) {
        let title = layout.title.text(in: language).visible().escapedAsMarkup
        if !isPart { out.write(start(title)) }
        out.write("<table>\n")
        if isPart, !title.isEmpty { out.write("<caption>\(title)</caption>\n") }
        out.write("<thead>\n<tr>\(columns.map(label).joined())</tr>\n</thead>\n<tbody>\n")
    }

    package mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        if let bars { return out.write(line(row, bars)) }
        first.hold(row)
        if first.areEnough { bars = draw(into: &out) }
    }

    package mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        if bars == nil { bars = draw(into: &out) }
        out.write("</tbody>\n</table>\n")
        guard !isPart else { return }
        out.write("</div>\n")
        let notes = layout.definitions(of: columns) + notes
        if !notes.isEmpty {
            out.write(
                "<ul>\n" + notes.map { "<li>\(Markup.text($0, in: language))</li>\n" }.joined()
                    + "</ul>\n")
        }
        out.write("</main>\n" + HTMLPage.end)
    }

    private func start(_ title: String) -> String {
        let title = title.isEmpty ? Phrase("Table").text(in: language) : title
        return HTMLPage.start(title: title, style: HTMLPage.style, in: language)
            + "<main>\n<h1>\(title)</h1>\n"
            + "<div class=\"scroll\" role=\"region\" aria-label=\"\(title)\" tabindex=\"0\">\n"
    }

    /// Writes the buffered rows.
    private mutating func draw(into out: inout [UInt8]) -> BarScale {
        heading = fullestText
        let bars = BarScale(layout, first.rows)
        for row in first.rows { out.write(line(row, bars)) }
        return bars
    }

    /// The first column of texts, or a later one that is empty in fewer of the first rows.
    private var fullestText: Int? {
        let texts = columns.filter { layout.columns[$0].style == .text }
        let filled = texts.map { text in first.rows.count { $0.cell(text) != .empty } }
        return zip(texts, filled).max { $0.1 < $1.1 }?.0
    }

    private func label(_ number: Int) -> String {
        let column = layout.columns[number]
        let cell =
            "<th scope=\"col\"\(Self.kind(column))>\(Markup.text(column.label, in: language))</th>"
        return column.bar ? cell + Self.bar(0) : cell
    }

    private func line(_ row: Table.Row, _ bars: BarScale) -> String {
        "<tr>" + columns.map { cell($0, row, bars: bars) }.joined() + "</tr>\n"
    }

    private func cell(_ number: Int, _ row: Table.Row, bars: BarScale) -> String {
        let column = layout.columns[number]
        let shown = CellText(column.style, for: .people(language)).string(row.cell(number))
        let (text, direction) = (shown.visible().escapedAsMarkup, Markup.direction(shown))
        // A screen reader announces an empty heading as nothing.
        if number == heading, !text.isEmpty {
            let indent = row.shownDepth > 0 ? " style=\"--depth:\(row.shownDepth)\"" : ""
            return "<th scope=\"row\"\(direction)\(indent)>\(text)</th>"
        }
        let cell = "<td\(Self.kind(column))\(direction)>\(text)</td>"
        return column.bar ? cell + Self.bar(bars.share(row.cell(number), of: number)) : cell
    }

    private static func bar(_ share: Double) -> String {
        guard share > 0 else { return "<td class=\"bar\"></td>" }
        return "<td class=\"bar\"><i style=\"width:\(NumberText.fixed(share * 100, places: 1))%\"></i></td>"
    }

    private static func kind(_ column: Table.Column) -> String {
        if column.style.isNumber { return " class=\"number\"" }
        return column.style.isRightAligned ? " class=\"right\"" : ""
    }
}
