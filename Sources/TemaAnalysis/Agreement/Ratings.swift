import TemaModel

/// Ratings of units by coders.
///
/// A unit that a coder has not rated has no value from that coder (missing data). Units without ratings are not stored.
public struct Ratings: Sendable {
    /// The value that a coder assigned to a unit.
    public struct Rating: Sendable, Hashable {
        /// The name of the unit.
        public var unit: String
        /// The name of the coder.
        public var coder: String
        /// The assigned value.
        public var value: String
        /// The cluster that the bootstrap resamples as one: the document of the unit, or the unit itself.
        public var cluster: String

        /// Creates a rating. If `cluster` is `nil`, the unit is its own cluster.
        public init(unit: String, coder: String, value: String, cluster: String? = nil) {
            (self.unit, self.coder, self.value, self.cluster) = (unit, coder, value, cluster ?? unit)
        }
    }

    /// The ratings of a unit, ascending by coder number.
    struct Unit: Sendable {
        var cluster: Int
        /// The number of units of the cluster with these ratings.
        var count = 1.0
        var ratings: [(coder: Int, category: Int)] = []

        /// Keeps the first rating of each coder, and sorts the ratings by coder.
        fileprivate mutating func keepFirst() {
            var seen: Set<Int> = []
            ratings.removeAll { !seen.insert($0.coder).inserted }
            ratings.sort { $0 < $1 }
        }
    }

    /// The names of the coders: in byte order, or in the order of ``CodeAgreement/coders``.
    public let coders: [String]
    /// The values that ratings can have.
    public let scale: RatingScale
    /// The number of clusters.
    public let clusterCount: Int
    let units: [Unit]

    /// The number of ignored ratings, by a coder who had already rated the unit.
    public let repeated: Int

    /// The number of units that are ignored because only one of two coders rated them.
    public let unpaired: Int

    /// Creates ratings, with the scale of the values found.
    ///
    /// If a coder rated a unit more than once, the first rating counts. Of two coders, units that only one of them
    /// rated are ignored. With more coders, such units still tell how often each value is used.
    public init(_ ratings: [Rating]) { self.init(ratings, scale: nil) }

    /// Creates ratings with a declared scale, like ``init(_:)``.
    ///
    /// - Throws: A ``Problem`` if a value is not in the scale.
    public init(_ ratings: [Rating], scale: RatingScale) throws(Problem) {
        for rating in ratings { _ = try scale.category(of: rating.value) }
        self.init(ratings, scale: Optional(scale))
    }

    private init(_ ratings: [Rating], scale declared: RatingScale?) {
        coders = Set(ratings.map(\.coder)).sortedByBytes()
        let byUnit = Dictionary(grouping: ratings, by: \.unit).mapValues { Set($0.map(\.coder)).count }
        let isPair = coders.count == 2
        let kept = ratings.filter { !isPair || byUnit[$0.unit] == 2 }
        unpaired = isPair ? byUnit.count { $0.value == 1 } : 0
        let scale = declared ?? RatingScale(of: Set(kept.map(\.value)))
        let coderNumbers = Numbering(coders)
        var (units, clusters) = (Numbering([]), Numbering([]))
        var found: [Unit] = []
        for rating in kept {
            let unit = units.number(of: rating.unit)
            if unit == found.count {
                found.append(Unit(cluster: clusters.number(of: rating.cluster)))
            }
            guard let coder = coderNumbers[rating.coder], let category = scale.place(of: rating.value) else { continue }
            found[unit].ratings.append((coder, category))
        }
        for number in found.indices { found[number].keepFirst() }
        repeated = kept.count - found.reduce(0) { $0 + $1.ratings.count }
        self.scale = scale
        self.units = found
        clusterCount = clusters.count
    }

    /// Creates ratings of a code: category 1 if it was applied, 0 if not.
    init(binary units: [Unit], coders: [String], clusterCount: Int) {
        (self.units, self.coders, self.clusterCount) = (units, coders, clusterCount)
        (scale, repeated, unpaired) = (.binary, 0, 0)
    }

    /// The number of units rated by at least two coders.
    public var paired: Int { Int(RatingSummary(self).paired) }

    /// The share of each value in the ratings of units with at least two ratings, from 0 to 1.
    public var prevalence: [Double] {
        let (summary, count) = (RatingSummary(self), scale.categories.count)
        let all = summary.byPairedCoder.reduce(0, +)
        return scale.categories.indices.map { category in
            all == 0 ? 0 : coders.indices.reduce(0) { $0 + summary.byPairedCoder[$1 * count + category] } / all
        }
    }
}

/// Assigns numbers to names, from 0, in order of first occurrence.
private struct Numbering {
    private var numbers: [String: Int] = [:]

    init(_ names: [String]) { for name in names { _ = number(of: name) } }

    var count: Int { numbers.count }

    subscript(name: String) -> Int? { numbers[name] }

    mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        let next = numbers.count
        numbers[name] = next
        return next
    }
}
