import Model

/// Records of fields, one a line, as RFC 4180 has them, with LF line ends: what CSV and TSV share.
struct DelimitedLines {
    private let layout: Table.Layout
    private let columns: [Int]
    private let separator: Unicode.Scalar
    private let raw: Bool
    private let escaped: @Sendable (String) -> String

    /// - Parameter escaped: A field's text as this format writes it, before it is quoted.
    init(
        _ layout: Table.Layout, _ options: TableOptions, separator: Unicode.Scalar,
        escaped: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.layout = layout
        self.separator = separator
        self.escaped = escaped
        columns = layout.columns(for: .programs)
        raw = options.raw
    }

    func header() -> String { line(columns.map { text(layout.columns[$0].name) }) }

    func line(_ row: Table.Row) -> String {
        line(
            columns.map { number in
                let string = CellText(layout.columns[number].style, forPeople: false).string(row.cell(number))
                return switch row.cell(number) {
                case .integer, .number: string
                case .empty, .text, .list, .record: text(string)
                }
            })
    }

    /// A line of one empty field would be taken for no record at all.
    private func line(_ fields: [String]) -> String {
        fields == [""] ? "\"\"\n" : fields.joined(separator: String(separator)) + "\n"
    }

    private func text(_ string: String) -> String {
        let field = escaped(raw ? string : string.defused)
        let needsQuotes = field.unicodeScalars.contains {
            $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        return needsQuotes ? "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\"" : field
    }
}
