internal import CSystem
import Glibc

/// Counts the bytes of an XML file that are outside comments, processing instructions and CDATA sections.
///
/// libxml2 reports those three only when they end, and limits their length itself. So many bytes without an event mean that a
/// tag or declaration is too long only if the bytes are outside them. libxml2 does not report what it is reading: since 2.14,
/// it does not keep `instate` up to date.
struct MarkupScanner {
    private enum Place: Equatable {
        case text, tag, comment, instruction, characterData
        /// Inside a tag or declaration, between two quotation marks that equal this byte.
        case quoted(UInt8)
    }

    private var place = Place.text
    /// The place of the last `<`, to return to after a comment or instruction, which declarations may also contain.
    private var outer = Place.text
    /// Whether the last `<` began the tag of an element, which contains no comments.
    private var isElementTag = false
    /// Whether no start tag has begun.
    private var isInProlog = true
    /// The bytes after the last `<`, in the prolog.
    private var tag: [UInt8] = []
    /// Receives the declarations in the prolog, without `<` and `>`.
    private let declare: ([UInt8]) -> Void
    /// The last eight bytes of this place, the last one in the lowest bits.
    private var last: UInt64 = 0

    /// Creates a scanner at the beginning of a file.
    ///
    /// - Parameter declare: Receives each declaration before the root element, without `<` and `>`.
    init(declare: @escaping ([UInt8]) -> Void) { self.declare = declare }

    /// Reads the next chunk of the file.
    ///
    /// - Returns: The number of bytes outside comments, processing instructions and CDATA sections.
    mutating func count(_ bytes: UnsafeRawBufferPointer) -> Int {
        var outside = 0
        var index = 0
        while true {
            let start = index
            index = nextChange(in: bytes, from: start)
            outside += index - start
            guard index < bytes.count else { break }
            let byte = bytes[index]
            index += 1
            last = last << 8 | UInt64(byte)
            if isInProlog { readProlog(byte) }
            switch place {
            case .text, .tag:
                outside += 1
                if last >> 8 & 0xFF == UInt64(UInt8(ascii: "<")) {
                    isElementTag = byte != UInt8(ascii: "!") && byte != UInt8(ascii: "?")
                }
                readMarkup(byte)
            case .quoted(let quote):
                outside += 1
                if byte == quote { enter(.tag) }
            case .comment, .instruction, .characterData:
                if byte == UInt8(ascii: ">"), isEnd { enter(outer) }
            }
        }
        return outside
    }

    /// Returns the index of the next byte that can change the place in a text, tag or quoted value after the prolog, where
    /// most bytes are. Elsewhere it returns `index`. In a text, it skips element tags that end in this chunk.
    private func nextChange(in bytes: UnsafeRawBufferPointer, from index: Int) -> Int {
        guard !isInProlog else { return index }
        switch place {
        case .text:
            var index = Self.next(UInt8(ascii: "<"), in: bytes, from: index)
            while let end = Self.endOfElementTag(bytes, at: index) {
                index = Self.next(UInt8(ascii: "<"), in: bytes, from: end)
            }
            return index
        case .quoted(let quote): return Self.next(quote, in: bytes, from: index)
        case .tag where isElementTag: return Self.endOfTagPart(in: bytes, from: index)
        default: return index
        }
    }

    /// Returns the index of the next byte that has a value, or the end.
    private static func next(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from index: Int) -> Int {
        guard index < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + index, Int32(byte), bytes.count - index)
        else { return bytes.count }
        return UnsafeRawPointer(found) - base
    }

    /// Returns the index after the element tag that begins at an index, or nil if there is none or it ends in a later chunk.
    private static func endOfElementTag(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int? {
        var index = start + 1
        guard index < bytes.count, bytes[index] != UInt8(ascii: "!"), bytes[index] != UInt8(ascii: "?") else {
            return nil
        }
        while true {
            index = endOfTagPart(in: bytes, from: index)
            guard index < bytes.count, bytes[index] != UInt8(ascii: "<") else { return nil }
            if bytes[index] == UInt8(ascii: ">") { return index + 1 }
            index = next(bytes[index], in: bytes, from: index + 1) + 1
        }
    }

    /// Returns the index of the next angle bracket or quotation mark, or the end. Compares 16 bytes at a time.
    private static func endOfTagPart(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 16 <= bytes.count {
            let near = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let brackets = bytes_equal(near, UInt8(ascii: "<")) | bytes_equal(near, UInt8(ascii: ">"))
            let quotes = bytes_equal(near, UInt8(ascii: "\"")) | bytes_equal(near, UInt8(ascii: "'"))
            let ends = bytes_highest_bits(brackets | quotes)
            if ends != 0 { return index + ends.trailingZeroBitCount }
            index += 16
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"): return index
            default: index += 1
            }
        }
        return bytes.count
    }

    private mutating func readProlog(_ byte: UInt8) {
        switch place {
        case .tag where byte == UInt8(ascii: "<"), .text: tag.removeAll(keepingCapacity: true)
        case .tag where byte == UInt8(ascii: ">"): declare(tag)
        case .tag, .quoted:
            if tag.isEmpty { isInProlog = byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") }
            tag.append(byte)
        case .comment, .instruction, .characterData: break
        }
    }

    private mutating func readMarkup(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"):
            outer = place
            place = .tag
            isElementTag = false
        case UInt8(ascii: ">"): place = .text
        case UInt8(ascii: "\"") where place == .tag, UInt8(ascii: "'") where place == .tag: enter(.quoted(byte))
        case UInt8(ascii: "-") where ends(with: "<!--"): enter(.comment)
        case UInt8(ascii: "?") where ends(with: "<?"): enter(.instruction)
        // `last` has only eight bytes, so the `<` before them is not compared.
        case UInt8(ascii: "[") where place == .tag && ends(with: "![CDATA["): enter(.characterData)
        default: break
        }
    }

    private var isEnd: Bool {
        switch place {
        case .comment: ends(with: "-->")
        case .instruction: ends(with: "?>")
        default: ends(with: "]]>")
        }
    }

    private mutating func enter(_ next: Place) {
        place = next
        last = 0
    }

    private func ends(with end: StaticString) -> Bool {
        var expected: UInt64 = 0
        for index in 0..<end.utf8CodeUnitCount { expected = expected << 8 | UInt64(end.utf8Start[index]) }
        return last & (UInt64.max >> UInt64(64 - 8 * end.utf8CodeUnitCount)) == expected
    }
}
