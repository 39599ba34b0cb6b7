import Testing

@testable import TemaCharts

@Suite("The scale of a heat map") struct HeatScaleTests {
    @Test("has more steps for small values, and a legend with their bounds")
    func counts() {
        let scale = HeatScale([0, 1, 2, 36])
        #expect([0, 1, 2, 4, 5, 9, 16, 17, 25, 26, 36].map(scale.step) == [0, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6])
        #expect(scale.legend.map(\.text) == ["1", "2–4", "5–9", "10–16", "17–25", "26–36"])
    }

    @Test(
        "maps every value to a step in the legend",
        arguments: [[1], [1, 2], [3, 1, 4], [0.5, 12.25], [0.01, 0.002], [1e9, 1]] as [[Double]])
    func complete(values: [Double]) {
        let scale = HeatScale(values)
        for value in values { #expect(scale.legend.contains { $0.step == scale.step(of: value) }, "\(value)") }
        #expect(scale.step(of: values.max() ?? 0) == 6 || values.allSatisfy { $0 == $0.rounded() })
    }

    @Test("has only step 0 without values above 0")
    func empty() {
        #expect(HeatScale([]).legend.isEmpty && HeatScale([0, 0]).step(of: 0) == 0)
    }
}
