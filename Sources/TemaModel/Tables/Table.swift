/// A table of results with descriptions of its columns: the output of every statistic and listing.
public struct Table: Sendable, Hashable {
    /// The title and the columns.
    public var layout: Layout
    /// The rows in the order in which they are written.
    public var rows: [Row]
    /// Denominators and definitions of all columns, one sentence each, that explain how the numbers were counted.
    public var notes: [Phrase]

    /// Creates a table.
    public init(_ layout: Layout, rows: [Row] = [], notes: [Phrase] = []) {
        self.layout = layout
        self.rows = rows
        self.notes = notes
    }

    /// A table's title and columns, which must be known before its first row.
    public struct Layout: Sendable, Hashable {
        /// The table's title.
        public var title: Phrase
        /// The columns from left to right.
        public var columns: [Column]
        /// The name of the column by which rows are ranked if no column is chosen, or nil.
        public var mainColumn: String?

        /// Creates a layout.
        public init(title: Phrase, columns: [Column], mainColumn: String? = nil) {
            (self.title, self.columns, self.mainColumn) = (title, columns, mainColumn)
        }

        /// Creates a layout whose title is a literal.
        public init(title: Phrase.Literal, columns: [Column], mainColumn: String? = nil) {
            self.init(title: Phrase(title), columns: columns, mainColumn: mainColumn)
        }
    }

    /// A row of cells.
    public struct Row: Sendable, Hashable {
        /// The cells, one for each column.
        public var cells: [Cell]
        /// The indentation of the first visible text cell in formats for people: 0 for the top level of a tree.
        public var depth: Int

        /// Creates a row.
        public init(_ cells: [Cell], depth: Int = 0) {
            self.cells = cells
            self.depth = depth
        }
    }

    /// The value of a cell.
    public enum Cell: Sendable, Hashable {
        /// No value, or an undefined number.
        case empty
        case text(String)
        /// A text that formats for people translate. Formats for programs have it in English.
        case phrase(Phrase)
        case integer(Int)
        case number(Double)
        case list([Cell])
        case record([Field])
    }

    /// A named value of a record.
    public struct Field: Sendable, Hashable {
        /// The field's name.
        public var name: String
        /// The field's value.
        public var value: Cell

        /// Creates a field.
        public init(_ name: String, _ value: Cell) {
            self.name = name
            self.value = value
        }
    }
}

extension Table.Row {
    /// Returns the cell of a column, which is empty if the row has no such cell.
    package func cell(_ column: Int) -> Table.Cell { cells.indices.contains(column) ? cells[column] : .empty }
}
