import Testing

@testable import TemaCharts

@Suite("The scale of a heat map") struct HeatScaleTests {
    @Test(
        "has up to six equal steps from 0, labelled with their bounds",
        arguments: [
            ([0, 1, 2, 36], ["1–6", "7–12", "13–18", "19–24", "25–30", "31–36"]),
            ([37], ["1–8", "9–16", "17–24", "25–32", "33–40"]), ([1], ["1"]), ([3, 1], ["1", "2", "3"]),
            ([0.333, 0.1], ["0.00–0.06", "0.06–0.12", "0.12–0.18", "0.18–0.24", "0.24–0.30", "0.30–0.36"]),
            ([12.5], ["0–3", "3–6", "6–9", "9–12", "12–15"]),
            ([100, 0.5], ["0–20", "20–40", "40–60", "60–80", "80–100"]),
            ([610, 2], ["1–200", "201–400", "401–600", "601–800"]), ([], []), ([0, 0], []),
        ] as [([Double], [String])])
    func steps(values: [Double], legend: [String]) {
        #expect(HeatScale(values).legend.map(\.text) == legend)
    }

    @Test("maps values to inks in equal steps, 0 to the first ink and the last step to the last")
    func inks() {
        let scale = HeatScale([36])
        #expect([0, 1, 6, 7, 12, 13, 24, 25, 30, 31, 36].map(scale.step) == [0, 1, 1, 2, 2, 3, 4, 5, 5, 6, 6])
        #expect([1, 2, 3].map(HeatScale([3]).step) == [2, 4, 6])
        #expect(HeatScale([0, 0]).step(of: 0) == 0)
        #expect(HeatScale([100, 50], isOfShares: true).legend.map(\.text).last == "80–100")
    }

    @Test(
        "maps every value to a step in the legend",
        arguments: [[1], [1, 2], [3, 1, 4], [0.5, 12.25], [0.01, 0.002], [1e9, 1], [0.3, 0.1, 0.2], [1e15]]
            as [[Double]])
    func complete(values: [Double]) {
        let scale = HeatScale(values)
        for value in values { #expect(scale.legend.contains { $0.step == scale.step(of: value) }, "\(value)") }
        #expect(scale.legend.count <= 6 && scale.step(of: values.max() ?? 0) == scale.legend.last?.step)
    }
}
