/// Wilson's 95 % score interval for a proportion. It lies within 0 and 1 and is valid for small samples.
///
/// (p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1 + z²/n), with z = 1.959964. Wilson (1927), Journal of the American
/// Statistical Association 22(158).
public struct WilsonInterval: Sendable, Hashable {
    /// The lower limit, from 0 to 1.
    public let low: Double
    /// The upper limit, from 0 to 1.
    public let high: Double

    /// Creates the interval of `count` of `all` cases; `nil` if `all` is 0 or `count` is not in `0...all`.
    public init?(_ count: Int, of all: Int) {
        guard all > 0, 0...all ~= count else { return nil }
        let (z, n) = (1.959963984540054, Double(all))
        let share = Double(count) / n
        let middle = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        low = count == 0 ? 0 : max(0, (middle - half) / whole)
        high = count == all ? 1 : min(1, (middle + half) / whole)
    }
}

/// An interval for the ratio of two independently estimated quantities, computed from the interval of each.
///
/// Method of variance estimates recovery (MOVER): with estimates a and b, and limits l and u of each,
/// low = (ab − √((ab)² − l_a (2a − l_a) u_b (2b − u_b))) / (u_b (2b − u_b)); high is the same with l and u exchanged. Donner &
/// Zou (2012), Statistical Methods in Medical Research 21(4), 347-359. With Wilson's limits, it is also valid for
/// proportions of 0 and 1 (Newcombe 2013, Confidence Intervals for Proportions, section 10.4).
struct RatioInterval: Sendable, Hashable {
    /// A quantity with its limits, where 0 ≤ low ≤ value ≤ high.
    struct Part: Sendable, Hashable {
        var value: Double
        var low: Double
        var high: Double

        /// Returns offset + factor · this quantity.
        func scaled(by factor: Double, plus offset: Double = 0) -> Part {
            Part(value: offset + factor * value, low: offset + factor * low, high: offset + factor * high)
        }
    }

    let low: Double
    /// The upper limit; infinite if the interval of the divisor includes 0.
    let high: Double

    /// Creates the interval of the ratio part / whole.
    init(_ part: Part, over whole: Part) {
        let product = part.value * whole.value
        func root(_ a: Double, _ b: Double) -> Double { max(0, product * product - a * b).squareRoot() }
        func square(_ limit: Double, _ value: Double) -> Double { limit * (2 * value - limit) }
        let (least, most) = (square(part.low, part.value), square(part.high, part.value))
        let (above, below) = (square(whole.high, whole.value), square(whole.low, whole.value))
        // The formula for `low`, rationalized: this divisor cannot be 0 or change its sign.
        let divisor = product + root(least, above)
        low = divisor > 0 ? least / divisor : 0
        high = below > 0 ? (product + root(most, below)) / below : .infinity
    }
}
