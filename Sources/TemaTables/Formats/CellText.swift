import TemaModel

extension Table.Column.Style {
    var isNumber: Bool {
        switch self {
        case .text, .rightText: false
        case .integer, .decimal, .significant: true
        }
    }

    var isRightAligned: Bool { self != .text }
}

extension Table.Layout {
    /// Returns the indices of the columns for programs or for people.
    func columns(for audience: Table.Column.Audience) -> [Int] {
        columns.indices.filter { columns[$0].audience == .everyone || columns[$0].audience == audience }
    }

    /// The column that is indented in formats for people: the first text column.
    var indentedColumn: Int? { columns(for: .people).first { columns[$0].style == .text } }
}

extension Table.Row {
    /// Returns the cell of a column, which is empty if the row has no such cell.
    func cell(_ column: Int) -> Table.Cell { cells.indices.contains(column) ? cells[column] : .empty }

    /// The indentation level, limited to 0 to 50.
    var shownDepth: Int { min(max(depth, 0), 50) }
}

/// Converts cells to text, with the digits for programs or for people.
package struct CellText {
    let style: Table.Column.Style
    let isForPeople: Bool

    package init(_ style: Table.Column.Style, forPeople: Bool) {
        self.style = style
        isForPeople = forPeople
    }

    /// Returns a cell as text. Empty cells return an empty string, or a dash for missing numbers in formats for
    /// people.
    package func string(_ cell: Table.Cell) -> String {
        switch cell {
        case .empty: style.isNumber ? missing : ""
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): self.number(number) ?? missing
        case .list(let items): list(items)
        case .record(let fields): fields.map { "\($0.name)=\(string($0.value))" }.joined(separator: "; ")
        }
    }

    /// Returns a number in the column's style, or nil if it is not finite.
    func number(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        return switch style {
        case .text, .rightText: value.description
        case .integer: NumberText.fixed(value, places: 0)
        case .decimal(let places, let shown): NumberText.fixed(value, places: isForPeople ? shown : places)
        case .significant(let digits, let shown): NumberText.significant(value, digits: isForPeople ? shown : digits)
        }
    }

    private var missing: String { isForPeople ? "–" : "" }

    /// Joins a list. Lists of texts are paths, such as nested headings.
    private func list(_ items: [Table.Cell]) -> String {
        let isPath = items.allSatisfy { if case .text = $0 { true } else { false } }
        return items.map(string).joined(separator: isPath ? " > " : " | ")
    }
}
