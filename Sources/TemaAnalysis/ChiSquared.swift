import Glibc

/// Pearson's chi-squared test of independence for a table of units with and without a property (rows) by group (columns).
///
/// Pearson (1900), Philosophical Magazine 50. All results are `nil` if a row is empty or if fewer than two groups have
/// units.
public struct ChiSquared: Sendable, Hashable {
    /// The groups, in the order of the table's columns.
    public let groups: [Group]

    /// The counts of one group.
    public struct Group: Sendable, Hashable {
        /// The number of units with the property.
        public let count: Int
        /// The number of all units.
        public let total: Int

        /// Creates a group in which `count` of `total` units have the property.
        public init(_ count: Int, of total: Int) { (self.count, self.total) = (count, total) }
    }

    /// Creates a test across `groups`.
    public init(_ groups: [Group]) { self.groups = groups }

    private var count: Int { groups.reduce(0) { $0 + $1.count } }
    private var total: Int { groups.reduce(0) { $0 + $1.total } }
    private var filled: [Group] { groups.filter { $0.total > 0 } }
    private var isDefined: Bool { count > 0 && count < total && filled.count > 1 }

    /// The degrees of freedom: the number of groups that have units, minus one.
    public var degrees: Int? { isDefined ? filled.count - 1 : nil }

    /// χ² = Σ (O − E)² / E over both rows, with E = row · column / N.
    public var statistic: Double? {
        sum { observed, expected in (observed - expected) * (observed - expected) / expected }
    }

    /// The log-likelihood ratio G² = 2 Σ O ln (O / E), known in corpus linguistics as keyness. Dunning (1993).
    public var logLikelihood: Double? {
        sum { observed, expected in observed == 0 ? 0 : 2 * observed * log(observed / expected) }.map { max(0, $0) }
    }

    /// The p-value of χ²: its upper tail probability with ``degrees`` degrees of freedom.
    public var p: Double? {
        guard let statistic, let degrees else { return nil }
        return UpperGamma.regularised(Double(degrees) / 2, statistic / 2)
    }

    /// The p-value of G²: its upper tail probability in the χ² distribution with ``degrees`` degrees of freedom.
    var likelihoodP: Double? {
        guard let logLikelihood, let degrees else { return nil }
        return UpperGamma.regularised(Double(degrees) / 2, logLikelihood / 2)
    }

    /// Returns the signed keyness of a group: G² of the group against all other groups, negative if the group's share is
    /// lower than theirs. `nil` if the group or the others have no units.
    ///
    /// It is `textstat_keyness(measure = "lr", correction = "none")` of quanteda. Rayson & Garside (2000), Comparing
    /// corpora using frequency profiling.
    func keyness(of index: Int) -> Double? {
        let group = groups[index]
        let others = Group(count - group.count, of: total - group.total)
        guard let likelihood = ChiSquared([group, others]).logLikelihood else { return nil }
        // Shares compared without division.
        let isLower = Double(group.count) * Double(others.total) < Double(others.count) * Double(group.total)
        return isLower ? -likelihood : likelihood
    }

    /// Cramér's V = √(χ² / N) for a table with two rows, from 0 to 1. Cramér (1946), Mathematical Methods of
    /// Statistics, section 21.9.
    public var cramersV: Double? { statistic.map { ($0 / Double(total)).squareRoot() } }

    /// The smallest expected count E. The χ² approximation is unreliable if it is below 5 (Cochran 1954).
    public var leastExpected: Double? {
        guard isDefined else { return nil }
        let row = Double(min(count, total - count)) / Double(total)
        return filled.map { Double($0.total) * row }.min()
    }

    /// The two-sided p-value of Fisher's exact test; `nil` unless exactly two groups have units.
    public var fisher: Double? {
        guard isDefined, filled.count == 2 else { return nil }
        return PairAssociation(both: filled[0].count, a: filled[0].total, b: count, units: total).fisherExact
    }

    /// The adjusted standardized residual of each group, (O − E) / √(E (1 − row / N) (1 − column / N)): the difference
    /// from the count expected under independence, in standard deviations. Haberman (1973), Biometrics 29(1).
    public var adjustedResiduals: [Double?] {
        let share = Double(count) / Double(max(total, 1))
        return groups.map { group in
            guard isDefined, group.total > 0 else { return nil }
            let expected = Double(group.total) * share
            let spread = expected * (1 - share) * (1 - Double(group.total) / Double(total))
            return (Double(group.count) - expected) / spread.squareRoot()
        }
    }

    private func sum(_ term: (Double, Double) -> Double) -> Double? {
        guard isDefined else { return nil }
        let share = Double(count) / Double(total)
        return filled.reduce(0) { sum, group in
            let (all, with) = (Double(group.total), Double(group.count))
            return sum + term(with, all * share) + term(all - with, all * (1 - share))
        }
    }
}

/// The regularized upper incomplete gamma function Q(a, x), from which the upper tail of χ² is computed.
enum UpperGamma {
    /// Returns Q(a, x): by the series of P for x < a + 1, otherwise by Lentz's continued fraction. Press et al. (2007),
    /// Numerical Recipes, section 6.2.
    static func regularised(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        let front = exp(a * log(x) - x - lgamma(a))
        return min(1, max(0, x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)))
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var (term, sum, n) = (1 / a, 1 / a, a)
        while term > sum * 1e-17 {
            n += 1
            term *= x / n
            sum += term
        }
        return sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var (c, d) = (1 / tiny, 1 / b)
        var result = d
        for step in 1...10_000 {
            let n = Double(step)
            let part = -n * (n - a)
            b += 2
            d = 1 / nonZero(part * d + b, tiny)
            c = nonZero(b + part / c, tiny)
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }

    private static func nonZero(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }
}
