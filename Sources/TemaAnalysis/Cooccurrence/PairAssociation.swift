import Glibc

/// The 2 × 2 contingency table of two codes over units, with measures of association.
///
/// |           | with b       | without b          | all       |
/// |-----------|--------------|--------------------|-----------|
/// | with a    | `both`       | `a - both`         | `a`       |
/// | without a | `b - both`   | the rest           |           |
/// | all       | `b`          |                    | `units`   |
///
/// All measures are symmetric in a and b.
public struct PairAssociation: Sendable, Hashable {
    /// n_ab: units with both codes.
    public let both: Int
    /// n_a: units with the first code.
    public let a: Int
    /// n_b: units with the second code.
    public let b: Int
    /// N: all units.
    public let units: Int

    /// Creates a table from n_ab, its margins n_a and n_b, and N.
    ///
    /// - Precondition: No cell of the table is negative.
    public init(both: Int, a: Int, b: Int, units: Int) {
        precondition(both >= max(0, a + b - units) && both <= min(a, b) && max(a, b) <= units, "a cell is negative")
        self.both = both
        self.a = a
        self.b = b
        self.units = units
    }

    /// The Jaccard index n_ab / (n_a + n_b − n_ab), from 0 to 1: the share of the units with either code that have
    /// both.
    ///
    /// Jaccard (1901), Bulletin de la Société vaudoise des sciences naturelles 37. In qualitative research it is known
    /// as the c-coefficient. `nil` if neither code occurs.
    public var jaccard: Double? {
        let either = a + b - both
        return either == 0 ? nil : Double(both) / Double(either)
    }

    /// The lift N · n_ab / (n_a · n_b): the ratio of observed to expected co-occurrences; 1 is independence.
    ///
    /// `nil` if one of the codes does not occur.
    public var lift: Double? {
        a == 0 || b == 0 ? nil : Double(units) * Double(both) / (Double(a) * Double(b))
    }

    /// Normalized pointwise mutual information, ln lift / −ln(n_ab / N), from −1 to 1; 0 is independence.
    ///
    /// Bouma (2009), Normalized (pointwise) mutual information in collocation extraction, GSCL. If the quotient is
    /// undefined, its limit is used: −1 for codes that never co-occur, 1 for codes that are both in every unit. `nil`
    /// if one of the codes does not occur.
    public var npmi: Double? {
        guard let lift else { return nil }
        if both == 0 { return -1 }
        if both == units { return 1 }
        return log(lift) / -log(Double(both) / Double(units))
    }

    /// The phi coefficient, the correlation of two binary variables, from −1 to 1:
    /// (N · n_ab − n_a · n_b) / √(n_a · n_b · (N − n_a) · (N − n_b)).
    ///
    /// `nil` if a code is in no unit or in every unit.
    public var phi: Double? {
        let spread = Double(a) * Double(b) * Double(units - a) * Double(units - b)
        return spread == 0 ? nil : Double(units) * deviation / spread.squareRoot()
    }

    /// The deviation of n_ab from its expected value, n_ab − n_a · n_b / N. All four cells have the same absolute
    /// deviation.
    var deviation: Double {
        units == 0 ? 0 : (Double(units) * Double(both) - Double(a) * Double(b)) / Double(units)
    }

    /// Returns the sum of `term` over the four cells.
    func sumOfCells(_ term: (_ observed: Int, _ expected: Double, _ deviation: Double) -> Double) -> Double {
        func cell(_ observed: Int, row: Int, column: Int, sign: Double) -> Double {
            term(observed, Double(row) * Double(column) / Double(max(units, 1)), sign * deviation)
        }
        return cell(both, row: a, column: b, sign: 1) + cell(a - both, row: a, column: units - b, sign: -1)
            + cell(b - both, row: units - a, column: b, sign: -1)
            + cell(units - a - b + both, row: units - a, column: units - b, sign: 1)
    }
}

extension PairAssociation {
    /// The log-likelihood ratio G² = 2 · Σ O · ln(O / E) over the four cells, with E = row · column / N and 0 · ln 0 =
    /// 0; 0 is independence.
    ///
    /// Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics
    /// 19(1). Near independence, ln (O / E) is computed as ln (1 + (O − E) / E): the difference O − E has less rounding
    /// error than the quotient, so small values of G² are accurate even in tables of millions of units.
    public var logLikelihood: Double {
        let sum = sumOfCells { observed, expected, deviation in
            if observed == 0 { return 0 }
            let relative = deviation / expected
            return Double(observed) * (abs(relative) < 0.5 ? log1p(relative) : log(Double(observed) / expected))
        }
        return max(0, 2 * sum)
    }
}
