import Testing

@testable import TemaCharts

@Suite("A bar chart") struct BarChartTests {
    private func widths(_ rows: [BarChart.Row], width: Double = 690) -> [Double] {
        BarChart(title: "", description: "", rows: rows).picture(width: width).shapes.compactMap {
            if case .rectangle(let box, .bar, _, _) = $0 { box.width } else { nil }
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
        #expect(picture.shapes.count { if case .path = $0 { true } else { false } } == 6)
    }

    @Test("has an axis from 0 whose last tick is at least the greatest value, and bars on its scale")
    func axis() {
        let chart = BarChart(
            title: "", description: "", rows: [.init("a", value: 37, text: "37"), .init("b", value: 20, text: "20")],
            axis: "% of passages")
        for width in [318.0, 690] {
            let picture = chart.picture(width: width)
            let ticks = picture.texts.compactMap { Int($0) }.filter { $0 != 37 }
            #expect(ticks.first == 20 && ticks.contains(0) && ticks.contains { $0 >= 37 })
            #expect(picture.texts.contains("% of passages"))
            let lines = picture.shapes.compactMap { shape -> Double? in
                guard case .path(let points, _, _, _, _, _) = shape, points[0].x == points[1].x else { return nil }
                return points[0].x
            }
            let bars = picture.shapes.compactMap { shape -> Box? in
                if case .rectangle(let box, .bar, _, _) = shape { box } else { nil }
            }
            let all = Set(ticks).sorted()
            let step = (lines[1] - lines[0]) / Double(all[1] - all[0])
            #expect(abs(bars[0].x - lines[0]) < 1e-9 && abs(bars[0].width - 37 * step) < 1e-9)
        }
    }

    @Test("writes that a row has no data, which looks different from 0")
    func missing() {
        let picture = BarChart(
            title: "", description: "",
            rows: [
                .init("2016", value: 0, text: "0"), .init("2017", value: 0, text: "no data", isMissing: true),
            ]
        ).picture(width: 690)
        #expect(picture.shapes.count { if case .rectangle = $0 { true } else { false } } == 1)
        #expect(picture.texts == ["2016", "0", "2017", "no data"])
    }

    @Test("fills bars with colours that are clear on the background, and shows the others beside the labels")
    func colors() throws {
        let (clear, pale) = (try #require(CodeColor("#c2185b")), try #require(CodeColor("#ffee99")))
        let rows = [BarChart.Row("a", value: 1, color: clear), .init("b", value: 1, color: pale)]
        let text = BarChart(title: "", description: "", rows: rows).picture(width: 690).element
        #expect(text.contains("height=\"13\" class=\"f-bar n\" style=\"--n:#ffee99\"/>"))
        #expect(text.contains("class=\"s-edge\" style=\"fill:#ffee99\"/>"))
        let one = BarChart(title: "", description: "", rows: [.init("a", value: 1, color: CodeColor("#1b8a5a"))])
        let plain = one.picture(width: 690).element
        #expect(plain.contains("fill=\"#1b8a5a\"") && !plain.contains("s-edge"))
    }

    @Test("has labels above the bars if labels are long and the picture is narrow")
    func stacked() {
        let rows = [BarChart.Row("Recognising the need for safe relationships", value: 1, text: "1")]
        let chart = BarChart(title: "", description: "", rows: rows)
        #expect(chart.picture(width: 318).texts.first == rows[0].label)
        #expect(chart.picture(width: 318).height > chart.picture(width: 690).height)
    }
}
