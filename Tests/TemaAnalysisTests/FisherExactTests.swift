import Testing

@testable import TemaAnalysis

@Suite("Fisher's exact test")
struct FisherExactTests {
    /// Computed with 60 digits; SciPy's `fisher_exact` returns the same. In the table of 128 units, the relative
    /// difference of the probabilities of 3 and 11 is 2e-6.
    @Test(
        "returns the known two-sided p",
        arguments: [
            (3, 4, 4, 8, 0.485714285714), (1, 9, 11, 24, 0.0130569390227), (0, 5, 7, 40, 0.564686143634),
            (0, 3, 4, 7, 0.0285714285714), (10, 15, 12, 30, 0.0077750598385), (7, 9, 7, 11, 0.109090909091),
            (3, 27, 33, 128, 0.0521393207877), (11, 27, 33, 128, 0.0805677713689), (8, 10, 10, 1000, 8.36715112441e-17),
            (0, 300, 250, 20000, 0.0577756682735),
            (5, 300, 250, 20000, 0.430130443237), (120, 2000, 2500, 50000, 0.0409303922946),
            (0, 5000, 4000, 2_000_000, 8.90777421549e-5), (60, 12000, 9000, 2_000_000, 0.411041811949),
            (1_250_500, 2_500_000, 2_500_000, 5_000_000, 0.37157193613),
            (1_251_500, 2_500_000, 2_500_000, 5_000_000, 0.00730987501933),
        ])
    func known(both: Int, a: Int, b: Int, units: Int, p: Double) {
        expectClose(PairAssociation(both: both, a: a, b: b, units: units).fisherExact, p, within: 1e-10)
        expectClose(PairAssociation(both: both, a: b, b: a, units: units).fisherExact, p, within: 1e-10)
    }

    @Test(
        "is 1 if no table is more probable",
        arguments: [
            (5, 5, 5, 5), (0, 1, 1, 2), (2, 4, 4, 8), (100, 2000, 2500, 50000), (49, 49, 50, 50), (0, 0, 3, 9),
            (0, 0, 0, 0),
        ])
    func certain(both: Int, a: Int, b: Int, units: Int) {
        #expect(PairAssociation(both: both, a: a, b: b, units: units).fisherExact == 1)
    }

    @Test("is 0 if the value is too small for a Double")
    func vanishing() {
        #expect(PairAssociation(both: 500, a: 1000, b: 900, units: 3_000_000).fisherExact == 0)
    }

    @Test("equals the sum over all tables, for every table of up to 14 units", arguments: 1...14)
    func exhaustive(units: Int) {
        for a in 0...units {
            for b in 0...units {
                for both in max(0, a + b - units)...min(a, b) {
                    expectClose(
                        PairAssociation(both: both, a: a, b: b, units: units).fisherExact,
                        naiveFisher(both: both, a: a, b: b, units: units), within: 1e-12, "\(both), \(a), \(b)")
                }
            }
        }
    }
}
