extension Table {
    /// A column's names and style.
    public struct Column: Sendable, Hashable {
        /// The outputs that contain a column: a path of ids is for programs, an indented name for people.
        public enum Audience: Sendable, Hashable { case everyone, programs, people }

        /// How a column's values are written.
        public enum Style: Sendable, Hashable {
            case text
            /// Right-aligned text, such as the context before a keyword.
            case rightText
            /// Names from the outermost to the innermost, such as nested headings: a list joined by ` > ` in formats of
            /// plain text. Other lists of texts are joined by `; `.
            case path
            /// A count. Formats for people group its digits.
            case integer
            /// A number that identifies something, such as a passage or a year. Its digits are never grouped.
            case ordinal
            /// A fixed number of decimal places: `places` in machine formats, `shown` in formats for people.
            case decimal(places: Int, shown: Int)
            /// A number of significant digits, for small values such as probabilities: `digits` in machine formats,
            /// `shown` in formats for people.
            case significant(digits: Int, shown: Int)
        }

        /// How important a column is. A narrow output omits the least important columns first, and of equally important ones
        /// the last first.
        public enum Rank: Int, Comparable, Sendable, Hashable {
            case minor, usual, main
            /// The name of what the row is about. It is not cut while a number other than the main one can be omitted, or while
            /// another text can be cut.
            case name

            /// Whether the first rank is less important.
            public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
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
        /// The definition of the values, one sentence. Formats that show the column have it in their notes.
        public var definition: Phrase?
        /// How important the column is.
        public var rank: Rank
        /// The group that the column counts and its denominators, such as `2015 (12 passages)`, for one note on all columns.
        public var group: Phrase?
        /// Whether the value is a limit of the interval around the value of a column before it. A narrow output omits both
        /// limits together.
        public var isLimit = false

        /// Creates a column whose label is a literal. The rank of texts is ``Rank/main`` by default, that of numbers
        /// ``Rank/usual``.
        public init(
            _ name: String, _ label: Phrase.Literal, style: Style = .text, for audience: Audience = .everyone,
            bar: Bool = false, definition: Phrase? = nil, rank: Rank? = nil
        ) {
            self.init(name, Phrase(label), style: style, for: audience, bar: bar, definition: definition, rank: rank)
        }

        /// Creates a column. The rank of texts is ``Rank/main`` by default, that of numbers ``Rank/usual``.
        public init(
            _ name: String, _ label: Phrase, style: Style = .text, for audience: Audience = .everyone,
            bar: Bool = false, definition: Phrase? = nil, rank: Rank? = nil
        ) {
            (self.name, self.label, self.style, self.audience) = (name, label, style, audience)
            (self.bar, self.definition, self.rank) = (bar, definition, rank ?? (style.isNumber ? .usual : .main))
        }
    }
}

extension Table.Column {
    /// The column of documents' ids.
    package static let document = Table.Column("document", "Document", rank: .name)

    /// Returns the columns of an interval's limits, which follow the column of its value.
    ///
    /// - Parameters:
    ///   - low: The name of the lower limit's column.
    ///   - high: The name of the upper limit's column.
    package static func limits(
        _ low: String, _ high: String, style: Style, for audience: Audience = .everyone, definition: Phrase? = nil,
        rank: Rank? = nil
    ) -> [Table.Column] {
        [(low, Phrase("from")), (high, Phrase("to"))].map { name, label in
            var limit = Table.Column(
                name, label, style: style, for: audience, definition: definition, rank: rank)
            limit.isLimit = true
            return limit
        }
    }
}

extension Table.Column.Style {
    /// Whether the values are numbers.
    package var isNumber: Bool {
        switch self {
        case .text, .rightText, .path: false
        case .integer, .ordinal, .decimal, .significant: true
        }
    }
}

extension Table {
    /// The definitions of the columns for people.
    package var definitions: [Phrase] { layout.definitions(of: layout.columns(for: .people)) }
}

extension Table.Layout {
    /// Returns the indices of the columns for programs or for people.
    package func columns(for audience: Table.Column.Audience) -> [Int] {
        columns.indices.filter { columns[$0].audience == .everyone || columns[$0].audience == audience }
    }

    /// Returns the column of the value whose interval a column is a limit of, or the column if it is no limit.
    func limitedColumn(of column: Int) -> Int {
        columns[...column].lastIndex { !$0.isLimit } ?? column
    }

    /// Returns the definitions of some columns in their order, each once, and the denominators of their groups.
    package func definitions(of shown: some Sequence<Int>) -> [Phrase] {
        var seen: Set<Phrase> = []
        let definitions = shown.compactMap { columns[$0].definition }.filter { seen.insert($0).inserted }
        let groups = shown.compactMap { columns[$0].group }
        return definitions + (groups.isEmpty ? [] : [Phrase("Denominators: \(groups.joined(separator: ", ")).")])
    }
}

/// Returns a name that is not in `taken`, to which it is added: `name`, followed by a number if needed.
package func uniqueName(_ name: String, _ taken: inout Set<String>) -> String {
    var unique = name
    var number = 1
    while !taken.insert(unique).inserted {
        number += 1
        unique = "\(name) (\(number))"
    }
    return unique
}
