import TemaModel

/// A table's cell as a spreadsheet has it.
struct SheetCell {
    /// Longer texts do not fit on the rows of a screen, and stay on one line.
    private static let mostWrapped = 1_500

    /// What people see in it.
    let shown: String
    /// Whether its text is broken into lines.
    let wraps: Bool
    private let number: Double?
    private let style: Table.Column.Style

    init(_ cell: Table.Cell, _ style: Table.Column.Style) {
        self.style = style
        let number: Double? =
            switch cell {
            case .integer(let integer): Self.isExact(integer) ? Double(integer) : nil
            case .number(let number): Self.isKnown(number) ? number : nil
            case .empty, .text, .list, .record: nil
            }
        self.number = number
        shown = CellText(style, forPeople: number != nil).string(cell)
        wraps = shown.utf8.count > SheetWidth.most && shown.utf8.count <= Self.mostWrapped
    }

    /// Whether a spreadsheet shows all its digits: it knows fifteen.
    private static func isExact(_ integer: Int) -> Bool { integer.magnitude < 1_000_000_000_000_000 }

    /// Whether it is a number to a spreadsheet, whose range is a little narrower than ours.
    private static func isKnown(_ number: Double) -> Bool {
        number == 0 || (1e-307..<9.9e307).contains(number.magnitude)
    }

    func write(to sheet: WorkbookSheet, row: Int, column: Int, indent: Int) throws(Problem) {
        if let number {
            // Zero has no sign.
            try sheet.write(number == 0 ? 0 : number, row: row, column: column, look: CellLook(mask: mask))
        } else {
            // As text, a cell stays one when somebody edits it.
            try sheet.write(
                shown, row: row, column: column,
                look: CellLook(
                    mask: shown.isFormula ? "@" : nil, wraps: wraps, isRight: style.isRightAligned, indent: indent))
        }
    }

    private var mask: String? {
        if case .text = style { nil } else { CellLook.mask(like: shown) }
    }
}

/// How wide a column of a spreadsheet is: as its heading and first cells ask for, within what reads well.
struct SheetWidth {
    static let most = 70
    private static let least = 8
    private static let room = 2
    /// Rows that decide.
    private static let deciding = 500

    private var widest: Int
    private var seen = 0

    init(_ heading: String) {
        // Headings are broken into lines; a filter's button stands beside them.
        widest = heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
        widest = max(widest + 2, min(DisplayWidth.of(heading) + 2, 24))
    }

    mutating func add(_ text: String, indent: Int) {
        guard seen < Self.deciding else { return }
        seen += 1
        guard widest < Self.most else { return }
        widest = max(widest, text.utf8.count > 4 * Self.most ? Self.most : DisplayWidth.of(text) + indent)
    }

    /// In characters, with a little room on both sides.
    var characters: Int { min(max(widest, Self.least), Self.most) + Self.room }

    /// How many lines a text takes, as wide as the column is so far.
    func lines(of text: String) -> Int { Self.lines(of: text, in: characters) }

    static func lines(of text: String, in characters: Int) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, String($1).wrapped(to: characters - room).count) }
    }
}
