import TemaModel

/// p and q of every pair of codes that both occur, including pairs that never co-occur.
///
/// A pair's p depends only on its contingency table, so each distinct table is tested once, with the number of pairs
/// that have it. If codes have n distinct unit counts, at least n² / 2 units were counted. So the number of distinct
/// tables of pairs that never co-occur is bounded by the work of counting, however many such pairs there are.
struct PairSignificance {
    /// The number of pairs of codes that both occur.
    let pairs: Int
    private let results: [PairAssociation: (p: Double, q: Double)]

    /// Tests all pairs.
    ///
    /// - Parameters:
    ///   - holding: The number of units with each code; 0 for codes that are not paired.
    ///   - sharing: The number of units with both codes, for pairs that co-occur.
    ///   - units: N.
    init(holding: [Int], related: [Cooccurrence.Pair] = [], sharing: PairCounts, units: Int) {
        var tables: [PairAssociation: Int] = [:]
        var apart = Self.allPairs(holding)
        for pair in related { apart[Margins(holding[pair.a], holding[pair.b]), default: 0] -= 1 }
        pairs = apart.values.reduce(0, +)
        for (pair, both) in sharing.all {
            let margins = Margins(holding[pair.a], holding[pair.b])
            apart[margins, default: 0] -= 1
            tables[margins.table(both: both, units: units), default: 0] += 1
        }
        for (margins, count) in apart where count > 0 { tables[margins.table(both: 0, units: units)] = count }

        let different = tables.map { (table: $0.key, p: $0.key.fisherExact, count: $0.value) }
        let q = BenjaminiHochberg.adjusted(different.map { BenjaminiHochberg.Tests(p: $0.p, count: $0.count) })
        results = Dictionary(uniqueKeysWithValues: zip(different, q).map { ($0.table, (p: $0.p, q: $1)) })
    }

    /// Returns p of Fisher's exact test and q over all pairs for the table of a pair, or `nil` if no pair has this
    /// table.
    func result(for table: PairAssociation) -> (p: Double, q: Double)? {
        results[Margins(table.a, table.b).table(both: table.both, units: table.units)]
    }

    /// Returns the number of pairs of codes for each pair of unit counts.
    private static func allPairs(_ holding: [Int]) -> [Margins: Int] {
        var codes: [Int: Int] = [:]
        for count in holding where count > 0 { codes[count, default: 0] += 1 }
        var pairs: [Margins: Int] = [:]
        for (a, codesWithA) in codes {
            for (b, codesWithB) in codes where a <= b {
                pairs[Margins(a, b)] = a == b ? codesWithA * (codesWithA - 1) / 2 : codesWithA * codesWithB
            }
        }
        return pairs
    }

    /// The number of units with each code of a pair, in either order.
    private struct Margins: Hashable {
        let low: Int
        let high: Int

        init(_ a: Int, _ b: Int) {
            low = min(a, b)
            high = max(a, b)
        }

        func table(both: Int, units: Int) -> PairAssociation {
            PairAssociation(both: both, a: low, b: high, units: units)
        }
    }
}
