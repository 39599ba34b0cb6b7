import TemaModel

/// p and q of every pair of codes that both occur, whether they meet or not.
///
/// A pair's p depends on its contingency table alone, so each different table is tested once and weighs as many pairs as
/// have it. Codes in n different numbers of units took at least n² / 2 units in counting, so the tables of pairs that
/// never meet are no more than what was counted, however many such pairs there are.
struct PairSignificance {
    /// How many pairs of codes both occur.
    let pairs: Int
    private let results: [Contingency: (p: Double, q: Double)]

    /// - Parameters:
    ///   - holding: for each code, the units that hold it; 0 for those that do not take part.
    ///   - sharing: for pairs that meet, the units that hold both.
    ///   - units: N.
    init(holding: [Int], sharing: PairCounts, units: Int) {
        var tables: [Contingency: Int] = [:]
        var apart = Self.allPairs(holding)
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

    /// p of Fisher's exact test and q over all pairs, for a table of one of the pairs.
    func result(for table: Contingency) -> (p: Double, q: Double)? {
        results[Margins(table.a, table.b).table(both: table.both, units: table.units)]
    }

    /// The number of pairs of codes for each two numbers of units.
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

    /// How many units hold each code of a pair, whichever is which.
    private struct Margins: Hashable {
        let low: Int
        let high: Int

        init(_ a: Int, _ b: Int) {
            low = min(a, b)
            high = max(a, b)
        }

        func table(both: Int, units: Int) -> Contingency { Contingency(both: both, a: low, b: high, units: units) }
    }
}
