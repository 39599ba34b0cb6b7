import Testing

@testable import TemaAnalysis

@Suite("Measures of association")
struct PairAssociationTests {
    /// Computed with NumPy from the units of each table; phi as a correlation coefficient.
    private static let knownValues:
        [(table: PairAssociation, jaccard: Double, lift: Double, npmi: Double, phi: Double)] = [
            (PairAssociation(both: 3, a: 4, b: 4, units: 8), 0.6, 1.5, 0.41339010522284747, 0.5),
            (
                PairAssociation(both: 1, a: 9, b: 11, units: 24), 0.05263157894736842, 0.24242424242424243,
                -0.44589113194205976, -0.539791896359413
            ),
            (
                PairAssociation(both: 8, a: 10, b: 10, units: 1000), 0.6666666666666666, 80, 0.9075687440978573,
                0.79797979797979796
            ),
            (
                PairAssociation(both: 120, a: 2000, b: 2500, units: 50000), 0.0273972602739726, 1.2,
                0.03022428651818358,
                0.009365858115816847
            ),
            (PairAssociation(both: 0, a: 5, b: 7, units: 40), 0, 0, -1, -0.17407765595569755),
        ]

    @Test("return the known values", arguments: knownValues)
    func known(table: PairAssociation, jaccard: Double, lift: Double, npmi: Double, phi: Double) {
        expectClose(table.jaccard, jaccard)
        expectClose(table.lift, lift)
        expectClose(table.npmi, npmi)
        expectClose(table.phi, phi)
    }

    @Test("are undefined if a code never occurs, except Jaccard if the other code does")
    func absent() {
        let table = PairAssociation(both: 0, a: 0, b: 3, units: 9)
        #expect([table.lift, table.npmi, table.phi] == [nil, nil, nil])
        #expect(table.jaccard == 0)
        #expect(PairAssociation(both: 0, a: 0, b: 0, units: 9).jaccard == nil)
    }

    @Test("of codes in every unit are 1, and phi is undefined")
    func everywhere() {
        let table = PairAssociation(both: 4, a: 4, b: 4, units: 4)
        #expect(table.jaccard == 1)
        #expect(table.lift == 1)
        #expect(table.npmi == 1)
        #expect(table.phi == nil)
    }

    @Test("are at their maximum if two codes only occur together")
    func together() {
        let table = PairAssociation(both: 4, a: 4, b: 4, units: 16)
        #expect([table.jaccard, table.npmi, table.phi] == [1, 1, 1])
    }
}

@Suite("Log-likelihood")
struct LogLikelihoodTests {
    /// Computed with 60 digits, and small values with SciPy's `chi2_contingency(lambda_="log-likelihood")`.
    @Test(
        "returns the known G²",
        arguments: [
            (3, 4, 4, 8, 2.09299257506), (1, 9, 11, 24, 7.72980178712), (0, 5, 7, 40, 2.06994553788),
            (8, 10, 10, 1000, 73.1808323163), (120, 2000, 2500, 50000, 4.14434476373), (0, 1, 1, 2, 2.77258872224),
            (500, 1000, 900, 3_000_000, 7076.73958682), (60, 12000, 9000, 2_000_000, 0.650319179935),
            (1_250_500, 2_500_000, 2_500_000, 5_000_000, 0.800000021333),
        ])
    func known(both: Int, a: Int, b: Int, units: Int, g2: Double) {
        expectClose(PairAssociation(both: both, a: a, b: b, units: units).logLikelihood, g2, within: 1e-10)
    }

    @Test("is 0 for independent codes", arguments: [(2, 4, 4, 8), (5, 5, 5, 5), (0, 0, 3, 9), (0, 0, 0, 0)])
    func independent(both: Int, a: Int, b: Int, units: Int) {
        #expect(PairAssociation(both: both, a: a, b: b, units: units).logLikelihood == 0)
    }
}
