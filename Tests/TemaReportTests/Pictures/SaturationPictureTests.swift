import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("The chart of saturation") struct SaturationPictureTests {
    @Test("has the cumulative number of codes, and the band if there is one")
    func lines() {
        let chart = SaturationPicture.chart(Coded.table(of: Saturation(codes: Coded.codes, draws: 20)))
        #expect(chart.lines.map(\.values.count) == [2, 2] && chart.lines[0].values == [2, 3])
        #expect(chart.band?.high.last == 3)
        let plain = SaturationPicture.chart(Coded.table(of: Saturation(codes: Coded.codes, draws: 0)))
        #expect(plain.lines.count == 1 && plain.band == nil)
    }
}
