import Testing

@testable import TemaCharts

@Suite("A heat map") struct HeatMapTests {
    private func map(_ columns: Int, text: String) -> HeatMap {
        HeatMap(
            title: "Map", description: "", measure: "units", rows: ["one", "two"],
            columns: (0..<columns).map { "c\($0)" }, cells: [.init(row: 1, column: 0, value: 2, text: text)])
    }

    @Test("continues in panels of equal width if its columns do not fit, and omits empty rows there")
    func panels() {
        let grid = HeatGrid(map(60, text: "2"), width: 318)
        #expect(grid.perPanel == 15 && Double(grid.perPanel) * grid.cellWidth + grid.labels <= 318)
        let texts = map(60, text: "2").picture(width: 318).texts
        #expect(texts.count { $0 == "two" } == 1 && !texts.contains("one"))
        #expect(texts.contains { $0.contains("panel omits") || $0.contains("omits") })
        #expect(map(3, text: "2").picture(width: 318).texts.contains("one"))
    }

    @Test(
        "is one picture if it fits in a page, otherwise several with all its cells and labels", arguments: [334.0, 680])
    func pages(width: Double) {
        let names = (0..<80).map { "code \($0) that is important" }
        let cells = names.indices.flatMap { row in
            (0..<50).map { HeatMap.Cell(row: row, column: $0, value: 1, text: "\(row)·\($0)") }
        }
        let map = HeatMap(
            title: "Map", description: "", measure: "units", rows: names,
            columns: (0..<50).map { "a column with a long name, which is number \($0)" }, cells: cells)
        let pages = map.pictures(width: width, height: 1200)
        #expect(pages.count > 1 && pages.allSatisfy { $0.height <= 1200 })
        #expect(pages.map(\.title) == pages.indices.map { "Map (\($0 + 1)/\(pages.count))" })
        func marks(_ pictures: [Picture]) -> Int {
            pictures.reduce(0) { all, picture in
                all
                    + picture.shapes.count {
                        if case .rectangle(let box, _, _, _) = $0 { box.height < 100 } else { false }
                    }
            }
        }
        #expect(marks(pages) == marks([map.picture(width: width)]))
        #expect(pages.last?.texts.contains { $0.hasPrefix("units. Colours") } == true)
        #expect(map.pictures(width: width, height: .infinity) == [map.picture(width: width)])
    }

    @Test("writes numbers in cells if they fit, otherwise as tooltips")
    func numbers() {
        let (narrow, wide) = (map(90, text: "123456").picture(width: 318), map(5, text: "123").picture(width: 690))
        #expect(!narrow.texts.contains("123456") && narrow.element.contains("<title>two · c0: 123456</title>"))
        #expect(wide.texts.contains("123") && !wide.element.contains("two · c0"))
    }
}
