import CLibXML2
import Model

/// What libxml2 is fed, and the bytes of the file that belong to what it points at.
///
/// libxml2 has a fast way for ASCII, and a slow one that a single other letter sends a whole text down. So it may be fed
/// masked bytes: each byte beyond ASCII is `~`, a byte that stands in no name and no public identifier. It reads the mark-up,
/// and the text is taken from here, where it stands as it was written. Where the mask could change what is read, the
/// ``doubt`` is raised, and the parse has to be done again without it.
struct ParserFeed: ~Copyable {
    private static let mask = UInt8(ascii: "~")
    /// As much as is read at once, and as much again for what libxml2 has not let go of.
    private static let chunk = 32 << 10

    private let input: UTF8Input
    let isMasked: Bool
    /// The bytes of the file from some place on: those that libxml2 holds, then those that it will be handed.
    private var window: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var handed = 0
    /// All bytes handed to libxml2 so far.
    private(set) var fed = 0
    private var check = UTF8Check(refusesNoncharacters: true)
    /// Whether the mask has hidden something that decides. An attribute's reader may raise it too, by this address.
    let doubt = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

    init(_ input: UTF8Input, isMasked: Bool) {
        self.input = input
        self.isMasked = isMasked
        window = .allocate(byteCount: 2 * Self.chunk, alignment: 16)
        doubt.initialize(to: false)
    }

    deinit {
        window.deallocate()
        doubt.deallocate()
    }

    /// Hands on bytes, at most as many as there is room for; 0 at the end.
    ///
    /// - Parameter kept: How many of the last bytes handed libxml2 may still point at.
    mutating func read(
        into room: UnsafeMutableRawBufferPointer, keeping kept: Int
    ) throws(Problem) -> Int {
        if handed == filled { try refill(keeping: min(kept, handed)) }
        let count = min(room.count, filled - handed)
        let bytes = UnsafeRawBufferPointer(rebasing: window[handed..<handed + count])
        if isMasked { Self.copyMasked(bytes, to: room) } else { room.copyMemory(from: bytes) }
        handed += count
        fed += count
        return count
    }

    private mutating func refill(keeping kept: Int) throws(Problem) {
        if kept + Self.chunk > window.count {
            let longer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (kept + Self.chunk), alignment: 16)
            longer.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[(handed - kept)..<handed]))
            window.deallocate()
            window = longer
        } else {
            window.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[(handed - kept)..<handed]))
        }
        let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: window[kept..<kept + Self.chunk]))
        (handed, filled) = (kept, kept + count)
        guard isMasked else { return }
        let bad = count > 0 ? check.feed(UnsafeRawBufferPointer(rebasing: window[kept..<filled])) : check.finish()
        if bad != nil { doubt.pointee = true }
    }

    /// The bytes as they stand in the file, for some that libxml2 points at.
    ///
    /// - Parameter held: What it has of the bytes handed to it.
    /// - Returns: Nothing where that cannot be told: then the doubt has been raised.
    @inline(__always)
    func original(
        _ bytes: UnsafeBufferPointer<UInt8>, _ held: xmlParserInput
    ) -> UnsafeBufferPointer<UInt8>? {
        guard isMasked, let first = bytes.baseAddress, let base = held.base, let end = held.end else { return bytes }
        // Bytes of its own making lie elsewhere: character references, entities, what follows a lone CR.
        guard base <= first, first < end, end - first <= handed else { return unmasked(bytes) }
        let start = window.baseAddress.map { $0 + (handed - (end - first)) }
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    }

    private func unmasked(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard Self.mayBeMasked(bytes) else { return bytes }
        doubt.pointee = true
        return nil
    }

    /// Whether something that was read could have been something else.
    static func mayBeMasked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains(mask) }

    private static func copyMasked(_ bytes: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) {
        var at = 0
        while at + 32 <= bytes.count {
            let words = bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
            let isASCII = (words[0] | words[1] | words[2] | words[3]) & highBits == 0
            room.storeBytes(of: isASCII ? words : masked(words), toByteOffset: at, as: SIMD4<UInt64>.self)
            at += 32
        }
        while at < bytes.count {
            room[at] = bytes[at] < 0x80 ? bytes[at] : mask
            at += 1
        }
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private static func masked(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
        let high = ((words & highBits) &>> 7) &* 0xFF
        return words & ~high | high & (0x0101_0101_0101_0101 &* UInt64(mask))
    }
}
