import Testing

@testable import TemaAnalysis

@Suite("Intervals by the bootstrap") struct BootstrapTests {
    private let kappa = Coefficient.all.filter { $0.id == "cohen_kappa" }

    private func ratings(clusters: Int) throws -> Ratings {
        let example = AgreementExample("", table: [[40, 9], [6, 20]], [:])
        return Ratings(
            example.ratings.map { rating in
                var rating = rating
                rating.cluster = "d\((Int(rating.unit.dropFirst()) ?? 0) % clusters)"
                return rating
            })
    }

    @Test("are equal for equal seeds, and contain the estimate")
    func seeded() throws {
        let ratings = try ratings(clusters: 15)
        let one = try #require(Bootstrap(seed: 4).intervals(of: kappa, ratings)[0])
        #expect(Bootstrap(seed: 4).intervals(of: kappa, ratings)[0] == one)
        #expect(Bootstrap(seed: 5).intervals(of: kappa, ratings)[0] != one)
        let value = try #require(kappa[0].estimate(ratings).value)
        #expect(one.low < value && value < one.high)
        #expect(one.high - one.low > 0.05 && one.high - one.low < 0.8)
    }

    @Test("are nil for a single document")
    func single() throws {
        #expect(Bootstrap().intervals(of: kappa, try ratings(clusters: 1)) == [nil])
    }

    @Test(
        "use quantiles with linear interpolation",
        arguments: [(0.0, 1.0), (0.5, 2.5), (1.0, 4.0), (0.25, 1.75)])
    func quantiles(share: Double, expected: Double) {
        #expect([1, 2, 3, 4].quantile(share) == expected)
    }

    @Test("use SplitMix64")
    func generator() {
        var random = SplitMix64(1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }
}
