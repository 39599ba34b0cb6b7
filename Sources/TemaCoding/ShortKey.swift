/// The key of a word in which nothing but letters of ASCII needs folding, made while the word is scanned.
struct ShortKey {
    private(set) var key: WordScanner.Key = (0, 0)
    /// Whether the key is the word's: not where it has more than sixteen bytes, or other letters that fold.
    private(set) var isWhole = true
    private var count = 0

    /// Takes a scalar.
    ///
    /// - Parameter eight: Its bytes in the text, and those behind it.
    @inline(__always)
    mutating func add(_ value: UInt32, _ size: Int, traits: ScalarTable.Traits, eight: UInt64) {
        guard isWhole, let folded = Self.folded(value, size, traits: traits, eight: eight) else {
            isWhole = false
            return
        }
        append(folded.bytes, folded.length)
    }

    /// Takes bytes that are folded, at most eight.
    @inline(__always)
    mutating func append(_ bytes: UInt64, _ length: Int) {
        guard count + length <= 16 else {
            isWhole = false
            return
        }
        if count < 8 {
            key.0 |= bytes << UInt64(8 * count)
            if count + length > 8 { key.1 |= bytes >> UInt64(8 * (8 - count)) }
        } else {
            key.1 |= bytes << UInt64(8 * (count - 8))
        }
        count += length
    }

    /// The bytes of a scalar that folds by itself, as letters of ASCII, apostrophes and soft hyphens do; nothing where it
    /// takes the rules of all scalars.
    @inline(__always)
    static func folded(
        _ value: UInt32, _ size: Int, traits: ScalarTable.Traits, eight: UInt64
    ) -> (bytes: UInt64, length: Int)? {
        let bytes = eight & lowest(size)
        switch value {
        case 0..<0x80: return (isASCIIWord(UInt8(truncatingIfNeeded: value)) ? bytes | 0x20 : bytes, size)
        case 0xAD: return (0, 0)
        case 0x2019: return (UInt64(apostrophe), 1)
        default: return traits.contains(.folds) ? nil : (bytes, size)
        }
    }
}
