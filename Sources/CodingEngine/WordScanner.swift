import Model

/// Finds the words of a passage one after the other, each with its folded form.
///
/// ASCII words, nearly all of most texts, take a loop of a table look-up a byte; the first other byte, or an
/// apostrophe, hands the word to the full rules of ``Model/Word``.
struct WordScanner {
    /// Where the last word found stands, in bytes of the text.
    private(set) var start = 0
    private(set) var end = 0
    /// The last word's folded form in UTF-8: the first ``length`` bytes.
    private(set) var folded = [UInt8](repeating: 0, count: 256)
    private(set) var length = 0
    /// A hash of the folded bytes.
    private(set) var hash: UInt64 = 0

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3
    private static let lower: [UInt8] = (0..<256).map { byte -> UInt8 in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
        case 0x80...0xFF, UInt8(ascii: "'"): Self.other
        default: 0
        }
    }
    /// Marks the bytes that the fast loop leaves to the full rules; no folded ASCII byte is it.
    private static let other: UInt8 = 1

    private let lower = Self.lower

    /// Goes to the first word that starts at or after an offset.
    /// - Returns: Whether there is one.
    mutating func next(in text: Span<UInt8>, from offset: Int) -> Bool {
        var at = offset
        while at < text.count {
            let byte = lower[Int(text[at])]
            if byte > Self.other { return scanASCII(text, from: at) }
            if byte == Self.other, text[at] >= 0x80 {
                let (value, size) = decode(text, at)
                if ScalarTable.shared[value].contains(.character) { return scanAny(text, from: at) }
                at += size
            } else {
                at += 1
            }
        }
        return false
    }

    private mutating func scanASCII(_ text: Span<UInt8>, from first: Int) -> Bool {
        var at = first
        var hash = Self.seed
        var length = 0
        while at < text.count {
            let byte = lower[Int(text[at])]
            if byte <= Self.other {
                // An apostrophe ends the word unless a word character follows.
                if byte == Self.other, text[at] >= 0x80 || joins(text, at) { return scanAny(text, from: first) }
                break
            }
            if length == folded.count { return scanAny(text, from: first) }
            folded[length] = byte
            length += 1
            hash = (hash ^ UInt64(byte)) &* Self.prime
            at += 1
        }
        (self.start, self.end, self.length, self.hash) = (first, at, length, hash)
        return true
    }

    /// Whether an apostrophe at an offset has a word character of a spaced script behind it.
    private func joins(_ text: Span<UInt8>, _ at: Int) -> Bool {
        guard at + 1 < text.count else { return false }
        let traits = ScalarTable.shared[decode(text, at + 1).value]
        return traits.contains(.character) && !traits.contains(.standsAlone)
    }

    /// The full rules, scalar by scalar.
    private mutating func scanAny(_ text: Span<UInt8>, from first: Int) -> Bool {
        let table = ScalarTable.shared
        var (value, size) = decode(text, first)
        var traits = table[value]
        var folds = traits.contains(.folds)
        let alone = traits.contains(.standsAlone)
        var at = first + size
        while at < text.count {
            (value, size) = decode(text, at)
            traits = table[value]
            if alone {
                guard traits.contains(.mark) else { break }
            } else if traits.contains(.character) {
                guard traits.contains(.mark) || !traits.contains(.standsAlone) else { break }
            } else {
                guard traits.contains(.joiner), joinsAny(text, at + size) else { break }
            }
            folds = folds || traits.contains(.folds)
            at += size
        }
        (start, end) = (first, at)
        fold(text, folds)
        return true
    }

    private func joinsAny(_ text: Span<UInt8>, _ at: Int) -> Bool {
        guard at < text.count else { return false }
        let traits = ScalarTable.shared[decode(text, at).value]
        return traits.contains(.character) && !traits.contains(.standsAlone)
    }

    private mutating func fold(_ text: Span<UInt8>, _ folds: Bool) {
        length = 0
        hash = Self.seed
        guard folds else {
            for at in start..<end { append(text[at]) }
            return
        }
        var scalars: [Unicode.Scalar] = []
        var at = start
        while at < end {
            let (value, size) = decode(text, at)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            at += size
        }
        for byte in String(Word.folded(scalars)).utf8 { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        if length == folded.count { folded.append(contentsOf: repeatElement(0, count: folded.count)) }
        folded[length] = byte
        length += 1
        hash = (hash ^ UInt64(byte)) &* Self.prime
    }

    /// Whether the bytes between two words may part the words of a phrase.
    func mayPartPhrase(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
        var at = gap.lowerBound
        while at < gap.upperBound {
            let byte = text[at]
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
                at += 1
            } else {
                let (value, size) = decode(text, at)
                guard ScalarTable.shared[value].contains(.partsPhrase) else { return false }
                at += size
            }
        }
        return true
    }
}

/// The scalar that begins at an offset of well-formed UTF-8, and its length in bytes.
///
/// A cut or ill-formed sequence is taken as one byte that is no word character.
@inline(__always)
func decode(_ text: Span<UInt8>, _ at: Int) -> (value: UInt32, size: Int) {
    let first = UInt32(text[at])
    func tail(_ offset: Int) -> UInt32 { UInt32(text[at + offset]) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0 where at + 1 < text.count:
        return ((first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0 where at + 2 < text.count:
        return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 0xF0..<0xF5 where at + 3 < text.count:
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (0xFFFD, 1)
    }
}
