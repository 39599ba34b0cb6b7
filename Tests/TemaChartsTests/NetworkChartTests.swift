import Testing

@testable import TemaCharts

@Suite("A network chart") struct NetworkChartTests {
    private static let chart = NetworkChart(
        title: "Network", description: "",
        nodes: [
            .init("a", size: 1, text: "1"), .init("b", size: 4, text: "4", group: 9), .init("c", size: 16, text: "16"),
        ],
        edges: [.init(0, 1, weight: 2, text: "2 units"), .init(1, 2, weight: 1, text: "1 unit")], groups: [.init("g")],
        key: "k")

    @Test("has circle sizes and line widths that grow with the numbers they represent")
    func sizes() {
        let shapes = Self.chart.picture(width: 690).shapes
        let radii = shapes.compactMap { if case .circle(_, let radius, _, _, .some) = $0 { radius } else { nil } }
        #expect(radii == [7.5, 11, 18])
        let widths = shapes.compactMap { if case .path(_, _, let width, _, _, _) = $0 { width } else { nil } }
        #expect(widths == [2.5, 4.2])
    }

    @Test("has a tooltip for each circle and line")
    func tips() {
        let text = Self.chart.picture(width: 318).element
        #expect(text.contains("<title>a · b: 2 units</title>") && text.contains("<title>c: 16</title>"))
    }
}
