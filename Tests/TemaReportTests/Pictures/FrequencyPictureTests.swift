import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("The chart of frequencies") struct FrequencyPictureTests {
    private let table = Coded.table(of: Frequencies(codes: Coded.codes))

    @Test("has the codes of the table, indented, with counts and percentages")
    func rows() {
        let rows = FrequencyPicture.chart(table, Coded.codes, most: 10).rows
        #expect(rows.map(\.label) == ["Hope & co", "Plans", "People", "Harm", "Fear"])
        #expect(rows.map(\.depth) == [0, 1, 1, 0, 1] && rows.map(\.value) == [3, 3, 2, 2, 2])
        #expect(rows[0].text == "3 (60.0 %)")
    }

    @Test("includes the ancestors of shown codes, and has a note on omitted codes")
    func bounded() {
        let chart = FrequencyPicture.chart(table, Coded.codes, most: 3)
        #expect(chart.rows.map(\.label) == ["Hope & co", "Plans", "People"])
        #expect(chart.description.hasSuffix("Shows the 3 of 5 codes with the most passages."))
    }
}
