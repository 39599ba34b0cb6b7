import Model
import Testing

@testable import CodingEngine

@Suite("What is known of scalars") struct ScalarTableTests {
    @Test("is what each would answer itself")
    func same() {
        for value in UInt32(0)...0xFFFF where ScalarTable.shared[value] != ScalarTable.ask(value) {
            Issue.record("U+\(String(value, radix: 16))")
        }
        #expect(ScalarTable.shared[0x20000].contains([.character, .standsAlone]))
    }
}
