import Testing

@testable import TemaModel

@Suite("Binary search") struct BinarySearchTests {
    @Test("returns the same index as a linear search")
    func first() {
        let seed = UInt64.random(in: 0 ... .max)
        var state = seed
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % count
        }
        for _ in 0..<1_000 {
            let numbers = (0..<next(40)).map { _ in next(20) }.sorted()
            let slice = numbers.dropFirst(next(3))
            for limit in -1...20 {
                let expected = slice.firstIndex { $0 >= limit } ?? slice.endIndex
                #expect(slice.firstIndexOfSorted { $0 >= limit } == expected, "seed \(seed), \(slice), \(limit)")
            }
        }
    }
}
