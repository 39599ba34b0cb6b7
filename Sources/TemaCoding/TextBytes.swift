import TemaModel

// Access to UTF-8 text by single bytes, eight or sixteen bytes, and scalars, for the word scanner.

/// The ASCII apostrophe.
let apostrophe = UInt8(ascii: "'")
/// The bit that makes ASCII letters lower-case, in each of eight bytes. Digits have it already.
let lowerCase: UInt64 = 0x2020_2020_2020_2020

@inline(__always)
func isASCIIWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

/// Returns how many of eight bytes are ASCII letters or digits before the first other byte.
@inline(__always)
func lettersAtStart(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = eight & (0x7F * ones)
    let small = low | lowerCase
    // For each byte, a sum sets the highest bit, without a carry into the next byte, if the byte is at least a bound.
    let letter = (small &+ 0x1F * ones) & ~(small &+ 0x05 * ones)
    let digit = (low &+ 0x50 * ones) & ~(low &+ 0x46 * ones)
    let others = ~(letter | digit) | eight
    return (others & (0x80 * ones)).trailingZeroBitCount / 8
}

/// Returns a mask of the lowest bytes, fewer than eight.
@inline(__always)
func lowest(_ bytes: Int) -> UInt64 { (1 << (8 * UInt64(bytes))) &- 1 }

extension RawSpan {
    /// Returns the byte at an offset. The offset is not checked: callers compare it with the end of a passage, which is
    /// checked once.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self) }

    /// Returns eight bytes from an offset on, the first one lowest; zeros after the end.
    @inline(__always)
    func eight(_ index: Int) -> UInt64 {
        index &+ 8 <= byteCount
            ? unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian : lastEight(index)
    }

    /// Returns sixteen bytes from an offset on; zeros after the end.
    @inline(__always)
    func sixteen(_ index: Int) -> SIMD16<UInt8> {
        index &+ 16 <= byteCount
            ? unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
            : unsafeBitCast(
                SIMD2(lastEight(index).littleEndian, lastEight(index &+ 8).littleEndian), to: SIMD16<UInt8>.self)
    }

    /// Returns the key of a word of at most 16 bytes: its bytes, padded with zeros.
    func key(_ word: Range<Int>) -> WordScanner.Key {
        let (first, second) = (min(word.count, 8), max(word.count - 8, 0))
        return (
            eight(word.lowerBound) & (first == 8 ? .max : lowest(first)),
            second == 0 ? 0 : eight(word.lowerBound + 8) & (second == 8 ? .max : lowest(second))
        )
    }

    @inline(never)
    private func lastEight(_ index: Int) -> UInt64 {
        var eight: UInt64 = 0
        for offset in min(index, byteCount)..<byteCount {
            eight |= UInt64(byte(offset)) << (8 * UInt64(offset - index))
        }
        return eight
    }
}

/// Returns the scalar at an offset of well-formed UTF-8, and its length in bytes.
///
/// A truncated or ill-formed sequence is read as one byte that is not a word character.
@inline(__always)
func decode(_ text: RawSpan, at index: Int, limit: Int) -> (value: UInt32, size: Int) {
    let first = UInt32(text.byte(index))
    func tail(_ offset: Int) -> UInt32 { UInt32(text.byte(index + offset)) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0 where index + 1 < limit:
        return ((first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0 where index + 2 < limit:
        return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 0xF0..<0xF5 where index + 3 < limit:
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (0xFFFD, 1)
    }
}

/// Returns the scalars of a part of well-formed UTF-8.
func scalars(of text: RawSpan, _ part: Range<Int>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var index = part.lowerBound
    while index < part.upperBound {
        let (value, size) = decode(text, at: index, limit: part.upperBound)
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        index += size
    }
    return scalars
}
