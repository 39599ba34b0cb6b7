import TemaModel

/// The cumulative number of different codes after each document, in file order and in random orders, with the
/// saturation rule of Guest, Namey & Chen.
///
/// Memory grows with the number of documents and their codes, not with the length of the texts.
public struct Saturation: Statistic {
    /// The parameters of the saturation rule.
    ///
    /// Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation in qualitative research,
    /// PLOS ONE 15(5), doi:10.1371/journal.pone.0232076.
    public struct Rule: Sendable, Hashable {
        /// The number of documents in the base.
        public var base = 4
        /// The number of documents in a run. Runs overlap: each document from `base + run` on ends one.
        public var run = 2
        /// The threshold, in percent: saturation is reached if the new codes in a run are at most this share of the
        /// codes in the base.
        public var threshold = 5.0

        /// Creates a rule with base 4, run 2 and threshold 5 %.
        public init() {}
    }

    /// A document's codes and its sort key.
    private struct Found: Sendable {
        let source: String
        let id: String
        let codes: [Int]

        func precedes(_ other: Found) -> Bool {
            source == other.source
                ? id.utf8.lexicographicallyPrecedes(other.id.utf8)
                : source.utf8.lexicographicallyPrecedes(other.source.utf8)
        }
    }

    private let codes: CodeList
    private let level: Int?
    private let rule: Rule
    private let orders: RandomOrders
    private var document: DocumentTally
    private var found: [Found] = []

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - level: The depth of the codes to count, including their descendants; if `nil`, every code counts by itself.
    ///   - rule: The parameters of the saturation rule.
    ///   - draws: The number of random orders.
    ///   - seed: The random seed.
    public init(codes: CodeList, level: Int? = nil, rule: Rule = Rule(), draws: Int = 1000, seed: UInt64 = 1) {
        (self.codes, self.level, self.rule) = (codes, level, rule)
        orders = RandomOrders(draws: draws, seed: seed)
        document = DocumentTally(codes)
    }

    /// Records the codes that a document has.
    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        let here = document.codes.filter { code in
            level.map { codes.entries[code].depth == $0 } ?? (document[code].own > 0)
        }
        found.append(Found(source: coded.document.source, id: coded.document.id, codes: here.sorted()))
    }

    /// Adds the documents of another value with the same parameters.
    public mutating func merge(_ other: Saturation) { found += other.found }

    /// Returns one row for each document, ordered by file path.
    public func table() -> Table {
        let ordered = found.sorted { $0.precedes($1) }
        let new = Self.newCodes(ordered.map(\.codes))
        let all = new.reduce(0, +)
        let band = orders.band(ordered.map(\.codes))
        let guest = GuestRule(new, rule)
        var sum = 0
        let rows = ordered.indices.map { index in
            sum += new[index]
            return Table.Row(
                [
                    .integer(index + 1), .text(ordered[index].id), .integer(new[index]), .integer(sum),
                    all == 0 ? .empty : .number(100 * Double(sum) / Double(all)),
                    guest.shares[index].map(Table.Cell.number) ?? .empty,
                ]
                    + (band.map { [.integer($0[index].low), .integer($0[index].middle), .integer($0[index].high)] } ?? [
                        .empty, .empty, .empty,
                    ]))
        }
        return Table(Self.layout, rows: rows, notes: notes(all, guest, ids: ordered.map(\.id)))
    }

    /// Returns, for each document, the number of codes that no earlier document has.
    static func newCodes(_ documents: some Sequence<[Int]>) -> [Int] {
        var known: Set<Int> = []
        return documents.map { codes in codes.count { known.insert($0).inserted } }
    }

    private static let layout = Table.Layout(
        title: "Saturation",
        columns: [
            .init("number", "No.", style: .ordinal), .document,
            .init("new_codes", "New codes", style: .integer),
            .init("codes", "Codes so far", style: .integer, bar: true),
            .init("percent", "% of all", style: .decimal(places: 4, shown: 1)),
            .init("run_percent", "Run, % of base", style: .decimal(places: 4, shown: 1)),
            .init("random_low", "Random: 5 %", style: .integer), .init("random_median", "median", style: .integer),
            .init("random_high", "95 %", style: .integer),
        ])

    private func notes(_ all: Int, _ guest: GuestRule, ids: [String]) -> [Phrase] {
        let found = Phrase("\(count: all, "code") in \(count: ids.count, "document")")
        return [
            level == nil
                ? Phrase("\(found), each code counted by itself. Documents are sorted by file path.")
                : Phrase("\(found), codes below included. Documents are sorted by file path."),
            guest.verdict(ids),
            orders.note(ids.count),
        ]
    }
}
