import TemaModel

/// How many different codes have been found after each document, in the order of the documents and in random orders, with the
/// rule of Guest, Namey & Chen.
///
/// Holds the codes of each document, not its text: it tells about documents one by one.
public struct Saturation: Statistic {
    /// Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation in qualitative research, PLOS ONE
    /// 15(5), doi:10.1371/journal.pone.0232076.
    public struct Rule: Sendable, Hashable {
        /// How many documents the base consists of.
        public var base = 4
        /// How many documents a run consists of; each document after the base ends one, so runs overlap.
        public var run = 2
        /// New codes in a run as a share of those in the base, in percent, at or under which saturation is reached.
        public var threshold = 5.0

        public init() {}
    }

    /// A document's codes, and what puts it in order.
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

    /// - Parameters:
    ///   - level: The depth of the codes to count, those below them included; else all codes by themselves.
    ///   - draws: How many random orders the band is made from.
    public init(codes: CodeList, level: Int? = nil, rule: Rule = Rule(), draws: Int = 1000, seed: UInt64 = 1) {
        (self.codes, self.level, self.rule) = (codes, level, rule)
        orders = RandomOrders(draws: draws, seed: seed)
        document = DocumentTally(codes)
    }

    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        let here = document.codes.filter { code in
            level.map { codes.entries[code].depth == $0 } ?? (document[code].own > 0)
        }
        found.append(Found(source: coded.document.source, id: coded.document.id, codes: here.sorted()))
    }

    public mutating func merge(_ other: Saturation) { found += other.found }

    public func table() -> Table {
        let ordered = found.sorted { $0.precedes($1) }
        let new = Self.newCodes(ordered.map(\.codes))
        let all = new.reduce(0, +)
        let band = orders.band(ordered.map(\.codes))
        let guest = GuestRule(new, rule)
        var sum = 0
        let rows = ordered.indices.map { at in
            sum += new[at]
            return Table.Row(
                [
                    .integer(at + 1), .text(ordered[at].id), .integer(new[at]), .integer(sum),
                    all == 0 ? .empty : .number(100 * Double(sum) / Double(all)),
                    guest.shares[at].map(Table.Cell.number) ?? .empty,
                ]
                    + (band.map { [.integer($0[at].low), .integer($0[at].middle), .integer($0[at].high)] } ?? [
                        .empty, .empty, .empty,
                    ]))
        }
        return Table(Self.layout, rows: rows, notes: notes(all, guest, ids: ordered.map(\.id)))
    }

    /// For each document the codes that no document before it has.
    static func newCodes(_ documents: some Sequence<[Int]>) -> [Int] {
        var known: Set<Int> = []
        return documents.map { codes in codes.count { known.insert($0).inserted } }
    }

    private static let layout = Table.Layout(
        title: "Saturation",
        columns: [
            .init("number", "No.", style: .integer), .init("document", "Document"),
            .init("new_codes", "New codes", style: .integer),
            .init("codes", "Codes so far", style: .integer, bar: true),
            .init("percent", "% of all", style: .decimal(places: 4, shown: 1)),
            .init("run_percent", "Run, % of base", style: .decimal(places: 4, shown: 1)),
            .init("random_low", "Random: 5 %", style: .integer), .init("random_median", "half", style: .integer),
            .init("random_high", "95 %", style: .integer),
        ])

    private func notes(_ all: Int, _ guest: GuestRule, ids: [String]) -> [String] {
        [
            "\(all) codes in \(ids.count) documents, "
                + (level == nil ? "each by itself." : "with those below them.")
                + " Documents are in the order of their files.",
            guest.verdict(ids),
            orders.note(ids.count),
        ]
    }
}
