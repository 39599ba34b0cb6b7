import TemaModel
import Testing

@testable import tema

@Suite("The report of losses") struct LossReportTests {
    @Test("has a line for each reason, with the first elements concerned")
    func lines() {
        var losses = Losses()
        for name in ["a", "b", "c", "d\u{1B}"] { losses.add("entry “\(name)”", "left out", count: 2) }
        losses.add("weight 2", "counted once")
        #expect(
            LossReport(losses).lines == [
                "8 × entry “a”, entry “b”, entry “c” and 1 more: left out", "1 × weight 2: counted once",
            ])
        for number in 1...20 { losses.add("x", "reason \(number)") }
        #expect(LossReport(losses).lines.count == 13 && LossReport(losses).lines.last == "and 10 more reasons")
    }
}
