import Model

/// Finds the words of a passage one after the other, each with its folded form.
///
/// ASCII words of up to 16 characters, nearly all of most texts, are found eight bytes at a time and known by their
/// bytes; all others take the full rules of ``Model/Word``, scalar by scalar.
struct WordScanner {
    /// The folded bytes of a short word, the first one lowest, the rest zero.
    typealias Key = (UInt64, UInt64)

    /// Where the last word found stands, in bytes of the text.
    private(set) var start = 0
    private(set) var end = 0
    /// Whether the last word is known by its ``key``, else by its ``folded`` form.
    private(set) var isShort = true
    private(set) var key: Key = (0, 0)
    /// The folded form of a word that is not short, in UTF-8.
    var folded: ArraySlice<UInt8> { buffer[...] }
    private var buffer: [UInt8] = []
    private var table = ScalarTable()

    /// Goes to the first word of a passage that starts at or after an offset.
    ///
    /// - Parameter limit: Where the passage ends.
    /// - Returns: Whether there is one.
    @inline(__always)
    mutating func next(in text: RawSpan, from offset: Int, to limit: Int) -> Bool {
        var at = offset
        while at < limit {
            let byte = text.byte(at)
            if byte < 0x80 {
                if isASCIIWord(byte) { return scanShort(text, at, limit) }
                at += 1
            } else {
                let (value, size) = decode(text, at, limit)
                if table[value].contains(.character) { return scanAny(text, at, limit) }
                at += size
            }
        }
        return false
    }

    @inline(__always)
    private mutating func scanShort(_ text: RawSpan, _ first: Int, _ limit: Int) -> Bool {
        let eight = text.eight(first)
        let length = lettersAtStart(eight)
        var end = first + length
        if length < 8 {
            key = ((eight | lowerCase) & lowest(length), 0)
        } else {
            let more = text.eight(end)
            let rest = lettersAtStart(more)
            guard rest < 8 else { return scanAny(text, first, limit) }
            end += rest
            key = (eight | lowerCase, (more | lowerCase) & lowest(rest))
        }
        // A letter beyond ASCII goes on with the word, and an apostrophe or soft hyphen may.
        guard end <= limit, end == limit || (text.byte(end) < 0x80 && text.byte(end) != apostrophe) else {
            return scanAny(text, first, limit)
        }
        (start, self.end, isShort) = (first, end, true)
        return true
    }

    /// The full rules, scalar by scalar.
    private mutating func scanAny(_ text: RawSpan, _ first: Int, _ limit: Int) -> Bool {
        var (value, size) = decode(text, first, limit)
        var traits = table[value]
        var folds = traits.contains(.folds)
        let alone = traits.contains(.standsAlone)
        var at = first + size
        while at < limit {
            (value, size) = decode(text, at, limit)
            traits = table[value]
            if alone {
                guard traits.contains(.mark) else { break }
            } else if traits.contains(.character) {
                guard traits.contains(.mark) || !traits.contains(.standsAlone) else { break }
            } else {
                guard traits.contains(.joiner), joins(text, at + size, limit) else { break }
            }
            folds = folds || traits.contains(.folds)
            at += size
        }
        (start, end, isShort) = (first, at, false)
        fold(text, folds)
        return true
    }

    /// Whether a word character of a spaced script stands behind a joiner.
    private mutating func joins(_ text: RawSpan, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        let traits = table[decode(text, at, limit).value]
        return traits.contains(.character) && !traits.contains(.standsAlone)
    }

    /// Fills the buffer, and the key where the folded form is short.
    private mutating func fold(_ text: RawSpan, _ folds: Bool) {
        buffer.removeAll(keepingCapacity: true)
        var at = start
        while at < end {
            let (value, size) = decode(text, at, end)
            switch value {
            case 0..<0x80: buffer.append(UInt8(value) | (isASCIIWord(UInt8(value)) ? 0x20 : 0))
            case 0xAD: break
            case 0x2019: buffer.append(apostrophe)
            case _ where folds && table[value].contains(.folds): return foldByScalars(text)
            default: for offset in at..<(at + size) { buffer.append(text.byte(offset)) }
            }
            at += size
        }
        makeKey()
    }

