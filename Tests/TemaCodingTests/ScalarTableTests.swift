import TemaModel
import Testing

@testable import TemaCoding

@Suite("The table of scalars") struct ScalarTableTests {
    @Test("The table agrees with the properties of each scalar")
    func same() {
        var table = ScalarTable()
        for value in (UInt32(0)...0xFFFF).reversed() where table[value] != ScalarTable.ask(value) {
            Issue.record("U+\(String(value, radix: 16))")
        }
        let beyond = table[0x20000]
        #expect(beyond.contains([.character, .isUnspacedScript]))
    }
}
