/// The weights of agreement between pairs of categories, from 0 (full disagreement) to 1 (the same category).
///
/// Gwet (2014), Handbook of Inter-Rater Reliability, chapter 3.
public struct Weights: Sendable, Hashable {
    /// The function that defines the weights w_kl of categories k and l.
    public enum Kind: String, CaseIterable, Sendable {
        /// 1 if k = l, otherwise 0.
        case identity
        /// 1 − C(|k − l| + 1, 2) / C(q, 2) by the categories' ranks.
        case ordinal
        /// 1 − |x_k − x_l| / (x_max − x_min).
        case linear
        /// 1 − ((x_k − x_l) / (x_max − x_min))².
        case quadratic
    }

    private let count: Int
    private let values: [Double]

    /// - Parameter numbers: The values of the categories, ascending; at least two.
    init(_ kind: Kind, _ numbers: [Double]) {
        let range = (numbers.last ?? 1) - (numbers.first ?? 0)
        let most = Double(numbers.count * (numbers.count - 1) / 2)
        values = numbers.indices.flatMap { one in
            numbers.indices.map { other in
                let distance = abs(numbers[one] - numbers[other]) / range
                let steps = Double(abs(one - other))
                return switch kind {
                case .identity: one == other ? 1 : 0
                case .ordinal: 1 - steps * (steps + 1) / 2 / most
                case .linear: 1 - distance
                case .quadratic: 1 - distance * distance
                }
            }
        }
        count = numbers.count
    }

    subscript(one: Int, other: Int) -> Double { values[one * count + other] }

    var sum: Double { values.reduce(0, +) }
}