    private mutating func foldByScalars(_ text: RawSpan) {
        var scalars: [Unicode.Scalar] = []
        var at = start
        while at < end {
            let (value, size) = decode(text, at, end)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            at += size
        }
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: String(Word.folded(scalars)).utf8)
        makeKey()
    }

    /// One word has one form: what is short is known by its key, however it was written.
    private mutating func makeKey() {
        guard buffer.count <= 16, buffer.allSatisfy({ $0 < 0x80 }) else { return }
        isShort = true
        key = (0, 0)
        for (at, byte) in buffer.enumerated() {
            if at < 8 { key.0 |= UInt64(byte) << (8 * at) } else { key.1 |= UInt64(byte) << (8 * (at - 8)) }
        }
    }

    /// Whether the bytes between two words may part the words of a phrase.
    @inline(__always)
    mutating func mayPartPhrase(_ text: RawSpan, _ gap: Range<Int>) -> Bool {
        gap.count == 1 && text.byte(gap.lowerBound) == UInt8(ascii: " ") || eachMayPartPhrase(text, gap)
    }

    private mutating func eachMayPartPhrase(_ text: RawSpan, _ gap: Range<Int>) -> Bool {
        var at = gap.lowerBound
        while at < gap.upperBound {
            let byte = text.byte(at)
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
                at += 1
            } else {
                let (value, size) = decode(text, at, gap.upperBound)
                guard table[value].contains(.partsPhrase) else { return false }
                at += size
            }
        }
        return true
    }
}

private let apostrophe = UInt8(ascii: "'")
/// The bit that makes ASCII letters small, in each of eight bytes; digits have it.
private let lowerCase: UInt64 = 0x2020_2020_2020_2020

@inline(__always)
private func isASCIIWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

/// How many of eight bytes, from the first on, are ASCII letters and digits.
@inline(__always)
private func lettersAtStart(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = eight & (0x7F * ones)
    let small = low | lowerCase
    // Sums reach a byte's highest bit, and no further, where the byte is at least a number.
    let letter = (small &+ 0x1F * ones) & ~(small &+ 0x05 * ones)
    let digit = (low &+ 0x50 * ones) & ~(low &+ 0x46 * ones)
    let others = ~(letter | digit) | eight
    return (others & (0x80 * ones)).trailingZeroBitCount / 8
}

/// A mask of the lowest bytes, fewer than eight.
@inline(__always)
private func lowest(_ bytes: Int) -> UInt64 { (1 << (8 * UInt64(bytes))) &- 1 }

extension RawSpan {
    @inline(__always)
    fileprivate func byte(_ at: Int) -> UInt8 { unsafeLoad(fromByteOffset: at, as: UInt8.self) }

    /// Eight bytes from an offset on, the first one lowest; zeros behind the end.
    @inline(__always)
    fileprivate func eight(_ at: Int) -> UInt64 {
        if at + 8 <= byteCount { return unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian }
        var eight: UInt64 = 0
        for offset in at..<byteCount { eight |= UInt64(byte(offset)) << (8 * UInt64(offset - at)) }
        return eight
    }
}

/// The scalar that begins at an offset of well-formed UTF-8, and its length in bytes.
///
/// A cut or ill-formed sequence is taken as one byte that is no word character.
@inline(__always)
private func decode(_ text: RawSpan, _ at: Int, _ limit: Int) -> (value: UInt32, size: Int) {
    let first = UInt32(text.byte(at))
    func tail(_ offset: Int) -> UInt32 { UInt32(text.byte(at + offset)) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0 where at + 1 < limit:
        return ((first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0 where at + 2 < limit:
        return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 0xF0..<0xF5 where at + 3 < limit:
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (0xFFFD, 1)
    }
}
