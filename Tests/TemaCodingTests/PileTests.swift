import Testing

@testable import TemaCoding

@Suite("A pile") struct PileTests {
    @Test("keeps what is put on it, however much, and gives it away as an array")
    func grows() {
        var pile = Pile<Int>()
        for number in 0..<1_000 { pile.append(number) }
        pile[7] = -7
        #expect(pile.count == 1_000 && pile[999] == 999 && pile[7] == -7)
        #expect(pile.array.count == 1_000 && pile.array.first == 0)
        pile.append(5, if: false)
        pile.append(6, if: true)
        #expect(pile.count == 1_001 && pile[1_000] == 6)
        pile.removeAll()
        #expect(pile.isEmpty && pile.array.isEmpty)
    }

    @Test("can be put in order, thinned out and cut from a place on")
    func from() {
        var pile = Pile(repeating: 9, count: 2)
        for element in [3, 1, 2, 5] { pile.append(element) }
        pile.sort(from: 2, by: <)
        #expect(pile.array == [9, 9, 1, 2, 3, 5])
        pile.keep(from: 2) { $0 != 1 && $0 != 5 }
        #expect(pile.array == [9, 9, 2, 3])
        pile.keep(from: 4) { _ in false }
        pile.removeAll(from: 1)
        #expect(pile.array == [9])
    }

    @Test("takes many from the last to the first, also more than it has room for", arguments: [1, 15, 16, 100])
    func backwards(_ count: Int) {
        var pile = Pile<Int>()
        pile.append(-1)
        var next = count
        pile.append(backwards: count) {
            next -= 1
            return next
        }
        #expect(pile.array == Array(-1..<count))
    }
}
