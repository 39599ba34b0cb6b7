import TemaModel

/// A table cell in a spreadsheet.
struct SheetCell {
    /// The maximum length of a wrapped text in UTF-8 bytes. Rows with longer texts would be higher than the screen.
    private static let mostWrapped = 1_500

    /// The text that people see.
    let shown: String
    /// Whether the text is wrapped.
    let wraps: Bool
    private let number: Double?
    private let style: Table.Column.Style

    init(_ cell: Table.Cell, _ style: Table.Column.Style, in language: DisplayLanguage) {
        self.style = style
        let number: Double? =
            switch cell {
            case .integer(let integer): Self.isExact(integer) ? Double(integer) : nil
            case .number(let number): Self.isKnown(number) ? number : nil
            case .empty, .text, .phrase, .list, .record: nil
            }
        self.number = number
        shown =
            if case .phrase(let phrase) = cell {
                phrase.text(in: language)
            } else {
                // A number's format is written with a point. The spreadsheet program shows its own decimal mark.
                CellText(style, for: number == nil ? .programs : .people(.english), pathSeparator: " / ").string(cell)
            }
        wraps = shown.utf8.count > SheetWidth.most && shown.utf8.count <= Self.mostWrapped
    }

    /// Whether a spreadsheet, which has fifteen significant digits, represents the number exactly.
    private static func isExact(_ integer: Int) -> Bool { integer.magnitude < 1_000_000_000_000_000 }

    /// Whether the number is in the range of spreadsheets, which is slightly narrower than that of `Double`.
    private static func isKnown(_ number: Double) -> Bool {
        number == 0 || (1e-307..<9.9e307).contains(number.magnitude)
    }

    func write(to sheet: WorkbookSheet, row: Int, column: Int, indent: Int) throws(Problem) {
        if let number {
            // Zero has no sign.
            try sheet.write(number == 0 ? 0 : number, row: row, column: column, look: CellFormat(mask: mask))
        } else {
            // The text format keeps the cell a text when it is edited.
            try sheet.write(
                shown, row: row, column: column,
                look: CellFormat(
                    mask: shown.isFormula ? "@" : nil, wraps: wraps, isRight: style.isRightAligned, indent: indent))
        }
    }

    private var mask: String? {
        switch style {
        case .text, .path: nil
        case .ordinal, .significant: CellFormat.mask(like: shown, isGrouped: false)
        case .rightText, .integer, .decimal: CellFormat.mask(like: shown, isGrouped: true)
        }
    }
}

/// The width of a spreadsheet column, determined by its heading and first cells.
struct SheetWidth {
    static let most = 70
    private static let least = 8
    private static let margin = 2
    /// The number of rows that determine the width.
    private static let deciding = 500

    private var widest: Int
    private var seen = 0

    init(_ heading: String) {
        // Headings are wrapped, and the filter button needs space beside them.
        widest = heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
        widest = max(widest + 2, min(DisplayWidth.of(heading) + 2, 24))
    }

    mutating func add(_ text: String, indent: Int) {
        guard seen < Self.deciding else { return }
        seen += 1
        guard widest < Self.most else { return }
        widest = max(widest, text.utf8.count > 4 * Self.most ? Self.most : DisplayWidth.of(text) + indent)
    }

    /// The width in characters, including padding.
    var characters: Int { min(max(widest, Self.least), Self.most) + Self.margin }

    /// Returns the number of lines that a text needs at the current width.
    func lines(of text: String) -> Int { Self.lines(of: text, in: characters) }

    static func lines(of text: String, in characters: Int) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, String($1).wrapped(to: characters - margin).count) }
    }
}
