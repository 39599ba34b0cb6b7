import Testing

@testable import TemaCoding

@Suite("The edges of a trie") struct EdgeTableTests {
    @Test("All added edges are found, and no others")
    func edges() {
        var table = EdgeTable()
        let keys = (0..<5_000).map { UInt64($0) &* 0x1_0000_0001 &* ($0.isMultiple(of: 2) ? 1 : 7) }
        for (node, key) in keys.enumerated() { table[key] = Int32(node) }
        table[keys[7]] = 9
        for (node, key) in keys.enumerated() where node != 7 {
            let known = Int(table[key])
            if keys[known] != key { Issue.record("\(key): \(known)") }
        }
        #expect(table[keys[7]] == 9 && table[UInt64(1) << 40 | 3] == -1)
    }
}
