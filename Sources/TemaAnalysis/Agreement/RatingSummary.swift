/// All that the coefficients need to know of units, added up: the sums of many units are the sums of their parts.
///
/// With r_i the ratings of unit i, r_ik those of them in category k, and units of two ratings or more as pairs:
struct RatingSummary: Sendable {
    let categories: Int
    let coders: Int
    /// Units with a rating, and with two or more.
    private(set) var rated = 0.0
    private(set) var paired = 0.0
    /// Σ r_ik (r_il − [k = l]) / (r_i (r_i − 1)): how the pairs of each unit fall, a unit counting 1.
    private(set) var pairs: [Double]
    /// Σ r_ik (r_il − [k = l]) / (r_i − 1): Krippendorff's coincidences, a rating counting 1.
    private(set) var coincidences: [Double]
    /// Σ r_ik / r_i over all rated units.
    private(set) var shares: [Double]
    /// Each coder's ratings by category, over all units.
    private(set) var byCoder: [Double]
    /// The same over units with two ratings or more.
    private(set) var byPairedCoder: [Double]

    init(_ ratings: Ratings) {
        self.init(categories: ratings.categories.count, coders: ratings.coders.count)
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
        // Ordered pairs of two coders' ratings; each adds its share.
        let (share, coincidence) = (times / (count * (count - 1)), times / (count - 1))
        for one in unit.ratings {
            byPairedCoder[one.coder * categories + one.category] += times
            for other in unit.ratings where other.coder != one.coder {
                pairs[one.category * categories + other.category] += share
                coincidences[one.category * categories + other.category] += coincidence
            }
        }
    }

    /// How many categories have ratings.
    var used: Int { shares.count { $0 > 0 } }

    /// Of the pairs, the share with a first rating in each category.
    var pairedShares: [Double] {
        (0..<categories).map { one in (0..<categories).reduce(0) { $0 + pairs[one * categories + $1] } / paired }
    }

    /// Σ w_kl · a_kl over all pairs of categories.
    func sum(_ weights: Weights, _ value: (Int, Int) -> Double) -> Double {
        var sum = 0.0
        for one in 0..<categories {
            for other in 0..<categories { sum += weights[one, other] * value(one, other) }
        }
        return sum
    }
}
