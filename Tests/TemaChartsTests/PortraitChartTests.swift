import Testing

@testable import TemaCharts

@Suite("A portrait") struct PortraitChartTests {
    @Test("has marks at their share of the document, in the colour of their code")
    func marks() throws {
        let color = try #require(CodeColor("#1b8a5a"))
        let chart = PortraitChart(
            title: "", description: "",
            parts: [.init("front", length: 0), .init("methods", length: 300), .init("results", length: 100)],
            lanes: [.init("Hope", places: [0..<100, 300..<400], text: "2", color: color)], across: "Words")
        let shapes = chart.picture(width: 690).shapes
        let parts = shapes.compactMap { shape -> Box? in
            if case .rectangle(let box, .heat1, _, .some) = shape { return box }
            if case .rectangle(let box, .heat2, _, .some) = shape { return box }
            return nil
        }
        let marks = shapes.compactMap { shape -> Box? in
            if case .rectangle(let box, .bar, color, _) = shape { box } else { nil }
        }
        #expect(parts.count == 2 && abs(parts[0].width / parts[1].width - 3) < 1e-9)
        let (start, width) = (parts[0].x, parts[0].width + parts[1].width)
        #expect(marks[0].x == start && abs((marks[1].x - start) / width - 0.75) < 1e-9 && marks.count == 2)
        #expect(marks.allSatisfy { abs($0.width + 0.5 - width / 4) < 1e-9 })
    }

    @Test("explains sections whose names do not fit by numbers")
    func numbers() {
        let chart = PortraitChart(
            title: "", description: "",
            parts: [.init("introduction", length: 5), .init("methods", length: 85), .init("discussion", length: 10)],
            lanes: [], across: "Words")
        let texts = chart.picture(width: 318).texts
        #expect(texts.contains("methods") && texts.contains("1 introduction · 2 discussion"))
        #expect(texts.contains("1") && texts.contains("2"))
    }
}
