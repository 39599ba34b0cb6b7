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
    mutating func add(_ value: UInt32, _ size: Int, _ traits: ScalarTable.Traits, _ eight: UInt64) {
        var (bytes, length) = (eight & lowest(size), size)
        switch value {
        case 0..<0x80: if isASCIIWord(UInt8(truncatingIfNeeded: value)) { bytes |= 0x20 }
        case 0xAD: return
        case 0x2019: (bytes, length) = (UInt64(apostrophe), 1)
        default: if traits.contains(.folds) { isWhole = false }
        }
        guard isWhole, count + length <= 16 else {
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
}
