/// Converts between UTF-8 offsets and Unicode scalar offsets of one text. No other code converts offsets.
///
/// Creating it reads the text once. Each conversion then reads at most 64 bytes.
public struct ScalarOffsets: Sendable {
    private static let stride = 64

    private let utf8: [UInt8]
    /// The number of scalars that begin before each multiple of the stride.
    private let before: [Int]
    /// The length of the text in Unicode scalars.
    public let count: Int

    /// Creates the converter for a text.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public init(_ text: Text) {
        utf8 = text.utf8
        var before: [Int] = []
        before.reserveCapacity(utf8.count / Self.stride + 1)
        var count = 0
        utf8.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                before.append(count)
                let end = min(start + Self.stride, bytes.count)
                for index in start..<end where !isContinuation(bytes[index]) { count += 1 }
                start = end
            }
        }
        self.before = before
        self.count = count
    }

    /// Returns the number of scalars that begin before a UTF-8 offset. Offsets beyond the text return its length.
    public func scalars(at offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        guard offset < utf8.count else { return count }
        let block = offset / Self.stride
        var scalars = before[block]
        // A block without longer characters, as in most English texts.
        if block + 1 < before.count, before[block + 1] - scalars == Self.stride {
            return scalars + offset - block * Self.stride
        }
        for index in (block * Self.stride)..<offset where !isContinuation(utf8[index]) { scalars += 1 }
        return scalars
    }

    /// Converts a range of UTF-8 offsets to a range of scalar offsets.
    public func scalars(_ span: Range<Int>) -> Range<Int> {
        let start = scalars(at: span.lowerBound)
        return start..<max(start, scalars(at: span.upperBound))
    }

    /// Returns the UTF-8 offset of a scalar offset, or nil if it is negative or beyond the end of the text.
    public func utf8(at scalars: Int) -> Int? {
        guard scalars >= 0, scalars <= count else { return nil }
        guard scalars < count else { return utf8.count }
        let block = before.firstIndexOfSorted { $0 > scalars } - 1
        var seen = before[block]
        var index = block * Self.stride
        while true {
            if !isContinuation(utf8[index]) {
                if seen == scalars { return index }
                seen += 1
            }
            index += 1
        }
    }
}

/// Whether a byte is a UTF-8 continuation byte.
@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
