import Testing

@testable import TemaCharts

@Suite("A flow chart") struct FlowChartTests {
    private static let chart = FlowChart(
        title: "", description: "",
        left: [.init("Hope", color: CodeColor("#1b8a5a")), .init("Recognising the need for safe relationships")],
        right: [.init("methods"), .init("results")],
        flows: [.init(0, 0, value: 30), .init(0, 1, value: 10), .init(1, 1, value: 20)])

    @Test("groups the digits of its numbers, as all charts do")
    func grouped() {
        let flows = FlowChart(
            title: "", description: "", left: [.init("a")], right: [.init("b")],
            flows: [.init(0, 0, value: 12_345)], language: .indonesian)
        let parts = PortraitChart(
            title: "", description: "", parts: [.init("a", length: 12_345)], lanes: [], across: "")
        let bars = BarChart(title: "", description: "", rows: [.init("a", value: 12_345)], axis: "n")
        let lines = LineChart(title: "", description: "", across: "", upwards: "", lines: [.init("a", [12_345])])
        let sets = CombinationChart(
            title: "", description: "", members: [.init("a", size: 12_345)], combinations: [.init([0], count: 2_345)],
            upwards: "", sizes: "")
        #expect(flows.picture(width: 690).element.contains("a (12.345)"))
        #expect(parts.picture(width: 690).texts.contains("12,000"))
        #expect(bars.picture(width: 690).texts.contains("12,000"))
        #expect(lines.picture(width: 690).texts.contains("10,000"))
        #expect(sets.picture(width: 690).texts.contains("12,345") && sets.picture(width: 690).texts.contains("2,345"))
        #expect(HeatScale([12_345]).legend.map(\.text).last == "12,001–15,000")
    }

    @Test("has ribbons and bars as wide as their numbers, without gaps or overlaps", arguments: [318.0, 690])
    func widths(width: Double) {
        let picture = Self.chart.picture(width: width)
        let scale = (width < 480 ? 320.0 : 420) / 60
        var ends: [String: [(top: Double, bottom: Double)]] = ["left": [], "right": []]
        var values: [Double] = []
        for case .ribbon(let from, let to, _, _, _) in picture.shapes {
            values.append((from.bottom - from.top) / scale)
            #expect(abs((from.bottom - from.top) - (to.bottom - to.top)) < 1e-9)
            ends["left"]?.append((from.top, from.bottom))
            ends["right"]?.append((to.top, to.bottom))
        }
        #expect(zip(values, [30.0, 10, 20]).allSatisfy { abs($0 - $1) < 1e-9 })
        for sides in ends.values {
            let sorted = sides.sorted { $0.top < $1.top }
            for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.bottom <= next.top + 1e-9) }
        }
        let bars = picture.shapes.compactMap { shape -> Double? in
            if case .rectangle(let box, _, _, _) = shape { box.height / scale } else { nil }
        }
        #expect(zip(bars, [40.0, 20, 30, 30]).allSatisfy { abs($0 - $1) < 1e-9 } && bars.count == 4)
    }

    @Test("has the total after each name, also if the name is cut")
    func totals() {
        let texts = Self.chart.picture(width: 318).texts
        for total in ["(40)", "(20)", "(30)"] { #expect(texts.contains { $0.hasSuffix(total) }, "\(total)") }
        var long = Self.chart
        long.left[0].label = String(repeating: "very long name ", count: 30)
        #expect(long.picture(width: 318).texts.contains { $0.hasSuffix("(40)") })
    }
}
