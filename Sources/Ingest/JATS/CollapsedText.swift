/// Text whose runs of XML white space have become one space and whose ends are trimmed.
struct CollapsedText {
    /// Longer than what is in use, so that eight bytes can be written at a time.
    private var storage: [UInt8] = []
    /// How many bytes of it are in use.
    private(set) var count = 0
    /// Where the part begins whose ends are trimmed: the start, or behind the last tab.
    private var partStart = 0
    /// Whether a space stands before whatever comes next.
    private var owesSpace = false

    var bytes: ArraySlice<UInt8> { storage[..<count] }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds text as it stands in the file.
    /// - Returns: Whether there was anything but white space in it.
    @discardableResult
    mutating func append(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = input.baseAddress else { return false }
        makeRoom(for: input.count)
        let input = Input(bytes: UnsafeRawPointer(first), count: input.count)
        var at = 0
        var end = count
        // The array lends its bytes to one copy, for which there is room: no more is written than is read, and a space.
        storage.withUnsafeMutableBytes { room in
            guard let out = room.baseAddress else { return }
            while at < input.count {
                if isXMLSpace(input[at]) {
                    owesSpace = true
                    at += 1
                    continue
                }
                if owesSpace, end > partStart {
                    out.storeBytes(of: 0x20, toByteOffset: end, as: UInt8.self)
                    end &+= 1
                }
                owesSpace = false
                Self.copyRun(input, &at, to: out, &end)
            }
        }
        defer { count = end }
        return end > count
    }

    /// What is being added. Bounds are kept by the loops over it: a check for each byte costs as much as the copy.
    private struct Input {
        let bytes: UnsafeRawPointer
        let count: Int

        @inline(__always)
        subscript(at: Int) -> UInt8 { bytes.load(fromByteOffset: at, as: UInt8.self) }
    }

    /// Copies up to white space that is more than one space between two words.
    @inline(__always)
    private static func copyRun(
        _ input: Input, _ at: inout Int, to out: UnsafeMutableRawPointer, _ end: inout Int
    ) {
        while at < input.count {
            // Eight bytes at a time, each with the one behind it, as long as nothing has to be looked at closely.
            while at + 9 <= input.count {
                let eight = input.bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let behind = input.bytes.loadUnaligned(fromByteOffset: at + 1, as: UInt64.self)
                guard below(0x20, eight) | below(0x21, behind) & below(0x01, eight ^ 0x2020_2020_2020_2020) == 0 else {
                    break
                }
                out.storeBytes(of: eight, toByteOffset: end, as: UInt64.self)
                (at, end) = (at &+ 8, end &+ 8)
            }
            let close = min(at + 8, input.count)
            while at < close {
                let byte = input[at]
                if byte <= 0x20, isXMLSpace(byte) {
                    guard byte == 0x20, at + 1 < input.count, !isXMLSpace(input[at + 1]) else { return }
                }
                out.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
                (at, end) = (at &+ 1, end &+ 1)
            }
        }
    }

    /// A bit for each byte of eight that is less than a number; bytes above one that is may get theirs in error.
    @inline(__always)
    private static func below(_ limit: UInt64, _ eight: UInt64) -> UInt64 {
        (eight &- 0x0101_0101_0101_0101 &* limit) & ~eight & 0x8080_8080_8080_8080
    }

    private mutating func makeRoom(for bytes: Int) {
        let needed = count + bytes + 2
        if storage.count < needed {
            storage.append(contentsOf: repeatElement(0, count: max(needed, 2 * storage.count) - storage.count))
        }
    }

    /// Parts what came before from what comes next by a space.
    mutating func part() { owesSpace = true }

    /// Parts the cells of a row: what comes next is trimmed on its own.
    mutating func tab() {
        makeRoom(for: 0)
        storage[count] = 0x09
        count += 1
        startPart()
    }

    mutating func startPart() {
        partStart = count
        owesSpace = false
    }

    /// Keeps its room.
    mutating func clear() {
        count = 0
        startPart()
    }
}

/// Space, tab, CR and LF: what XML calls white space.
@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
