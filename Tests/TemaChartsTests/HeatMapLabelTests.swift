import Testing

@testable import TemaCharts

@Suite("The labels of a heat map") struct HeatMapLabelTests {
    private static let long = ["Recognising the need for safe relationships", "Hope"]

    @Test("are numbers above columns with long names, which are before the same names of the rows")
    func square() {
        let map = HeatMap(
            title: "", description: "", measure: "units", rows: Self.long, columns: Self.long,
            cells: [.init(row: 1, column: 0, value: 2, text: "2")])
        let texts = map.picture(width: 690).texts
        #expect(texts.contains("1") && texts.contains("2 Hope"))
        #expect(texts.joined(separator: " ").contains("1 Recognising the need for safe relationships"))
        #expect(!texts.contains { $0.hasSuffix("…") })
    }

    @Test("are numbers that are explained below if the rows have other names")
    func oblong() {
        let map = HeatMap(
            title: "", description: "", measure: "units", rows: ["a", "b"], columns: Self.long, cells: [])
        let texts = map.picture(width: 690).texts
        #expect(texts.contains("1 Recognising the need for safe relationships") && texts.contains("2 Hope"))
        #expect(texts.contains("a"))
    }

    @Test("show the colours of codes beside rows and above columns")
    func colors() {
        let color = CodeColor("#ffee99")
        let map = HeatMap(
            title: "", description: "", measure: "units", rows: ["a", "b"], columns: ["c"], cells: [],
            rowColors: [color, nil], columnColors: [color])
        #expect(map.picture(width: 690).shapes.count { if case .swatch = $0 { true } else { false } } == 2)
    }

    @Test("tell cells without data from cells with 0")
    func missing() {
        let map = HeatMap(
            title: "", description: "", measure: "% of passages", rows: ["a"], columns: ["2016", "2017", "2018"],
            cells: [
                .init(row: 0, column: 0, value: 100, text: "100.0"), .init(row: 0, column: 1, value: nil, text: ""),
            ], isOfShares: true)
        let picture = map.picture(width: 690)
        #expect(picture.shapes.count { if case .rectangle(_, .paper, _, _) = $0 { true } else { false } } == 2)
        #expect(picture.texts.contains("no data") && picture.texts.contains("0"))
        #expect(picture.texts.contains("80–100"))
        #expect(picture.texts.contains { $0.hasPrefix("% of passages. Shares") })
    }
}
