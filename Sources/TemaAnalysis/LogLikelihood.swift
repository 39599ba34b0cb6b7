import Glibc

extension Contingency {
    /// The log-likelihood ratio statistic G² = 2 · Σ O · ln(O / E) over the four cells, with E = row · column / N and
    /// 0 · ln 0 = 0; 0 is independence.
    ///
    /// Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics
    /// 19(1). Near independence ln (O / E) is taken as ln (1 + (O − E) / E), whose difference is known more exactly than
    /// the quotient, so that small values of G² are right in tables of millions of units too.
    public var logLikelihood: Double {
        let sum = sumOfCells { observed, expected, deviation in
            if observed == 0 { return 0 }
            let relative = deviation / expected
            return Double(observed) * (abs(relative) < 0.5 ? log1p(relative) : log(Double(observed) / expected))
        }
        return max(0, 2 * sum)
    }
}
