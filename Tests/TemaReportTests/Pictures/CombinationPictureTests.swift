import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("The chart of combinations") struct CombinationPictureTests {
    private let table = Coded.table(of: Combinations(codes: Coded.codes, unit: .passage, from: 1))

    @Test("has the most frequent sets of codes, with all units of each code")
    func sets() {
        let chart = CombinationPicture.chart(table, Coded.codes, from: 2, most: 10)
        // Passages: Plans and People; Plans; none; Plans, People and Fear; Fear.
        #expect(chart.members.map(\.label) == ["Plans", "People", "Fear"] && chart.members.map(\.size) == [3, 2, 2])
        #expect(chart.combinations == [.init([0, 1], count: 1), .init([0, 1, 2], count: 1)])
    }

    @Test("has only the codes of its sets, and a note on omitted ones")
    func bounded() {
        let chart = CombinationPicture.chart(table, Coded.codes, from: 2, most: 1)
        #expect(chart.members.map(\.label) == ["Plans", "People"] && chart.members.map(\.size) == [3, 2])
        #expect(chart.description.hasSuffix("Shows the 1 of 2 combinations with the most units."))
    }
}
