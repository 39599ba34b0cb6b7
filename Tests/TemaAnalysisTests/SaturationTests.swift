import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Saturation") struct SaturationTests {
    @Test(
        "is reached by the first run whose new codes do not exceed the threshold",
        arguments: [
            ([20, 9, 5, 3, 4, 3, 1, 1, 0], 5.0, "reached at document 7"),
            ([10, 0, 0, 0, 0, 0], 0, "reached at document 4"),
            ([10, 0, 0, 0, 1, 0], 5, "not reached"), ([0, 0, 0, 0, 1, 1], 5, "undefined"),
            ([3, 1], 5, "not assessed, because it needs at least 6 documents"),
            ([20, 0, 0, 0, 1, 0], 5, "reached at document 4"),
        ] as [([Int], Double, String)])
    func guest(new: [Int], threshold: Double, verdict: String) {
        var rule = Saturation.Rule()
        rule.threshold = threshold
        let found = GuestRule(new, rule).verdict(new.indices.map { "d\($0)" }).description
        #expect(found.contains(verdict), "\(found)")
    }

    @Test("is reported for overlapping runs, in percent of the base")
    func runs() {
        let shares = GuestRule([20, 9, 5, 3, 4, 3, 1], Saturation.Rule()).shares
        let expected: [Double?] = [nil, nil, nil, nil, nil, 700.0 / 37, 400.0 / 37]
        #expect(shares == expected)
    }

    @Test("in random orders ends with all codes")
    func band() throws {
        let documents = [[1, 2], [2], [3], [], [1]]
        let band = try #require(RandomOrders(draws: 200, seed: 3).band(documents))
        #expect(band.last == .init(low: 3, middle: 3, high: 3))
        #expect(band[0].low == 0 && band[0].high == 2)
        #expect(zip(band, band.dropFirst()).allSatisfy { $0.low <= $1.low && $0.high <= $1.high })
        #expect(RandomOrders(draws: 200, seed: 3).band(documents) == band)
        #expect(RandomOrders(draws: 0, seed: 3).band(documents) == nil)
    }

    @Test("counts a code once, at its first document")
    func new() {
        #expect(Saturation.newCodes([[1, 2], [], [2, 3], [1], [4]]) == [2, 0, 1, 0, 1])
    }
}
