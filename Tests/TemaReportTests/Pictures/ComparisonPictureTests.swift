import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("Charts of comparisons") struct ComparisonPictureTests {
    private func picture(_ by: String, _ measure: ComparisonMeasure, _ view: Comparison.View) -> ComparisonPicture {
        ComparisonPicture(
            Coded.table(
                of: Comparison(codes: Coded.codes, by: ComparisonVariable(by), level: 2, measure: measure, view: view)))
    }

    @Test("have, as bars, each group below each code, with its interval and without the total")
    func bars() {
        let bars = picture("year", .percent, .intervals).bars(most: 10, mostGroups: 10)
        #expect(bars.rows.map(\.label) == ["Plans", "2019", "2021", "People", "2019", "2021", "Fear", "2019", "2021"])
        #expect(bars.rows[0].value == nil && bars.rows[2].text == "50.0 [9.5–90.5]")
        #expect(bars.rows[2].interval.map { 9...10 ~= $0.lowerBound && 90...91 ~= $0.upperBound } == true)
    }

    @Test("have, as a heat map, the longer list at the side")
    func map() {
        let wide = picture("article", .passages, .values).map(most: 10, mostGroups: 10)
        #expect(wide.rows == ["Plans", "People", "Fear"] && wide.columns == ["d1", "d2"])
        #expect(
            wide.cells.map { [$0.row, $0.column, Int($0.value)] } == [
                [0, 0, 2], [0, 1, 1], [1, 0, 1], [1, 1, 1], [2, 1, 2],
            ])
        let tall = picture("article", .passages, .values).map(most: 1, mostGroups: 10) { "\($0)!" }
        #expect(tall.rows == ["d1!", "d2!"] && tall.columns == ["Plans"])
    }

    @Test("have a note if groups or codes are omitted")
    func bounded() {
        let map = picture("article", .passages, .values).map(most: 2, mostGroups: 1)
        #expect(map.description.contains("the 2 of 3 codes with the most passages"))
        #expect(map.description.contains("the 1 of 2 groups with the most passages"))
    }
}
