/// The sums over units from which all coefficients are computed.
///
/// Notation: r_i is the number of ratings of unit i, and r_ik the number of those in category k. Matrices are in
/// row-major order.
struct RatingSummary: Sendable {
    let categories: Int
    let coders: Int
    /// The number of units with at least one rating.
    private(set) var rated = 0.0
    /// The number of units with at least two ratings.
    private(set) var paired = 0.0
    /// Σ r_ik (r_il − [k = l]) / (r_i (r_i − 1)) over paired units: pairs of ratings by category; each unit counts 1.
    private(set) var pairs: [Double]
    /// Σ r_ik (r_il − [k = l]) / (r_i − 1) over paired units: Krippendorff's coincidences; each rating counts 1.
    private(set) var coincidences: [Double]
    /// Σ r_ik / r_i over all rated units.
    private(set) var shares: [Double]
    /// The number of ratings by coder and category, over all rated units.
    private(set) var byCoder: [Double]
    /// The number of ratings by coder and category, over paired units.
    private(set) var byPairedCoder: [Double]

    init(_ ratings: Ratings) {
        self.init(categories: ratings.scale.categories.count, coders: ratings.coders.count)
        for unit in ratings.units { add(unit) }
    }

    init(categories: Int, coders: Int) {
        (self.categories, self.coders) = (categories, coders)
        pairs = .init(repeating: 0, count: categories * categories)
        coincidences = pairs
        shares = .init(repeating: 0, count: categories)
        byCoder = .init(repeating: 0, count: coders * categories)
        byPairedCoder = byCoder
    }

    mutating func add(_ unit: Ratings.Unit, draws: Double = 1) {
        let times = unit.count * draws
        let count = Double(unit.ratings.count)
        rated += times
        for rating in unit.ratings {
            shares[rating.category] += times / count
            byCoder[rating.coder * categories + rating.category] += times
        }
        guard unit.ratings.count > 1 else { return }
        paired += times
        // Every ordered pair of ratings of two coders adds its share.
        let (share, coincidence) = (times / (count * (count - 1)), times / (count - 1))
        for one in unit.ratings {
            byPairedCoder[one.coder * categories + one.category] += times
            for other in unit.ratings where other.coder != one.coder {
                pairs[one.category * categories + other.category] += share
                coincidences[one.category * categories + other.category] += coincidence
            }
        }
    }

    /// The number of categories with ratings.
    var used: Int { shares.count { $0 > 0 } }

    /// For each category, the share of pairs whose first rating is in it.
    var pairedShares: [Double] {
        (0..<categories).map { one in (0..<categories).reduce(0) { $0 + pairs[one * categories + $1] } / paired }
    }

    /// Returns Σ w_kl · a_kl over all pairs of categories, with a_kl returned by `value`.
    func sum(_ weights: Weights, _ value: (Int, Int) -> Double) -> Double {
        var sum = 0.0
        for one in 0..<categories {
            for other in 0..<categories { sum += weights[one, other] * value(one, other) }
        }
        return sum
    }
}
