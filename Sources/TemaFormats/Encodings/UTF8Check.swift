/// Finds ill-formed UTF-8 (The Unicode Standard, section 3.9, table 3-7) in a stream of chunks.
package struct UTF8Check {
    /// The number of complete sequences of two or more bytes so far.
    private(set) var sequences = 0
    /// The offset of the next byte.
    private(set) var position: Int
    private var start = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private let refusesNoncharacters: Bool
    /// Whether the bytes of the current sequence are also the first bytes of U+FFFE and U+FFFF.
    private var mayBeNoncharacter = false

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - position: The offset of the first byte.
    ///   - refusesNoncharacters: Whether U+FFFE and U+FFFF count as ill-formed, because XML does not allow them.
    package init(from position: Int = 0, refusesNoncharacters: Bool = false) {
        self.position = position
        self.refusesNoncharacters = refusesNoncharacters
    }

    /// Checks the next bytes. Must not be called again after it has returned an offset.
    ///
    /// - Returns: The offset of the first ill-formed sequence, or nil if there is none so far.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var at = 0
        while at < bytes.count {
            if missing == 0 {
                at = Self.endOfASCII(bytes, from: at)
                if at == bytes.count { break }
                start = position + at
                guard begin(bytes[at]) else { return start }
            } else {
                guard allowed.contains(bytes[at]) else { return start }
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
                mayBeNoncharacter = mayBeNoncharacter && bytes[at] == 0xBF
                allowed = mayBeNoncharacter ? 0x80...0xBD : 0x80...0xBF
                missing -= 1
                if missing == 0 { sequences += 1 }
            }
            at += 1
        }
        position += bytes.count
        return nil
    }

    /// Returns the offset of an incomplete sequence at the end, or nil if there is none.
    package func finish() -> Int? { missing > 0 ? start : nil }

    private mutating func begin(_ lead: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF:
            (missing, allowed) = (2, 0x80...0xBF)
            mayBeNoncharacter = refusesNoncharacters && lead == 0xEF
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }

    /// Returns the offset of the first byte that is not ASCII. Compares 32 bytes at a time, because most text is ASCII.
    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while at + 32 <= bytes.count {
            let words = bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
            guard (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 == 0 else { break }
            at += 32
        }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        return at
    }
}
