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
    /// The values: ascending if all are numbers, otherwise in byte order.
    public let categories: [String]
    /// The numeric values of the categories, or `nil` if a value is not a number.
    public let numbers: [Double]?
    /// The number of clusters.
    public let clusterCount: Int
    let units: [Unit]

    /// The number of ignored ratings, by a coder who had already rated the unit.
    public let repeated: Int

    /// Creates ratings. If a coder rated a unit more than once, the first rating counts.
    public init(_ ratings: [Rating]) {
        let scale = Scale(Set(ratings.map(\.value)))
        (categories, numbers) = (scale.categories, scale.numbers)
        coders = Set(ratings.map(\.coder)).sortedByBytes()
        let coderNumbers = Numbering(coders)
        var (units, clusters) = (Numbering([]), Numbering([]))
        var found: [Unit] = []
        for rating in ratings {
            let unit = units.number(of: rating.unit)
            if unit == found.count {
                found.append(Unit(cluster: clusters.number(of: rating.cluster)))
            }
            guard let coder = coderNumbers[rating.coder], let category = scale[rating.value] else { continue }
            found[unit].ratings.append((coder, category))
        }
        for number in found.indices { found[number].keepFirst() }
        repeated = ratings.count - found.reduce(0) { $0 + $1.ratings.count }
        self.units = found
        clusterCount = clusters.count
    }

    /// Creates ratings of a code: category 1 if it was applied, 0 if not.
    init(binary units: [Unit], coders: [String], clusterCount: Int) {
        (self.units, self.coders, self.clusterCount, repeated) = (units, coders, clusterCount, 0)
        (categories, numbers) = (["0", "1"], [0, 1])
    }

    /// The number of units rated by at least two coders.
    public var paired: Int { Int(RatingSummary(self).paired) }

    /// The share of each category in all ratings, from 0 to 1.
    public var prevalence: [Double] {
        let summary = RatingSummary(self)
        let all = summary.byCoder.reduce(0, +)
        return categories.indices.map { category in
            all == 0 ? 0 : coders.indices.reduce(0) { $0 + summary.byCoder[$1 * categories.count + category] } / all
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

/// The categories of a set of values. Different spellings of one number are one category.
private struct Scale {
    let categories: [String]
    let numbers: [Double]?
    private var places: [String: Int] = [:]

    init(_ values: Set<String>) {
        let sorted = values.sortedByBytes()
        let parsed = sorted.compactMap { value in
            Double(value).flatMap { $0.isFinite ? (value: value, number: $0) : nil }
        }
        guard parsed.count == sorted.count else {
            (categories, numbers) = (sorted, nil)
            for (place, value) in sorted.enumerated() { places[value] = place }
            return
        }
        let distinct = Set(parsed.map(\.number)).sorted()
        let order = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
        var names = [String](repeating: "", count: distinct.count)
        for (value, number) in parsed.reversed() {
            guard let place = order[number] else { continue }
            places[value] = place
            names[place] = value
        }
        (categories, numbers) = (names, distinct)
    }

    subscript(value: String) -> Int? { places[value] }
}

extension Set<String> {
    fileprivate func sortedByBytes() -> [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
