internal import CSystem
import TemaFormats

/// Text whose runs of XML white space have become one space and whose ends are trimmed.
///
/// What is added is kept as it came until the text is asked for: it comes in many small pieces, and white space is found
/// fastest in few long ones. Most texts need no byte of them moved.
struct CollapsedText {
    /// What stands behind the bytes in use is room, and read as if it were text: many bytes are looked at at a time.
    private var storage: [UInt8] = []
    private static let slack = 16
    /// How many bytes are text, and how many with those that are still as they came.
    private var settled = 0
    private var used = 0
    /// Where the part begins whose ends are trimmed: the start, or behind the last tab.
    private var partStart = 0
    /// Whether a space stands before whatever comes next.
    private var owesSpace = false
    /// More is not kept as it came: it might be nothing but space.
    private static let mostUnsettled = 64 << 10

    /// Its length in bytes; at most as many more as white space can make.
    var length: Int { used }

    var bytes: ArraySlice<UInt8> {
        mutating get {
            settle()
            return storage[..<settled]
        }
    }

    var string: String {
        mutating get { String(decoding: bytes, as: UTF8.self) }
    }

    /// Adds text as it stands in the file.
    /// - Returns: Whether there was anything but white space in it.
    @discardableResult
    mutating func append(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < input.count, isXMLSpace(input[at]) { at &+= 1 }
        if at > 0 { owesSpace = true }
        guard at < input.count else { return false }
        makeRoom(for: input.count)
        let space = owesSpace ? 1 : 0
        let (start, count) = (used + space, input.count - at)
        // The array lends its bytes to one copy, for which there is room.
        storage.withUnsafeMutableBytes { bytes in
            guard let out = bytes.baseAddress, let first = input.baseAddress else { return }
            if space > 0 { out.storeBytes(of: 0x20, toByteOffset: start - 1, as: UInt8.self) }
            (out + start).copyMemory(from: first + at, byteCount: count)
        }
        used = start + count
        owesSpace = false
        if used - settled > Self.mostUnsettled { settle() }
        return true
    }

    /// Makes text of what was added.
    private mutating func settle() {
        guard settled < used else { return }
        var run = Run(at: settled, end: settled)
        let (limit, partStart) = (used, partStart)
        // The array lends its bytes, which are moved towards its start or stay.
        storage.withUnsafeMutableBytes { bytes in
            guard let bytes = bytes.baseAddress else { return }
            while run.skipSpace(bytes, limit) {
                if run.owesSpace, run.end > partStart { run.putSpace(bytes) }
                run.move(bytes, limit)
            }
        }
        (settled, used) = (run.end, run.end)
        owesSpace = owesSpace || run.owesSpace
    }

    /// A piece of text between white space, on its way to its place. Bounds are kept by its loops: a check for each byte
    /// costs as much as looking at it.
    private struct Run {
        /// Where it stands, and where it belongs: never further on.
        var at: Int
        var end: Int
        var owesSpace = false

        /// Goes to what is no white space.
        /// - Returns: Whether there is any.
        @inline(__always)
        mutating func skipSpace(_ bytes: UnsafeMutableRawPointer, _ limit: Int) -> Bool {
            while at < limit, isXMLSpace(bytes.load(fromByteOffset: at, as: UInt8.self)) {
                owesSpace = true
                at &+= 1
            }
            return at < limit
        }

        /// Writes the space that stands for those skipped.
        @inline(__always)
        mutating func putSpace(_ bytes: UnsafeMutableRawPointer) {
            bytes.storeBytes(of: 0x20, toByteOffset: end, as: UInt8.self)
            end &+= 1
        }

        /// Moves all up to white space that is more than one space between two words, or is the last.
        @inline(__always)
        mutating func move(_ bytes: UnsafeMutableRawPointer, _ limit: Int) {
            let start = at
            at = min(Self.endOfRun(bytes, start &+ 1, limit: limit), limit)
            owesSpace = bytes.load(fromByteOffset: at &- 1, as: UInt8.self) == 0x20
            let count = at &- start &- (owesSpace ? 1 : 0)
            if end != start { (bytes + end).copyMemory(from: bytes + start, byteCount: count) }
            end &+= count
        }

        /// Many bytes at a time, each compared with the one before it.
        @inline(__always)
        private static func endOfRun(_ bytes: UnsafeMutableRawPointer, _ start: Int, limit: Int) -> Int {
            var at = start
            while at < limit {
                let near = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
                let before = bytes.loadUnaligned(fromByteOffset: at &- 1, as: SIMD16<UInt8>.self)
                let close = bytes_below(near, 0x20) | bytes_equal(near, 0x20) & bytes_below(before, 0x21)
                let bits = bytes_highest_bits(close)
                guard bits != 0 else {
                    at &+= 16
                    continue
                }
                at &+= bits.trailingZeroBitCount
                if at < limit, endsRun(bytes, at) { break }
                at &+= 1
            }
            return at
        }

        /// Whether white space stands at an offset that is more than one space.
        private static func endsRun(_ bytes: UnsafeMutableRawPointer, _ at: Int) -> Bool {
            let byte = bytes.load(fromByteOffset: at, as: UInt8.self)
            return isXMLSpace(byte)
                && (byte != 0x20 || isXMLSpace(bytes.load(fromByteOffset: at &- 1, as: UInt8.self)))
        }
    }

    @inline(__always)
    private mutating func makeRoom(for bytes: Int) {
        let needed = used + bytes + 1 + Self.slack
        if storage.count < needed { grow(to: max(needed, 2 * storage.count)) }
    }

    @inline(never)
    private mutating func grow(to count: Int) {
        storage.append(contentsOf: repeatElement(0, count: count - storage.count))
    }

    /// Parts what came before from what comes next by a space.
    mutating func part() { owesSpace = true }

    /// Parts the cells of a row: what comes next is trimmed on its own.
    mutating func tab() {
        settle()
        makeRoom(for: 0)
        storage[settled] = 0x09
        settled += 1
        used = settled
        startPart()
    }

    mutating func startPart() {
        settle()
        partStart = settled
        owesSpace = false
    }

    /// Keeps its memory.
    mutating func clear() {
        (settled, used, partStart, owesSpace) = (0, 0, 0, false)
    }

    /// Keeps its memory from one file to the next, unless a long text has made it large.
    mutating func reset() {
        clear()
        if storage.count > Self.mostUnsettled * 4 { storage = [] }
    }
}
