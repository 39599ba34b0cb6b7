/// Counts the bytes of an XML file that are outside comments, processing instructions and CDATA sections.
///
/// libxml2 reports those three only when they end, and has a limit of its own for their length. So a long stretch without an
/// event is a tag or declaration that is too long only if it consists of other bytes. libxml2 does not say what it is reading:
/// since 2.14 it does not keep `instate` up to date.
package struct MarkupScanner {
    private enum Place: Equatable {
        case text, tag, comment, instruction, characterData
        /// Between two of these bytes in a tag or declaration.
        case quoted(UInt8)
    }

    private var place = Place.text
    /// The place that the last `<` was in: declarations may contain comments and instructions, too.
    private var outer = Place.text
    /// The last eight bytes of this place, the last one lowest.
    private var last: UInt64 = 0

    package init() {}

    /// Reads the next bytes of the file, wherever they were cut.
    ///
    /// - Returns: How many of them are outside.
    package mutating func count(_ bytes: UnsafeRawBufferPointer) -> Int {
        var outside = 0
        for byte in bytes {
            last = last << 8 | UInt64(byte)
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

    private mutating func readMarkup(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"):
            outer = place
            place = .tag
        case UInt8(ascii: ">"): place = .text
        case UInt8(ascii: "\"") where place == .tag, UInt8(ascii: "'") where place == .tag: enter(.quoted(byte))
        case UInt8(ascii: "-") where ends(with: "<!--"): enter(.comment)
        case UInt8(ascii: "?") where ends(with: "<?"): enter(.instruction)
        // Its `<` is the ninth byte from the end.
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
        for at in 0..<end.utf8CodeUnitCount { expected = expected << 8 | UInt64(end.utf8Start[at]) }
        return last & (UInt64.max >> UInt64(64 - 8 * end.utf8CodeUnitCount)) == expected
    }
}
