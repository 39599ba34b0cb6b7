import TemaModel

/// A bit table of the beginnings of words that an indicator could match. It excludes most words of most texts without a
/// lookup.
///
/// The index is made of five bits of each of the first three letters and two bits of the fourth; bits after the end of
/// a word are 0. The table is small enough to stay in the CPU cache. It applies to ASCII words only.
struct WordStarts: Sendable {
    private static let letterBits = 5
    private static let letters = 4
    private static let bits = 17

    private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

    /// Adds all words that a pattern could match.
    mutating func add(_ pattern: WordPattern) {
        var start = 0
        for (place, element) in pattern.elements.prefix(Self.letters).enumerated() {
            guard case .scalar(let scalar) = element else { return addAll(start, from: Self.letterBits * place) }
            start |= Int(scalar.value & 0x1F) << (Self.letterBits * place)
        }
        let index = start & ((1 << Self.bits) - 1)
        words[index >> 6] |= 1 << UInt64(index & 63)
    }

    /// Adds every word.
    mutating func addAll() { addAll(0, from: 0) }

    /// Adds all words whose index has the lowest `bit` bits of `start`.
    private mutating func addAll(_ start: Int, from bit: Int) {
        for index in stride(from: start, to: 1 << Self.bits, by: 1 << bit) {
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
    }

    /// Returns whether a pattern could match a word with the given first eight folded bytes, by the ``words`` of all
    /// patterns.
    @inline(__always)
    static func mayBegin(_ eight: UInt64, _ words: Span<UInt64>) -> Bool {
        let pairs = eight & 0x001F_001F | (eight >> 3) & 0x03E0_03E0
        let index = Int(truncatingIfNeeded: pairs & 0x3FF | (pairs >> 6) & 0x1_FC00)
        return words[unchecked: index >> 6] &>> UInt64(truncatingIfNeeded: index) & 1 != 0
    }
}
