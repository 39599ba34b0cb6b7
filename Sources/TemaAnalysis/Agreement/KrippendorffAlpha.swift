/// Krippendorff's α = 1 − D_o / D_e over units with at least two ratings.
///
/// With o_ck the coincidences, n_c their row sums and n their total: α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck.
/// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
struct KrippendorffAlpha {
    /// The level of measurement, which defines the difference function δ².
    enum Level {
        /// δ² = 1 for different values.
        case nominal
        /// δ² = (Σ n_g − (n_c + n_k) / 2)², summed over the ordered values g from c to k.
        case ordinal
        /// δ² = (c − k)².
        case interval
        /// δ² = ((c − k) / (c + k))².
        case ratio
    }

    let summary: RatingSummary
    let scale: RatingScale

    func estimate(_ level: Level) -> Estimate {
        let q = summary.categories
        let margins = (0..<q).map { one in (0..<q).reduce(0) { $0 + summary.coincidences[one * q + $1] } }
        guard margins.count(where: { $0 > 0 }) > 1 else { return .oneCategory }
        if level == .ratio, scale.numbers?.contains(where: { $0 < 0 }) == true { return .negative }
        if level == .ordinal, !scale.isOrdered { return .notOrdered }
        if level == .interval || level == .ratio, scale.numbers == nil { return .notNumbers }
        var (observed, expected) = (0.0, 0.0)
        for one in 0..<q {
            for other in 0..<q where one != other {
                let difference = difference(level, one: one, other: other, margins: margins)
                observed += summary.coincidences[one * q + other] * difference
                expected += margins[one] * margins[other] * difference
            }
        }
        return .value(1 - (margins.reduce(0, +) - 1) * observed / expected)
    }

    private func difference(_ level: Level, one: Int, other: Int, margins: [Double]) -> Double {
        let (low, high) = (min(one, other), max(one, other))
        let (c, k) = scale.numbers.map { ($0[low], $0[high]) } ?? (0, 0)
        let root =
            switch level {
            case .nominal: 1.0
            case .ordinal: margins[low...high].reduce(0, +) - (margins[low] + margins[high]) / 2
            case .interval: k - c
            case .ratio: (k - c) / (k + c)
            }
        return root * root
    }
}
