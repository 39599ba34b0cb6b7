import Testing

@testable import TemaAnalysis

@Suite("Intervals of proportions") struct WilsonIntervalTests {
    @Test(
        "match Wilson's formula",
        arguments: [
            (0, 10, 0, 0.2775327998628892), (10, 10, 0.7224672001371107, 1),
            (5, 10, 0.23659309051256368, 0.7634069094874363),
            (81, 263, 0.2552885198782742, 0.36620957698280004),
        ])
    func values(count: Int, all: Int, low: Double, high: Double) throws {
        let interval = try #require(WilsonInterval(count, of: all))
        #expect(abs(interval.low - low) < 5e-9 && abs(interval.high - high) < 5e-9, "\(interval)")
    }

    @Test("are nil for 0 cases and for counts out of range", arguments: [(0, 0), (3, 2), (-1, 5)])
    func undefined(count: Int, all: Int) {
        #expect(WilsonInterval(count, of: all) == nil)
    }
}

@Suite("Intervals of ratios") struct RatioIntervalTests {
    private func part(_ count: Int, _ all: Int) throws -> RatioInterval.Part {
        let interval = try #require(WilsonInterval(count, of: all))
        return RatioInterval.Part(value: Double(count) / Double(all), low: interval.low, high: interval.high)
    }

    /// Computed from the formula with 50 decimal digits.
    @Test(
        "match Donner and Zou's method with Wilson's limits",
        arguments: [
            (24, 73, 53, 65, 0.281_614_472_17, 0.562_528_021_84), (3, 20, 18, 20, 0.058_087_637_99, 0.418_457_678_93),
        ])
    func values(a: Int, n: Int, b: Int, m: Int, low: Double, high: Double) throws {
        let interval = RatioInterval(try part(a, n), over: try part(b, m))
        #expect(abs(interval.low - low) < 1e-10 && abs(interval.high - high) < 1e-10, "\(interval)")
    }

    @Test("contain the ratio, including for 0 and for all cases", arguments: 0...10, 0...10)
    func limits(a: Int, b: Int) throws {
        let interval = RatioInterval(try part(a, 10), over: try part(b, 10))
        #expect(interval.low >= 0 && interval.low <= interval.high)
        if b > 0 { #expect(interval.low <= Double(a) / Double(b) && Double(a) / Double(b) <= interval.high) }
        #expect((interval.high == .infinity) == (b == 0))
        #expect((interval.low == 0) == (a == 0))
    }
}
