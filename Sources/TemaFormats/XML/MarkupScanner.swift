internal import CPosix

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

    /// Returns the index of the next byte that can change the place. In the content of the root element, that is a `<` before
    /// `!` or `?`: in well-formed XML, tags and values contain no other `<`. Elsewhere it returns `index`.
    private func nextChange(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard !isInProlog, place == .text else { return start }
        var index = start
        while index + 16 < bytes.count {
            let near = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let after = bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
            let mark = bytes_equal(after, UInt8(ascii: "!")) | bytes_equal(after, UInt8(ascii: "?"))
            let found = bytes_highest_bits(bytes_equal(near, UInt8(ascii: "<")) & mark)
            if found != 0 { return index + found.trailingZeroBitCount }
            index += 16
        }
        return bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
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
        case UInt8(ascii: ">"): place = .text
        case UInt8(ascii: "\"") where place == .tag, UInt8(ascii: "'") where place == .tag: enter(.quoted(byte))
        case UInt8(ascii: "-") where ends(with: "<!--"): enter(.comment)
        case UInt8(ascii: "?") where ends(with: "<?"): enter(.instruction)
        // `last` has only eight bytes, so the `<` before them is not compared.
        case UInt8(ascii: "[") where place == .tag && ends(with: "![CDATA["): enter(.characterData)
        // A tag of the content.
        case _ where !isInProlog && last >> 8 & 0xFF == UInt64(UInt8(ascii: "<")) && byte != UInt8(ascii: "!"):
            place = .text
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
