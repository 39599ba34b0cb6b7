import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("The portrait of a document") struct PortraitPictureTests {
    private func chart(_ most: Int) -> String {
        let table = Coded.table(of: DocumentPortrait(codes: Coded.codes, document: "d2"))
        let chart = PortraitPicture.chart(table, Coded.codes, most: most)
        let lanes = chart.lanes.map { "\($0.label) \($0.places.map { "\($0.lowerBound)-\($0.upperBound)" })" }
        return "\(chart.parts.map { "\($0.name) \($0.length)" }) \(lanes)"
    }

    @Test("has the places of each code in words, and the sections")
    func places() {
        #expect(
            chart(10)
                == #"["results 14"] ["Plans [\"0-7\"]", "People [\"0-7\"]", "Fear [\"0-7\", \"7-14\"]"]"#)
    }

    @Test("has the codes in the most passages")
    func bounded() {
        #expect(chart(1) == #"["results 14"] ["Fear [\"0-7\", \"7-14\"]"]"#)
    }
}
