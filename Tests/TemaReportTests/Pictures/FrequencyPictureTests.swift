import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("Bars of frequencies") struct FrequencyPictureTests {
    private let table = Coded.table(of: Frequencies(codes: Coded.codes))

    @Test("have the codes as the table has them, indented, with their counts and shares")
    func rows() {
        let rows = FrequencyPicture.chart(table, most: 10).rows
        #expect(rows.map(\.label) == ["Hope & co", "Plans", "People", "Harm", "Fear"])
        #expect(rows.map(\.depth) == [0, 1, 1, 0, 1] && rows.map(\.value) == [3, 3, 2, 2, 2])
        #expect(rows[0].text == "3 (60.0 %)")
    }

    @Test("of the most frequent codes have those above them too, and say that there are more")
    func bounded() {
        let chart = FrequencyPicture.chart(table, most: 3)
        #expect(chart.rows.map(\.label) == ["Hope & co", "Plans", "People"])
        #expect(chart.description.hasSuffix("Shown are the 3 of 5 codes with the most passages."))
    }
}
