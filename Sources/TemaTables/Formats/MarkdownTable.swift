import TemaModel

/// A pipe table (GitHub Flavored Markdown) under a heading, with the notes as a list.
///
/// Markdown and HTML special characters in cells are escaped.
struct MarkdownTable: TableFormat {
    static let name = "markdown"
    static let summary = "a Markdown pipe table, for notes and manuscripts"
    static let carriesNotes = true

    private let layout: Table.Layout
    private let columns: [Int]
    private let indented: Int?
    private let language: DisplayLanguage

    init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        columns = layout.columns(for: .people)
        indented = layout.indentedColumn
        language = options.language
    }

    mutating func begin(into out: inout [UInt8]) {
        if !layout.title.isEmpty { out.write("## \(Self.block(layout.title.text(in: language)))\n\n") }
        guard !columns.isEmpty else { return }
        out.write(Self.line(columns.map { Self.escaped(layout.columns[$0].label.text(in: language)) }))
        out.write(Self.line(columns.map { layout.columns[$0].style.isRightAligned ? "---:" : "---" }))
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        guard !columns.isEmpty else { return }
        out.write(
            Self.line(
                columns.map { number in
                    let text = CellText(layout.columns[number].style, for: .people(language)).string(row.cell(number))
                    let indent = number == indented ? row.shownDepth : 0
                    return String(repeating: "&emsp;", count: indent) + Self.escaped(text)
                }))
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        let notes = layout.definitions(of: columns) + notes
        guard !notes.isEmpty else { return }
        out.write("\n" + notes.map { "- \(Self.block($0.text(in: language)))\n" }.joined())
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    static func escaped(_ text: String) -> String {
        text.visible(lineBreak: "\n").replacingScalars { scalar in
            switch scalar {
            case "\n": "<br>"
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\\", "|", "*", "_", "`", "[", "]", "~", "$": "\\" + String(scalar)
            default: nil
            }
        }
    }

    /// Returns the text of a heading or list item. A first character that could begin a list, heading or code block
    /// is written as a character reference.
    static func block(_ text: String) -> String {
        let escaped = escaped(text.visible())
        guard let first = escaped.unicodeScalars.first else { return "" }
        switch first {
        case "#", "+", "-", "=", " ", "0"..."9":
            return "&#\(first.value);" + String(escaped.unicodeScalars.dropFirst())
        default: return escaped
        }
    }
}
