import TemaAnalysis
import TemaCharts
import Testing

@testable import TemaReport

@Suite("Charts of comparisons") struct ComparisonPictureTests {
    private func picture(_ by: String, _ measure: ComparisonMeasure, _ view: Comparison.View) -> ComparisonPicture {
        ComparisonPicture(
            Coded.table(
                of: Comparison(codes: Coded.codes, by: ComparisonVariable(by), level: 2, measure: measure, view: view)),
            Coded.codes)
    }

    @Test("have, as bars, each group below each code, with its interval and without the total")
    func bars() {
        let bars = picture("year", .percent, .intervals).bars(most: 10, mostGroups: 10)
        #expect(
            bars.rows.map(\.label)
                == ["Plans", "People", "Fear"].flatMap { [$0, "2019", "2020", "2021"] })
        #expect(bars.rows[0].value == nil && bars.rows[3].text == "50.0 [9.5–90.5]")
        #expect(bars.rows[3].interval.map { 9...10 ~= $0.lowerBound && 90...91 ~= $0.upperBound } == true)
    }

    @Test("have, as a heat map, the longer list at the side")
    func map() {
        let wide = picture("article", .passages, .values).map(most: 10, mostGroups: 10)
        #expect(wide.rows == ["Plans", "People", "Fear"] && wide.columns == ["d1", "d2"])
        #expect(
            wide.cells.map { [$0.row, $0.column, Int($0.value ?? -1)] } == [
                [0, 0, 2], [0, 1, 1], [1, 0, 1], [1, 1, 1], [2, 1, 2],
            ])
        let tall = picture("article", .passages, .values).map(most: 1, mostGroups: 10) { "\($0)!" }
        #expect(tall.rows == ["d1!", "d2!"] && tall.columns == ["Plans"])
    }

    @Test("have, as bars, an axis and the size of each group")
    func sizes() {
        let comparison = Coded.documents.reduce(
            into: Comparison(codes: Coded.codes, by: ComparisonVariable("year"), level: 2, measure: .percent)
        ) { $0.add($1) }
        let bars = ComparisonPicture(comparison, Coded.codes).bars(most: 1, mostGroups: 10)
        #expect(bars.axis == "% of passages")
        #expect(bars.rows.map(\.label) == ["Plans", "2019 (n = 3)", "2020", "2021 (n = 2)"])
        #expect(bars.description.contains("n: passages of the coded kinds in the group."))
    }

    @Test(
        "explain intervals only if bars have them",
        arguments: [
            (ComparisonMeasure?.some(.percent), Comparison.View.intervals, true), (.passages, .intervals, false),
            (nil, .intervals, false), (.percent, .values, false),
        ])
    func explained(measure: ComparisonMeasure?, view: Comparison.View, hasIntervals: Bool) {
        // Groups of equal size, for which passages are the default.
        let documents = ["a", "b"].map { Coded.document($0, [[1: 1], [:]]) }
        let comparison = documents.reduce(
            into: Comparison(codes: Coded.codes, by: .article, level: 2, measure: measure, view: view)
        ) { $0.add($1) }
        let bars = ComparisonPicture(comparison, Coded.codes).bars(most: 9, mostGroups: 9)
        #expect(bars.rows.contains { $0.interval != nil } == hasIntervals)
        #expect(bars.description.contains("Wilson intervals") == hasIntervals)
    }

    @Test("draw years that no document has, which are different from the value 0")
    func missingYears() {
        let documents = [
            Coded.document("a", year: 2015, [[1: 1]]), Coded.document("b", year: 2016, [[2: 1]]),
            Coded.document("c", year: 2019, [[1: 1]]), Coded.document("d", [[1: 1]]),
            Coded.document("e", year: 2031, [[1: 1]]),
        ]
        let comparison = documents.reduce(
            into: Comparison(codes: Coded.codes, by: ComparisonVariable("year"), level: 2)
        ) { $0.add($1) }
        let picture = ComparisonPicture(comparison, Coded.codes)
        let map = picture.map(most: 1, mostGroups: 40)
        #expect(map.rows == ["2015", "2016", "2017", "2018", "2019", "2020–2030", "2031", "(none)"])
        #expect(map.cells.filter { $0.value == nil }.map(\.row) == [2, 3, 5])
        #expect(!map.cells.contains { $0.row == 1 })
        let bars = picture.bars(most: 1, mostGroups: 40)
        #expect(bars.rows.filter(\.isMissing).map(\.label) == ["2017", "2018", "2020–2030"])
        #expect(bars.rows.filter(\.isMissing).allSatisfy { $0.text == "no data" })
        #expect(bars.rows[2].text == "0" && !bars.rows[2].isMissing)
        // Years that are omitted because of the limit are not missing.
        #expect(picture.map(most: 1, mostGroups: 2).rows == ["2015", "2017", "2018", "2019"])
    }

    @Test("order codes by the codebook, by frequency or by similarity")
    func ordered() {
        let picture = picture("article", .passages, .values)
        #expect(picture.map(most: 9, mostGroups: 9, order: .codebook).rows == ["Plans", "People", "Fear"])
        #expect(picture.bars(most: 9, mostGroups: 1, order: .frequency).rows.map(\.label).first == "Plans")
        #expect(
            Set(picture.map(most: 9, mostGroups: 9, order: .cluster).rows) == ["Plans", "People", "Fear"])
    }

    @Test("have, as flows, a ribbon for each code and group that are together, and the sums of ribbons")
    func flows() {
        let flows = picture("year", .passages, .values).flows(most: 10, mostGroups: 10)
        #expect(
            flows.left.map(\.label) == ["Plans", "People", "Fear"] && flows.right.map(\.label) == ["2019", "2021"])
        #expect(
            flows.flows.map { [$0.from, $0.to, $0.value] } == [
                [0, 0, 2], [0, 1, 1], [1, 0, 1], [1, 1, 1], [2, 1, 2],
            ])
        let texts = flows.picture(width: 690).element
        #expect(texts.contains(">Plans (3)<") && texts.contains(">2021 (4)<"))
    }

    @Test("have, as flows, only the codes of the top level if no level is chosen")
    func topLevel() {
        func flows(_ level: Int?) -> FlowChart {
            let comparison = Coded.documents.reduce(
                into: Comparison(codes: Coded.codes, by: .article, level: level, measure: .passages)
            ) { $0.add($1) }
            return ComparisonPicture(comparison, Coded.codes).flows(most: 10, mostGroups: 10)
        }
        #expect(flows(nil).left.map(\.label) == ["Hope & co", "Harm"])
        #expect(flows(nil).flows == flows(1).flows)
        #expect(flows(nil).description.hasPrefix("Codes of the top level, with the codes below them."))
        #expect(!flows(1).description.contains("top level") && !flows(2).description.contains("top level"))
    }

    @Test("have a note if groups or codes are omitted")
    func bounded() {
        let map = picture("article", .passages, .values).map(most: 2, mostGroups: 1)
        #expect(map.description.contains("the 2 of 3 codes with the greatest sums"))
        #expect(map.description.contains("the 1 of 2 groups with the greatest sums"))
    }
}
