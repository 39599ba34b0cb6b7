import TemaModel

/// With which letters the words begin that some indicator could match: most words of most texts need no other look.
///
/// One bit for each of the ways in which a word can begin, as far as its first three letters and a half tell it (five bits
/// of a letter, none of what is behind a word's end). Small enough to stay near at hand. It knows ASCII words only.
struct WordStarts: Sendable {
    private static let letterBits = 5
    private static let letters = 4
    private static let bits = 17

    private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

    /// Lets in all that a pattern could match.
    mutating func add(_ pattern: WordPattern) {
        var start = 0
        for (place, element) in pattern.elements.prefix(Self.letters).enumerated() {
            guard case .scalar(let scalar) = element else { return addAll(start, from: Self.letterBits * place) }
            start |= Int(scalar.value & 0x1F) << (Self.letterBits * place)
        }
        let index = start & ((1 << Self.bits) - 1)
        words[index >> 6] |= 1 << UInt64(index & 63)
    }

    /// Lets every word in.
    mutating func addAll() { addAll(0, from: 0) }

    /// Lets in all whose lowest bits are given.
    private mutating func addAll(_ start: Int, from bit: Int) {
        for index in stride(from: start, to: 1 << Self.bits, by: 1 << bit) {
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
    }

    /// Whether a pattern could match the word whose first bytes, folded, are given, by the ``words`` of all patterns.
    @inline(__always)
    static func mayBegin(_ eight: UInt64, _ words: Span<UInt64>) -> Bool {
        let pairs = eight & 0x001F_001F | (eight >> 3) & 0x03E0_03E0
        let index = Int(truncatingIfNeeded: pairs & 0x3FF | (pairs >> 6) & 0x1_FC00)
        return words[unchecked: index >> 6] &>> UInt64(truncatingIfNeeded: index) & 1 != 0
    }
}
