/// A table of results with descriptions of its columns: the output of every statistic and listing.
public struct Table: Sendable, Hashable {
    /// The title and the columns.
    public var layout: Layout
    /// The rows in the order in which they are written.
    public var rows: [Row]
    /// Definitions and denominators, one sentence each, that explain how the numbers were counted.
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

        /// Creates a layout.
        public init(title: Phrase, columns: [Column]) {
            self.title = title
            self.columns = columns
        }

        /// Creates a layout whose title is a literal.
        public init(title: Phrase.Literal, columns: [Column]) { self.init(title: Phrase(title), columns: columns) }
    }

    /// A column's names and style.
    public struct Column: Sendable, Hashable {
        /// The outputs that contain a column: a path of ids is for programs, an indented name for people.
        public enum Audience: Sendable, Hashable { case everyone, programs, people }

        /// How a column's values are written.
        public enum Style: Sendable, Hashable {
            case text
            /// Right-aligned text, such as the context before a keyword.
            case rightText
            case integer
            /// A fixed number of decimal places: `places` in machine formats, `shown` in formats for people.
            case decimal(places: Int, shown: Int)
            /// A number of significant digits, for small values such as probabilities: `digits` in machine formats,
            /// `shown` in formats for people.
            case significant(digits: Int, shown: Int)
        }

        /// The name in machine formats, such as `passages_percent`.
        public var name: String
        /// The label that people read, such as `% of passages`.
        public var label: Phrase
        /// How the values are written.
        public var style: Style
        /// The outputs that contain the column.
        public var audience: Audience
        /// Whether formats for people add a bar scaled to the column's greatest value.
        public var bar: Bool

        /// Creates a column whose label is a literal.
        public init(
            _ name: String, _ label: Phrase.Literal, style: Style = .text, for audience: Audience = .everyone,
            bar: Bool = false
        ) {
            self.init(name, Phrase(label), style: style, for: audience, bar: bar)
        }

        /// Creates a column.
        public init(
            _ name: String, _ label: Phrase, style: Style = .text, for audience: Audience = .everyone,
            bar: Bool = false
        ) {
            self.name = name
            self.label = label
            self.style = style
            self.audience = audience
            self.bar = bar
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
