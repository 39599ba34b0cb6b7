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
    /// The numbers of the columns that programs, or people, get.
    func columns(for audience: Table.Column.Audience) -> [Int] {
        columns.indices.filter { columns[$0].audience == .everyone || columns[$0].audience == audience }
    }

    /// The column, of those that people see, whose cells show how deep their rows are.
    var indentedColumn: Int? { columns(for: .people).first { columns[$0].style == .text } }
}

extension Table.Row {
    /// The cell of a column; empty where the row has none.
    func cell(_ column: Int) -> Table.Cell { cells.indices.contains(column) ? cells[column] : .empty }

    /// The row's depth, within what can be drawn.
    var shownDepth: Int { min(max(depth, 0), 50) }
}

/// Cells as one piece of text, with the digits that programs or people get.
package struct CellText {
    let style: Table.Column.Style
    let isForPeople: Bool

    package init(_ style: Table.Column.Style, forPeople: Bool) {
        self.style = style
        isForPeople = forPeople
    }

    /// Nothing where there is nothing to say; people see a dash for a missing number.
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

    /// A number as the style has it; nothing for one that is not finite.
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

    /// Texts are taken for a path, such as headings one below the other.
    private func list(_ items: [Table.Cell]) -> String {
        let isPath = items.allSatisfy { if case .text = $0 { true } else { false } }
        return items.map(string).joined(separator: isPath ? " > " : " | ")
    }
}
