import Testing

@testable import TemaCharts

@Suite("A line chart") struct LineChartTests {
    @Test("has no more points than pixels and keeps the last value")
    func thinned() {
        let plot = Plot(count: 5000, greatest: 5000, width: 318, top: 0, height: 100)
        let points = plot.points((1...5000).map(Double.init))
        #expect(points.count < 400)
        #expect(points.last.map { abs($0.x - 304) < 0.1 && $0.y < 1 } == true)
    }

    @Test("maps values to positions between the axes")
    func scaled() {
        let plot = Plot(count: 3, greatest: 10, width: 318, top: 20, height: 100)
        #expect(plot.points([0, 5, 10]).map(\.y) == [120, 70, 20])
    }

    @Test("shows a single value as a point")
    func single() {
        let chart = LineChart(title: "", description: "", across: "", upwards: "", lines: [.init("a", [3])])
        #expect(chart.picture(width: 318).element.contains("<circle"))
    }
}
