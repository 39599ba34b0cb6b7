import Glibc
import TemaModel

extension PairAssociation {
    /// The two-sided p-value of Fisher's exact test: the probability, under independence, of a table with the same
    /// margins that is at most as probable as this one (relative tolerance 1e-7).
    ///
    /// Given its margins, a table's n_ab is hypergeometric: P(k) = C(n_a, k) · C(N − n_a, n_b − k) / C(N, n_b). Fisher
    /// (1922), On the interpretation of χ² from contingency tables, Journal of the Royal Statistical Society 85(1).
    ///
    /// The inner ends of both tails are found by binary search. Each tail is summed outwards until its terms are
    /// negligible. Values below 1e-308 are 0.
    public var fisherExact: Double {
        let least = max(0, a + b - units)
        let most = min(a, b)
        let mode = min(max((a + 1) * (b + 1) / (units + 2), least), most)
        let limit = logProbability(of: both) + 1e-7
        guard limit < logProbability(of: mode) else { return 1 }
        // Probabilities increase up to the mode and decrease after it.
        let below = (least..<mode).firstIndexOfSorted { logProbability(of: $0) > limit } - 1
        let above = (mode + 1..<most + 1).firstIndexOfSorted { logProbability(of: $0) <= limit }
        return min(1, tail(from: below, to: least, step: -1) + tail(from: above, to: most, step: 1))
    }

    /// Returns the probability that n_ab is between `start` and `end`. Probabilities must decrease from `start` to
    /// `end`.
    private func tail(from start: Int, to end: Int, step: Int) -> Double {
        guard (end - start) * step >= 0 else { return 0 }
        var sum = 1.0
        var term = 1.0
        var k = start
        while k != end, term > sum * 1e-18 {
            // The ratio of the probability of the next value to that of this one.
            term *=
                step > 0
                ? Double(a - k) * Double(b - k) / (Double(k + 1) * Double(units - a - b + k + 1))
                : Double(k) * Double(units - a - b + k) / (Double(a - k + 1) * Double(b - k + 1))
            sum += term
            k += step
        }
        return exp(logProbability(of: start)) * sum
    }

    /// Returns ln P(n_ab = k), given the margins.
    ///
    /// With ln x! = x · ln x − x + s(x), the first two terms of the nine factorials add up to exactly −G² / 2. So the
    /// logarithm is never computed as a small difference of large numbers.
    private func logProbability(of k: Int) -> Double {
        let table = PairAssociation(both: k, a: a, b: b, units: units)
        let margins = stirlingRest(a) + stirlingRest(units - a) + stirlingRest(b) + stirlingRest(units - b)
        let cells = table.sumOfCells { observed, _, _ in stirlingRest(observed) }
        return margins - stirlingRest(units) - cells - table.logLikelihood / 2
    }
}

/// Returns s(x) = ln x! − (x · ln x − x), with an error of about 1e-14.
private func stirlingRest(_ count: Int) -> Double {
    if count < smallStirlingRests.count { return smallStirlingRests[count] }
    let x = Double(count)
    let square = x * x
    // Stirling's series; the first omitted term is about 1e-16 at x = 16.
    let series = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / x
    return 0.5 * log(2 * .pi * x) + series
}

/// s(0) to s(15), computed from the exact factorials.
private let smallStirlingRests: [Double] = (0...15).map { count in
    let x = Double(count)
    return count == 0 ? 0 : log((1...count).reduce(1) { $0 * Double($1) }) - x * log(x) + x
}
