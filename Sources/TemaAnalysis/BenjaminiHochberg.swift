/// The Benjamini–Hochberg procedure, which controls the false discovery rate.
public enum BenjaminiHochberg {
    /// Tests with the same p-value.
    public struct Tests: Sendable, Hashable {
        /// The p-value of each of the tests.
        public var p: Double
        /// The number of tests with this p-value.
        public var count: Int

        /// Creates a group of `count` tests with the p-value `p`.
        public init(p: Double, count: Int = 1) {
            self.p = p
            self.count = count
        }
    }

    /// Returns the adjusted p-values q, in the order of `tests`.
    ///
    /// The q of a test is the smallest false discovery rate at which the test is significant. With m tests in ascending
    /// order of p, q of the i-th test is the minimum of p_j · m / j over all j ≥ i, and at most 1. Benjamini and
    /// Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57(1).
    ///
    /// - Complexity: O(*n* log *n*), where *n* is the number of elements of `tests`, not the number of tests m.
    public static func adjusted(_ tests: [Tests]) -> [Double] {
        let all = tests.reduce(0) { $0 + $1.count }
        var adjusted = Array(repeating: 1.0, count: tests.count)
        var rank = all
        var least = 1.0
        for index in tests.indices.sorted(by: { tests[$0].p > tests[$1].p }) where tests[index].count > 0 {
            least = min(least, tests[index].p * Double(all) / Double(rank))
            adjusted[index] = least
            rank -= tests[index].count
        }
        return adjusted
    }
}
