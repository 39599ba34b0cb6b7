import Testing

@testable import TemaCoding

@Suite("A scratch buffer") struct ScratchBufferTests {
    @Test("Any number of elements can be appended and read as an array")
    func grows() {
        var buffer = ScratchBuffer<Int>()
        for number in 0..<1_000 { buffer.append(number) }
        buffer[7] = -7
        #expect(buffer.count == 1_000 && buffer[999] == 999 && buffer[7] == -7)
        #expect(buffer.array.count == 1_000 && buffer.array.first == 0)
        buffer.append(5, if: false)
        buffer.append(6, if: true)
        #expect(buffer.count == 1_001 && buffer[1_000] == 6)
        buffer.removeAll()
        #expect(buffer.isEmpty && buffer.array.isEmpty)
    }

    @Test("Elements from an index on can be sorted, filtered and removed")
    func from() {
        var buffer = ScratchBuffer(repeating: 9, count: 2)
        for element in [3, 1, 2, 5] { buffer.append(element) }
        buffer.sort(from: 2, by: <)
        #expect(buffer.array == [9, 9, 1, 2, 3, 5])
        buffer.keep(from: 2) { $0 != 1 && $0 != 5 }
        #expect(buffer.array == [9, 9, 2, 3])
        buffer.keep(from: 4) { _ in false }
        buffer.removeAll(from: 1)
        #expect(buffer.array == [9])
    }

    @Test("Elements can be appended from the last to the first, also beyond the capacity", arguments: [1, 15, 16, 100])
    func backwards(_ count: Int) {
        var buffer = ScratchBuffer<Int>()
        buffer.append(-1)
        var next = count
        buffer.append(backwards: count) {
            next -= 1
            return next
        }
        #expect(buffer.array == Array(-1..<count))
    }
}
