/// Confidence intervals of coefficients by the cluster bootstrap.
///
/// Percentile intervals (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13). Clusters of units are
/// resampled with replacement, because passages of one document are not independent. Equal seeds return equal
/// intervals.
public struct Bootstrap: Sendable {
    /// A 95 % interval.
    public struct Interval: Sendable, Hashable {
        /// The 2.5th percentile.
        public let low: Double
        /// The 97.5th percentile.
        public let high: Double
        /// The number of draws in which the coefficient was defined.
        public let defined: Int
    }

    let draws: Int
    let seed: UInt64

    /// Creates a bootstrap with `draws` resamples and a random seed.
    public init(draws: Int = 1000, seed: UInt64 = 1) { (self.draws, self.seed) = (draws, seed) }

    /// Returns the interval of each coefficient, in the order of `coefficients`.
    ///
    /// An interval is `nil` if there are fewer than two clusters, or if the coefficient is undefined in more than 5 %
    /// of the draws.
    public func intervals(of coefficients: [Coefficient], _ ratings: Ratings) -> [Interval?] {
        guard ratings.clusterCount > 1 else { return coefficients.map { _ in nil } }
        var random = SplitMix64(seed)
        var found = coefficients.map { _ in [Double]() }
        for _ in 0..<draws {
            var times = [Double](repeating: 0, count: ratings.clusterCount)
            for _ in 0..<ratings.clusterCount { times[Int.random(in: 0..<ratings.clusterCount, using: &random)] += 1 }
            var summary = RatingSummary(categories: ratings.scale.categories.count, coders: ratings.coders.count)
            for unit in ratings.units where times[unit.cluster] > 0 { summary.add(unit, draws: times[unit.cluster]) }
            for (index, coefficient) in coefficients.enumerated() {
                if let value = coefficient.estimate(summary, ratings.scale).value { found[index].append(value) }
            }
        }
        return found.map(interval)
    }

    private func interval(_ values: [Double]) -> Interval? {
        guard draws > 0, values.count * 20 >= draws * 19 else { return nil }
        let sorted = values.sorted()
        return Interval(low: sorted.quantile(0.025), high: sorted.quantile(0.975), defined: values.count)
    }
}

extension [Double] {
    /// Returns a quantile of ascending values by linear interpolation (Hyndman & Fan 1996, definition 7).
    func quantile(_ share: Double) -> Double {
        let place = share * Double(count - 1)
        let low = Int(place)
        return self[low] + (place - Double(low)) * (self[Swift.min(low + 1, count - 1)] - self[low])
    }
}

/// The SplitMix64 generator (Steele, Lea & Flood 2014; Vigna), whose sequence is determined by its seed.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator with a seed.
    public init(_ seed: UInt64) { state = seed }

    /// Returns the next number of the sequence.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
