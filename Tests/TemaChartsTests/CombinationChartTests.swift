import Testing

@testable import TemaCharts

@Suite("A chart of combinations") struct CombinationChartTests {
    private func chart(_ count: Int) -> CombinationChart {
        CombinationChart(
            title: "", description: "", members: (0..<4).map { .init("code \($0)", size: 40 - 10 * $0) },
            combinations: (0..<count).map { .init([$0 % 3, 3], count: count - $0) }, upwards: "Columns", sizes: "Bars")
    }

    @Test("has dots for the codes of each column, and bars as long as their numbers")
    func dots() {
        let shapes = chart(3).picture(width: 690).shapes
        let dots = shapes.count { if case .circle(_, _, .bar, _, .some) = $0 { true } else { false } }
        let empty = shapes.count { if case .circle(_, _, .line, _, _) = $0 { true } else { false } }
        #expect(dots == 6 && empty == 6)
        let boxes = shapes.compactMap { if case .rectangle(let box, .bar, _, _) = $0 { box } else { nil } }
        let columns = boxes.filter { $0.width == 10 && $0.height != 10 }.map(\.height)
        #expect(columns.count == 3 && abs(columns[0] / columns[2] - 3) < 1e-9)
        let bars = boxes.filter { $0.height == 10 }.map(\.width)
        #expect(bars.count == 4 && abs(bars[0] / bars[3] - 4) < 1e-9)
    }

    @Test("continues in panels with the rows of their own codes")
    func panels() {
        let chart = chart(30)
        let texts = chart.picture(width: 318).texts
        #expect(texts.count { $0 == "code 3" } > 1)
        #expect((1...30).allSatisfy { texts.contains("\($0)") })
    }
}
