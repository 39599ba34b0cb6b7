/// Benjamini and Hochberg's control of the false discovery rate.
public enum BenjaminiHochberg {
    /// Several tests that gave the same p.
    public struct Tests: Sendable, Hashable {
        public var p: Double
        public var count: Int

        public init(p: Double, count: Int = 1) {
            self.p = p
            self.count = count
        }
    }

    /// The adjusted values q, in the order of the tests: the least false discovery rate at which a test is significant.
    ///
    /// Of m tests in ascending order of p, q of the i-th is the least of p_j · m / j over all j ≥ i, at most 1.
    /// Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B
    /// 57(1). Time and memory grow with the number of different p, not with m.
    public static func adjusted(_ tests: [Tests]) -> [Double] {
        let all = tests.reduce(0) { $0 + $1.count }
        var adjusted = Array(repeating: 1.0, count: tests.count)
        var rank = all
        var least = 1.0
        for at in tests.indices.sorted(by: { tests[$0].p > tests[$1].p }) where tests[at].count > 0 {
            least = min(least, tests[at].p * Double(all) / Double(rank))
            adjusted[at] = least
            rank -= tests[at].count
        }
        return adjusted
    }
}
