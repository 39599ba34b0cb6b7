import Testing

@testable import TemaAnalysis

@Suite("Permanent number of a passage") struct PermanentNumberTests {
    @Test("depends only on seed, document and passage, and differs if one of them differs")
    func isPermanent() {
        let numbers = PermanentNumber(seed: 1)
        #expect(numbers.passage(3, of: numbers.document("PMC1")) == 9_904_220_705_928_887_255)
        var seen: Set<UInt64> = []
        for seed in 1...3 {
            let numbers = PermanentNumber(seed: UInt64(seed))
            for id in ["", "a", "b", "ab", "ba", "PMC1", "PMC2"] {
                let document = numbers.document(id)
                for passage in 0..<200 { #expect(seen.insert(numbers.passage(passage, of: document)).inserted) }
            }
        }
    }

    @Test("is uniformly distributed")
    func isEven() {
        let numbers = PermanentNumber(seed: 9)
        var quarters = [0, 0, 0, 0]
        for document in 0..<100 {
            let start = numbers.document("d\(document)")
            for passage in 0..<40 { quarters[Int(numbers.passage(passage, of: start) >> 62)] += 1 }
        }
        #expect(quarters.allSatisfy { 850...1150 ~= $0 }, "\(quarters)")
    }
}
