/// Rows of results with what their columns mean: what every statistic and listing ends in.
public struct Table: Sendable, Hashable {
    public var layout: Layout
    public var rows: [Row]
    /// Definitions and denominators, a sentence each: how the numbers were counted.
    public var notes: [String]

    public init(_ layout: Layout, rows: [Row] = [], notes: [String] = []) {
        self.layout = layout
        self.rows = rows
        self.notes = notes
    }

    /// A table's title and columns: all that must be known before its first row.
    public struct Layout: Sendable, Hashable {
        public var title: String
        public var columns: [Column]

        public init(title: String, columns: [Column]) {
            self.title = title
            self.columns = columns
        }
    }

    public struct Column: Sendable, Hashable {
        /// Who wants to see it: a path of ids is for programs, an indented name for people.
        public enum Audience: Sendable, Hashable { case everyone, programs, people }

        /// How its numbers are written.
        public enum Style: Sendable, Hashable {
            case text
            /// Text that is set against its right edge: what stands before a keyword.
            case rightText
            case integer
            /// Fixed decimal places: those that programs get, and those that people see.
            case decimal(places: Int, shown: Int)
            /// Significant digits, for values as small as probabilities.
            case significant(digits: Int, shown: Int)
        }

        /// As programs know it: `passages_percent`.
        public var name: String
        /// As people read it: `% of passages`.
        public var label: String
        public var style: Style
        public var audience: Audience
        /// Whether people see a bar for it, scaled to the column's greatest value.
        public var bar: Bool

        public init(
            _ name: String, _ label: String, style: Style = .text, for audience: Audience = .everyone,
            bar: Bool = false
        ) {
            self.name = name
            self.label = label
            self.style = style
            self.audience = audience
            self.bar = bar
        }
    }

    public struct Row: Sendable, Hashable {
        /// One for each column.
        public var cells: [Cell]
        /// How far people see its first visible text cell indented: 0 at the top of a tree.
        public var depth: Int

        public init(_ cells: [Cell], depth: Int = 0) {
            self.cells = cells
            self.depth = depth
        }
    }

    public enum Cell: Sendable, Hashable {
        /// Nothing to say, or a number that is not defined here.
        case empty
        case text(String)
        case integer(Int)
        case number(Double)
        case list([Cell])
        case record([Field])
    }

    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: Cell

        public init(_ name: String, _ value: Cell) {
            self.name = name
            self.value = value
        }
    }
}
