internal import CPosix
import TemaFormats

/// A text buffer that collapses each run of XML white space to one space and trims the ends.
///
/// White space is collapsed lazily, when the text is read: text arrives in many small pieces, and searching one long
/// buffer is faster. In most texts no byte has to be moved.
struct CollapsedText {
    /// The buffer. At least `slack` bytes follow the bytes in use, because the search loads 16 bytes at a time.
    private var storage: [UInt8] = []
    private static let slack = 16
    /// The number of bytes that are already collapsed.
    private var settled = 0
    /// The number of bytes in use, including those not collapsed yet.
    private var used = 0
    /// The offset of the part that is trimmed on its own: 0, or the offset after the last tab.
    private var partStart = 0
    /// Whether a space separates the text from what is appended next.
    private var hasPendingSpace = false
    /// The maximum number of uncollapsed bytes. It bounds the memory for text that is mostly white space.
    private static let mostUnsettled = 64 << 10

    /// The number of bytes in use. It can exceed the length of the collapsed text.
    var length: Int { used }

    /// The collapsed text in UTF-8.
    var bytes: ArraySlice<UInt8> {
        mutating get {
            settle()
            return storage[..<settled]
        }
    }

    var string: String {
        mutating get { String(decoding: bytes, as: UTF8.self) }
    }

    /// Appends UTF-8 text.
    ///
    /// - Parameter mayBeCut: Whether the text may be cut to a checkpoint. If so, no position may change.
    /// - Returns: Whether the text contains anything but white space.
    @discardableResult
    mutating func append(_ input: UnsafeBufferPointer<UInt8>, mayBeCut: Bool = false) -> Bool {
        var index = 0
        while index < input.count, isXMLSpace(input[index]) { index &+= 1 }
        if index > 0 { hasPendingSpace = true }
        guard index < input.count else { return false }
        makeRoom(for: input.count)
        let space = hasPendingSpace ? 1 : 0
        let (start, count) = (used + space, input.count - index)
        // The array has capacity for the copy.
        storage.withUnsafeMutableBytes { bytes in
            guard let out = bytes.baseAddress, let first = input.baseAddress else { return }
            if space > 0 { out.storeBytes(of: 0x20, toByteOffset: start - 1, as: UInt8.self) }
            (out + start).copyMemory(from: first + index, byteCount: count)
        }
        used = start + count
        hasPendingSpace = false
        if used - settled > Self.mostUnsettled, !mayBeCut { settle() }
        return true
    }

    /// Collapses white space in the bytes that are not collapsed yet.
    private mutating func settle() {
        guard settled < used else { return }
        var run = Run(index: settled, end: settled)
        let (limit, partStart) = (used, partStart)
        // Bytes stay where they are or move towards the start.
        storage.withUnsafeMutableBytes { bytes in
            guard let bytes = bytes.baseAddress else { return }
            while run.skipSpace(bytes, limit) {
                if run.hasPendingSpace, run.end > partStart { run.putSpace(bytes) }
                run.move(bytes, limit)
            }
        }
        (settled, used) = (run.end, run.end)
        hasPendingSpace = hasPendingSpace || run.hasPendingSpace
    }

    /// A pass over the uncollapsed bytes that moves text to its final offset.
    ///
    /// The loops keep within the bounds. A bounds check for each byte would double the cost.
    private struct Run {
        /// The offset to read from.
        var index: Int
        /// The offset to write to, never greater than `at`.
        var end: Int
        var hasPendingSpace = false

        /// Skips white space.
        ///
        /// - Returns: Whether text follows.
        @inline(__always)
        mutating func skipSpace(_ bytes: UnsafeMutableRawPointer, _ limit: Int) -> Bool {
            while index < limit, isXMLSpace(bytes.load(fromByteOffset: index, as: UInt8.self)) {
                hasPendingSpace = true
                index &+= 1
            }
            return index < limit
        }

        /// Writes one space in place of the skipped white space.
        @inline(__always)
        mutating func putSpace(_ bytes: UnsafeMutableRawPointer) {
            bytes.storeBytes(of: 0x20, toByteOffset: end, as: UInt8.self)
            end &+= 1
        }

        /// Moves text up to the next white space that is not a single space between two words, or up to the limit.
        @inline(__always)
        mutating func move(_ bytes: UnsafeMutableRawPointer, _ limit: Int) {
            let start = index
            index = min(Self.endOfRun(bytes, start &+ 1, limit: limit), limit)
            hasPendingSpace = bytes.load(fromByteOffset: index &- 1, as: UInt8.self) == 0x20
            let count = index &- start &- (hasPendingSpace ? 1 : 0)
            if end != start { (bytes + end).copyMemory(from: bytes + start, byteCount: count) }
            end &+= count
        }

        /// Returns the offset where the run ends. Compares 16 bytes at a time, each with the byte before it.
        @inline(__always)
        private static func endOfRun(_ bytes: UnsafeMutableRawPointer, _ start: Int, limit: Int) -> Int {
            var index = start
            while index < limit {
                let near = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
                let before = bytes.loadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self)
                let close = bytes_below(near, 0x20) | bytes_equal(near, 0x20) & bytes_below(before, 0x21)
                let bits = bytes_highest_bits(close)
                guard bits != 0 else {
                    index &+= 16
                    continue
                }
                index &+= bits.trailingZeroBitCount
                if index < limit, endsRun(bytes, index) { break }
                index &+= 1
            }
            return index
        }

        /// Whether the byte at an offset is white space other than a single space.
        private static func endsRun(_ bytes: UnsafeMutableRawPointer, _ index: Int) -> Bool {
            let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
            return isXMLSpace(byte)
                && (byte != 0x20 || isXMLSpace(bytes.load(fromByteOffset: index &- 1, as: UInt8.self)))
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

    /// Separates the text from what is appended next by a space.
    mutating func part() { hasPendingSpace = true }

    /// Appends a tab between two cells. The next cell is trimmed on its own.
    mutating func tab() {
        settle()
        makeRoom(for: 0)
        storage[settled] = 0x09
        settled += 1
        used = settled
        startPart()
    }

    /// Begins a part whose ends are trimmed on their own.
    mutating func startPart() {
        settle()
        partStart = settled
        hasPendingSpace = false
    }

    /// A position in the text, to which it can be cut until the next passage or cell begins.
    struct Checkpoint {
        fileprivate let used: Int
        fileprivate let hasPendingSpace: Bool
    }

    /// The end of the text.
    var checkpoint: Checkpoint { Checkpoint(used: used, hasPendingSpace: hasPendingSpace) }

    /// Removes the text after a checkpoint.
    ///
    /// - Parameter receive: Receives the text that is removed, with white space as it was appended.
    mutating func cut(to checkpoint: Checkpoint, _ receive: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }) {
        storage[checkpoint.used..<used].withUnsafeBufferPointer(receive)
        (used, hasPendingSpace) = (checkpoint.used, checkpoint.hasPendingSpace)
    }

    /// Empties the buffer and keeps its memory.
    mutating func clear() {
        (settled, used, partStart, hasPendingSpace) = (0, 0, 0, false)
    }

    /// Empties the buffer between files. Keeps its memory unless a long text has made it large.
    mutating func reset() {
        clear()
        if storage.count > Self.mostUnsettled * 4 { storage = [] }
    }
}
