import Testing

@testable import TemaPipeline

@Suite("The set of seen ids") struct SeenIDsTests {
    @Test("accepts each id once, and compares canonically equivalent ids as equal")
    func insert() {
        var seen = SeenIDs()
        #expect((0..<2_000).allSatisfy { seen.insert("10.5555/\($0)") })
        #expect(!(0..<2_000).contains { seen.insert("10.5555/\($0)") })
        let isNew = [seen.insert("caf\u{E9}"), seen.insert("cafe\u{301}"), seen.insert("")]
        #expect(isNew == [true, false, true])
    }
}
