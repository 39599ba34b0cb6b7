import Testing

@testable import TemaAnalysis

@Suite("Intervals of proportions") struct WilsonIntervalTests {
    @Test(
        "are Wilson's",
        arguments: [
            (0, 10, 0, 0.2775327998628892), (10, 10, 0.7224672001371107, 1),
            (5, 10, 0.23659309051256368, 0.7634069094874363),
            (81, 263, 0.2552885198782742, 0.36620957698280004),
        ])
    func values(count: Int, all: Int, low: Double, high: Double) throws {
        let interval = try #require(WilsonInterval(count, of: all))
        #expect(abs(interval.low - low) < 5e-9 && abs(interval.high - high) < 5e-9, "\(interval)")
    }

    @Test("are none of nothing, or of more than all", arguments: [(0, 0), (3, 2), (-1, 5)])
    func undefined(count: Int, all: Int) {
        #expect(WilsonInterval(count, of: all) == nil)
    }
}
