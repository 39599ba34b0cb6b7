public import TemaModel

/// The values that ratings can have, and their order. Different spellings of one number are one value.
public struct RatingScale: Sendable {
    /// The values in their order.
    public let categories: [String]
    /// The numeric values, ascending, or `nil` if a value is not a number or the declared order is not that of numbers.
    public let numbers: [Double]?
    /// Whether the order has a meaning: it was declared, or the values are numbers.
    public let isOrdered: Bool
    private var places: [String: Int] = [:]

    /// Creates a scale with a declared order. Numbers in descending order are sorted.
    ///
    /// - Parameter values: The values from the lowest to the highest.
    /// - Throws: A ``Problem`` if there are fewer than two values, or one occurs twice or is empty.
    public init(ordered values: [String]) throws(Problem) {
        guard values.count > 1, !values.contains("") else {
            throw Problem("a scale has two or more values", suggestion: "write them in order, as in low,medium,high")
        }
        let parsed = values.compactMap(Self.number)
        let isNumeric = parsed.count == values.count
        if isNumeric, parsed == parsed.sorted(by: >) {
            (categories, numbers) = (values.reversed(), parsed.reversed())
        } else {
            (categories, numbers) = (values, isNumeric && parsed == parsed.sorted() ? parsed : nil)
        }
        isOrdered = true
        for (place, value) in categories.enumerated() {
            guard self.place(of: value) == nil else {
                throw Problem("“\(value)” occurs twice in the scale", suggestion: "name each value once")
            }
            places[Self.key(value)] = place
        }
    }

    /// Creates the scale of the values found in data: ascending if all are numbers, otherwise in byte order.
    init(of values: Set<String>) {
        let sorted = values.sortedByBytes()
        let parsed = sorted.compactMap { value in Self.number(value).map { (value: value, number: $0) } }
        isOrdered = parsed.count == sorted.count
        if isOrdered {
            // Of several spellings of a number, the first in byte order names it.
            let names = Dictionary(parsed.map { ($0.number, $0.value) }) { first, _ in first }
            let distinct = names.keys.sorted()
            (categories, numbers) = (distinct.compactMap { names[$0] }, distinct)
        } else {
            (categories, numbers) = (sorted, nil)
        }
        for (place, value) in categories.enumerated() { places[Self.key(value)] = place }
    }

    /// The scale of a code: 1 if it was applied, 0 if not.
    static let binary = RatingScale(of: ["0", "1"])

    /// Returns the index of a value in ``categories``.
    ///
    /// - Throws: A ``Problem`` that names the value and the nearest one, if the scale does not have it.
    public func category(of value: String) throws(Problem) -> Int {
        if let place = place(of: value) { return place }
        throw Problem(
            "the value “\(value)” is not in the scale", suggestion: didYouMean(value, categories))
    }

    func place(of value: String) -> Int? { places[Self.key(value)] }

    private static func key(_ value: String) -> String { number(value).map { "\($0 + 0)" } ?? value }

    private static func number(_ value: String) -> Double? { Double(value).flatMap { $0.isFinite ? $0 : nil } }
}

extension Set<String> {
    func sortedByBytes() -> [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
