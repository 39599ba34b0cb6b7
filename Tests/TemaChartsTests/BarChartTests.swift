import Testing

@testable import TemaCharts

@Suite("A bar chart") struct BarChartTests {
    private func widths(_ rows: [BarChart.Row], width: Double = 690) -> [Double] {
        BarChart(title: "", description: "", rows: rows).picture(width: width).shapes.compactMap {
            if case .rectangle(let box, .bar, _) = $0 { box.width } else { nil }
        }
    }

    @Test("has bars proportional to their values, starting at 0")
    func lengths() {
        let widths = widths([
            .init("a", value: 40), .init("b", value: 10), .init("c", value: 0), .init("d", value: nil),
        ])
        #expect(widths.count == 3 && abs(widths[0] / widths[1] - 4) < 1e-9 && widths[2] == 0)
    }

    @Test("leaves space for intervals")
    func intervals() {
        let picture = BarChart(
            title: "", description: "", rows: [.init("a", value: 10, text: "10 [5–40]", interval: 5...40)]
        ).picture(width: 318)
        let right = picture.textBoxes.map(\.box.right).max() ?? 0
        #expect(right <= 318)
        #expect(picture.shapes.count { if case .path = $0 { true } else { false } } == 3)
    }

    @Test("has labels above the bars if labels are long and the picture is narrow")
    func stacked() {
        let rows = [BarChart.Row("Recognising the need for safe relationships", value: 1, text: "1")]
        let chart = BarChart(title: "", description: "", rows: rows)
        #expect(chart.picture(width: 318).texts.first == rows[0].label)
        #expect(chart.picture(width: 318).height > chart.picture(width: 690).height)
    }
}
