import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Counts of pairs") struct PairCountsTests {
    typealias Pair = Cooccurrence.Pair

    @Test("equal those of a dictionary, in code order, also after merging")
    func law() {
        let seed = Int.random(in: 0..<1_000_000)
        var dice = SeededGenerator(seed: seed)
        var (whole, halves) = (PairCounts(), [PairCounts(), PairCounts()])
        var expected: [Pair: Int] = [:]
        for turn in 0..<5_000 {
            let pair = Pair(Int.random(in: 0..<70, using: &dice), Int.random(in: 0..<70, using: &dice))
            let count = Int.random(in: 1...3, using: &dice)
            whole.add(pair, count)
            halves[turn % 2].add(pair, count)
            expected[pair, default: 0] += count
        }
        halves[0].merge(halves[1])
        for counts in [whole, halves[0]] {
            #expect(counts.pairs == expected.count, "seed \(seed)")
            #expect(counts.all.map(\.pair) == expected.keys.sorted(), "seed \(seed)")
            #expect(
                counts.all.allSatisfy { $0.count == expected[$0.pair] && counts[$0.pair] == $0.count }, "seed \(seed)")
        }
    }

    @Test("are 0 for pairs that did not occur")
    func none() {
        var counts = PairCounts()
        #expect(counts[Pair(0, 0)] == 0 && counts.all.isEmpty)
        counts.add(Pair(0, 0))
        #expect(counts[Pair(0, 0)] == 1 && counts[Pair(0, 1)] == 0 && counts[Pair(1, 0)] == 0)
    }
}
