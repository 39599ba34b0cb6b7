/// Builds the key of a word while it is scanned, if only simple folding is needed: ASCII letters, apostrophes and soft
/// hyphens.
struct ShortKey {
    private(set) var key: WordScanner.Key = (0, 0)
    /// Whether the key represents the complete word. It does not if the word has more than 16 bytes or other scalars
    /// that fold.
    private(set) var isComplete = true
    private var count = 0

    /// Adds a scalar.
    ///
    /// - Parameters:
    ///   - size: Its length in UTF-8 bytes.
    ///   - eight: Eight bytes of the text from its first byte on.
    @inline(__always)
    mutating func add(_ value: UInt32, _ size: Int, traits: ScalarTable.Traits, eight: UInt64) {
        guard isComplete, let folded = Self.folded(value, size, traits: traits, eight: eight) else {
            isComplete = false
            return
        }
        append(folded.bytes, folded.length)
    }

    /// Adds folded bytes, at most eight.
    @inline(__always)
    mutating func append(_ bytes: UInt64, _ length: Int) {
        guard count + length <= 16 else {
            isComplete = false
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

    /// Returns the folded bytes of a scalar that folds on its own, such as an ASCII letter, apostrophe or soft hyphen.
    ///
    /// - Returns: nil if the scalar needs the full folding rules.
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
