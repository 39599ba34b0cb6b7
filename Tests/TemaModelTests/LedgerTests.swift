import TemaModel
import Testing

@Suite("The ledger") struct LedgerTests {
    @Test("counts by element and reason, in the order of first occurrence")
    func add() {
        var ledger = Ledger()
        ledger.add("label", .notText, characters: 3)
        ledger.add("&odd;", .unknownEntity, characters: 5)
        ledger.add("label", .notText, characters: 4)
        ledger.add("label", .frontMatter, characters: 1)
        #expect(
            ledger.entries.map { "\($0.element) \($0.reason.rawValue) \($0.count) \($0.characters)" } == [
                "label not text 2 7", "&odd; unknown entity 1 5", "label front matter 1 1",
            ])
    }
}
