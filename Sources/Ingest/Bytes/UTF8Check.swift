/// Looks for bytes that are not UTF-8 (Unicode 3.9, table 3-7), over any number of pieces.
struct UTF8Check {
    /// Whole sequences of two bytes or more seen so far.
    private(set) var sequences = 0
    /// Bytes seen so far, and what counting began with.
    private(set) var position: Int
    private var start = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    init(from position: Int = 0) {
        self.position = position
    }

    /// The offset of the first ill-formed sequence, counted from where all began; nothing where there is none so far.
    /// After an offset has been given, there is nothing more to be asked.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var at = 0
        while at < bytes.count {
            if missing == 0 {
                at = Self.endOfASCII(bytes, from: at)
                if at == bytes.count { break }
                start = position + at
                guard begin(bytes[at]) else { return start }
            } else {
                guard allowed.contains(bytes[at]) else { return start }
                allowed = 0x80...0xBF
                missing -= 1
                if missing == 0 { sequences += 1 }
            }
            at += 1
        }
        position += bytes.count
        return nil
    }

    /// The offset of a sequence that the end has cut.
    func finish() -> Int? { missing > 0 ? start : nil }

    private mutating func begin(_ lead: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (missing, allowed) = (2, 0x80...0xBF)
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }

    /// Eight bytes at a time, since most text is ASCII.
    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while at + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            at += 8
        }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        return at
    }
}
