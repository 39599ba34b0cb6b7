/// The colour scale of a heat map: 0, and six steps whose upper bounds are the greatest value times (step / 6)².
///
/// Most counts of codes are small and a few are great. With steps of equal size, the small counts would look alike.
struct HeatScale: Sendable, Hashable {
    let greatest: Double
    private let isComplete: Bool
    private let decimalMark: Character
    private static let steps = 6

    init(_ values: [Double], decimalMark: Character = ".") {
        self.decimalMark = decimalMark
        greatest = values.filter(\.isFinite).max() ?? 0
        isComplete = values.allSatisfy { $0 == $0.rounded() }
    }

    /// Returns the upper bound of a step from 1 to 6.
    private func bound(_ step: Int) -> Double {
        let share = Double(step) / Double(Self.steps)
        let bound = greatest * share * share
        return isComplete ? bound.rounded(.up) : bound
    }

    /// Returns the step of a value: 0 for the value 0, 6 for the greatest value.
    func step(of value: Double) -> Int {
        guard value > 0, greatest > 0 else { return 0 }
        return (1..<Self.steps).first { value <= bound($0) } ?? Self.steps
    }

    /// The steps that occur, with the range of values of each.
    var legend: [(step: Int, text: String)] {
        guard greatest > 0 else { return [] }
        var entries: [(Int, String)] = []
        var below = 0.0
        for step in 1...Self.steps where bound(step) > below {
            let (low, high) = (isComplete ? below + 1 : below, bound(step))
            let range =
                isComplete && low == high
                ? text(high, isComplete) : "\(text(low, isComplete))–\(text(high, isComplete))"
            entries.append((step, range))
            below = high
        }
        return entries
    }

    private func text(_ value: Double, _ isComplete: Bool) -> String {
        if isComplete { return String(Int(min(value, 1e15))) }
        let places = greatest < 2 ? 100.0 : 10
        let rounded = Int((min(value, 1e12) * places).rounded())
        let part = String(rounded % Int(places))
        let zeros = String(repeating: "0", count: String(Int(places)).count - 1 - part.count)
        return "\(rounded / Int(places))\(decimalMark)\(zeros)\(part)"
    }
}
