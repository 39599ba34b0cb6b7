import TestSupport
import Testing

@testable import TemaReport

@Suite("The order of codes") struct RowOrderTests {
    @Test("is that of the codebook, or the greatest first with the codebook's order of equal ones")
    func simple() {
        #expect(RowOrder.codebook.indices(sizes: [1, 5, 3, 5], values: [[], [], [], []]) == [0, 1, 2, 3])
        #expect(RowOrder.frequency.indices(sizes: [1, 5, 3, 5], values: [[], [], [], []]) == [1, 3, 2, 0])
    }

    @Test("puts rows with similar values beside each other")
    func clusters() {
        let values: [[Double]] = [[9, 1, 0], [0, 0, 5], [8, 1, 0], [0, 1, 5], [0, 7, 1]]
        let order = RowOrder.cluster.indices(sizes: [], values: values)
        func place(_ row: Int) -> Int { order.firstIndex(of: row) ?? -1 }
        #expect(abs(place(0) - place(2)) == 1 && abs(place(1) - place(3)) == 1)
        // The row between the two clusters is at the end that is nearer to it.
        #expect(order.sorted() == [0, 1, 2, 3, 4])
    }

    @Test("is a permutation, whatever the values", arguments: 1...20)
    func permutation(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...12, using: &random)
        let values = (0..<count).map { _ in (0..<4).map { _ in Double(Int.random(in: 0...3, using: &random)) } }
        let order = RowOrder.cluster.indices(sizes: [], values: values)
        #expect(order.sorted() == Array(0..<count), "seed \(seed)")
        #expect(RowOrder.cluster.indices(sizes: [], values: values) == order, "seed \(seed)")
    }
}
