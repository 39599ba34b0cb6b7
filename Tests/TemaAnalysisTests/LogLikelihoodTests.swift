import TemaAnalysis
import Testing

@Suite("Log-likelihood")
struct LogLikelihoodTests {
    /// Computed with 60 digits, and the small ones with SciPy's `chi2_contingency(lambda_="log-likelihood")`.
    @Test(
        "gives the known G²",
        arguments: [
            (3, 4, 4, 8, 2.09299257506), (1, 9, 11, 24, 7.72980178712), (0, 5, 7, 40, 2.06994553788),
            (8, 10, 10, 1000, 73.1808323163), (120, 2000, 2500, 50000, 4.14434476373), (0, 1, 1, 2, 2.77258872224),
            (500, 1000, 900, 3_000_000, 7076.73958682), (60, 12000, 9000, 2_000_000, 0.650319179935),
            (1_250_500, 2_500_000, 2_500_000, 5_000_000, 0.800000021333),
        ])
    func known(both: Int, a: Int, b: Int, units: Int, g2: Double) {
        expectClose(Contingency(both: both, a: a, b: b, units: units).logLikelihood, g2, within: 1e-10)
    }

    @Test("is 0 for independent codes", arguments: [(2, 4, 4, 8), (5, 5, 5, 5), (0, 0, 3, 9), (0, 0, 0, 0)])
    func independent(both: Int, a: Int, b: Int, units: Int) {
        #expect(Contingency(both: both, a: a, b: b, units: units).logLikelihood == 0)
    }
}
