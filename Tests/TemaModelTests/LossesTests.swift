import TemaModel
import Testing

@Suite struct LossesTests {
    @Test func lossesOfOneKindAreCountedTogetherInTheOrderTheyWereMet() {
        var losses = Losses()
        losses.add("weight", "the format has no weights")
        losses.add("memo", "the format has no memos", count: 2)
        losses.add("weight", "the format has no weights", count: 3)
        losses.add("colour", "there was none", count: 0)
        #expect(losses.all.map(\.element) == ["weight", "memo"])
        #expect(losses.all.map(\.count) == [4, 2])
        #expect(
            losses.table().rows.first?.cells == [.text("weight"), .integer(4), .text("the format has no weights")])
    }
}
