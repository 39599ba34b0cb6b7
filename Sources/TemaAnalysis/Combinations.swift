import TemaModel

/// The sets of codes that occur together in units of text: the number of units with exactly these codes.
///
/// By default the codes are those that were given themselves, whatever their depth, each by its own codings. With a level,
/// the codes are those of the level, and a unit has a code if it has evidence of the code or of a descendant.
///
/// - Complexity: Memory is proportional to the number of different sets that occur.
public struct Combinations: Statistic {
    private let codes: CodeList
    private let unit: CooccurrenceUnit
    private let level: Int?
    private let least: Int
    /// For each code, the code that it counts for: itself, or with a level itself or an ancestor.
    private let counted: [Int?]
    private var units = 0
    /// Whether a unit counts once for each coder.
    private var isByCoder = false
    /// The number of units by their codes, which are ascending.
    private var counts: [[Int]: Int] = [:]

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - unit: The unit in which codes occur together.
    ///   - level: The depth of the codes, 1 for the top level; `nil` for the codes that were given themselves.
    ///   - least: The least number of codes of a set in the table, at least 1.
    public init(codes: CodeList, unit: CooccurrenceUnit, level: Int? = nil, from least: Int = 3) {
        (self.codes, self.unit, self.level, self.least) = (codes, unit, level, max(1, least))
        counted = codes.counted(atLevel: level)
    }

    /// Counts the sets of codes of a document's units. If the document has the codings of each coder, a unit counts once for
    /// each of them, so that all codes of a set are by one coder.
    public mutating func add(_ coded: CodedDocument) {
        guard coded.coders.isEmpty else {
            isByCoder = true
            for coder in coded.coders { add(coder) }
            return
        }
        var held: [Int: Set<Int>] = [:]
        units += unit.visit(coded) { unit, code in
            if let code = counted[code] { held[unit, default: []].insert(code) }
        }
        for set in held.values { counts[set.sorted(), default: 0] += 1 }
    }

    /// Adds the counts of another value with the same unit and level.
    public mutating func merge(_ other: Combinations) {
        units += other.units
        isByCoder = isByCoder || other.isByCoder
        counts.merge(other.counts) { $0 + $1 }
    }

    /// Returns one row for each set of at least the least number of codes, the most frequent first; of equally frequent sets
    /// the one whose codes are earlier in the codebook.
    public func table() -> Table {
        let shown = counts.filter { $0.key.count >= least }.sorted {
            $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
        }
        let rows = shown.map { set, count in
            let names = set.map { codes.entries[$0].name }.joined(separator: " + ")
            return Table.Row([
                .list(set.map { .text(codes.entries[$0].path) }), .text(names), .integer(set.count), .integer(count),
                units == 0 ? .empty : .number(100 * Double(count) / Double(units)),
            ])
        }
        let layout = Table.Layout(
            title: "Combinations of codes in one \(unit.noun)",
            columns: [
                .init("codes", "codes", for: .programs), .init("names", "codes together"),
                .init("size", "number of codes", style: .integer), .init("units", "units", style: .integer, bar: true),
                .init("units_percent", "% of units", style: .decimal(places: 4, shown: 1)),
            ])
        return Table(layout, rows: rows, notes: notes)
    }

    private var notes: [Phrase] {
        let coders =
            isByCoder
            ? [
                Phrase(
                    """
                    All codes of a combination are by one coder: a unit counts once for each coder who has coded in its \
                    document or marked it as done.
                    """)
            ] : []
        let kinds =
            level.map { Phrase("The codes are those of level \(codes.name(ofLevel: $0)), codes below included.") }
            ?? Phrase("The codes are those that were given themselves, each by its own codings.")
        return coders + [
            Phrase("Unit: \(unit.definition)."),
            Phrase(
                "Units: those with exactly these codes and no other, so that each unit counts once. Number of units (N): \(units)."
            ),
            kinds,
        ] + (least > 1 ? [Phrase("Combinations of fewer than \(least) codes are not listed.")] : [])
    }
}
