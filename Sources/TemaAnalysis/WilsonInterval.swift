/// Wilson's interval of 95 % for a proportion: it stays between 0 and 1, and is right for few cases too.
///
/// (p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1 + z²/n), z = 1.959964. Wilson (1927), Journal of the American Statistical
/// Association 22(158).
public struct WilsonInterval: Sendable, Hashable {
    public let low: Double
    public let high: Double

    /// - Parameter count: How many of all, from 0 to `all`. Nothing where there are none at all.
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
