import Testing

@testable import TemaFormats

@Suite("Pieces of bytes in a temporary file") struct TemporaryBytesTests {
    @Test("are read back in any order, from memory or from the file", arguments: [0, 1, 3_000])
    func pieces(count: Int) throws {
        func piece(_ number: Int) -> [UInt8] {
            Array(repeating: UInt8(truncatingIfNeeded: number), count: number % 7 == 0 ? 0 : number)
        }
        let store = TemporaryBytes()
        let places = try (0..<count).map { try store.add(piece($0)) }
        for number in places.indices.reversed() { #expect(try Array(store.bytes(places[number])) == piece(number)) }
        // More can be added after reading.
        let last = try store.add([1, 2, 3])
        #expect(try Array(store.bytes(last)) == [1, 2, 3])
    }
}
