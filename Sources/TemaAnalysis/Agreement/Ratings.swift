import TemaModel

/// What coders said of units: which unit got which value from which coder.
///
/// A coder who said nothing of a unit is missing there, which is not a value. Units that nobody rated are not held.
public struct Ratings: Sendable {
    /// One rating, as it comes.
    public struct Rating: Sendable, Hashable {
        public var unit: String
        public var coder: String
        public var value: String
        /// What the bootstrap draws together: the document that the unit stands in, else the unit itself.
        public var cluster: String

        public init(unit: String, coder: String, value: String, cluster: String? = nil) {
            (self.unit, self.coder, self.value, self.cluster) = (unit, coder, value, cluster ?? unit)
        }
    }

    /// A unit's ratings by numbers of coders and categories, ascending by coder.
    struct Unit: Sendable {
        var cluster: Int
        /// How many units it stands for that were rated like this.
        var count = 1.0
        var ratings: [(coder: Int, category: Int)] = []

        /// Puts the ratings in the coders' order, and leaves each coder the first.
        fileprivate mutating func keepFirst() {
            var seen: Set<Int> = []
            ratings.removeAll { !seen.insert($0.coder).inserted }
            ratings.sort { $0 < $1 }
        }
    }

    /// In the order of their names.
    public let coders: [String]
    /// The values that were given: ascending where all are numbers, else in the order of their bytes.
    public let categories: [String]
    /// The categories' numbers, or nothing where one is none.
    public let numbers: [Double]?
    /// How many clusters the units stand in.
    public let clusterCount: Int
    let units: [Unit]

    /// Ratings left out, because their coder had rated their unit before.
    public let repeated: Int

    /// Where a coder rated a unit more than once, the first rating counts.
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

    /// Of a code that is given (category 1) or not (0).
    init(binary units: [Unit], coders: [String], clusterCount: Int) {
        (self.units, self.coders, self.clusterCount, repeated) = (units, coders, clusterCount, 0)
        (categories, numbers) = (["0", "1"], [0, 1])
    }

    /// How many units were rated by two coders or more.
    public var paired: Int { Int(RatingSummary(self).paired) }

    /// Each category's share of all ratings, from 0 to 1.
    public var prevalence: [Double] {
        let summary = RatingSummary(self)
        let all = summary.byCoder.reduce(0, +)
        return categories.indices.map { category in
            all == 0 ? 0 : coders.indices.reduce(0) { $0 + summary.byCoder[$1 * categories.count + category] } / all
        }
    }
}

/// Numbers for names, from 0 in the order in which they come.
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

/// The values as categories. Two spellings of one number are one category.
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
