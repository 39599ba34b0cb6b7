import Testing

@testable import TemaCharts

@Suite("Ticks") struct PlotTests {
    @Test(
        "are round numbers up to at least the greatest value",
        arguments: [
            (0.0, 5, [0, 1]), (1, 5, [0, 1]), (5, 5, [0, 1, 2, 3, 4, 5]), (6, 5, [0, 2, 4, 6]),
            (27, 6, [0, 5, 10, 15, 20, 25, 30]),
            (1000, 5, [0, 200, 400, 600, 800, 1000]), (.nan, 5, [0, 1]), (0.3, 3, [0, 1]),
        ] as [(Double, Int, [Int])])
    func ticks(greatest: Double, about: Int, expected: [Int]) {
        #expect(Ticks.upTo(greatest, about: about) == expected)
    }
}
