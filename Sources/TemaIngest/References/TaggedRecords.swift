import TemaFormats
import TemaModel

/// Records of tagged lines such as `TY  - JOUR`, as RIS and MEDLINE have them, one at a time.
struct TaggedRecords {
    struct Field {
        let tag: String
        var value: String
    }

    struct Record {
        var fields: [Field] = []
        /// Where it begins, from 1.
        let line: Int
        /// Whether there was more of it than any document could hold; what is beyond that is not in it.
        var isTooLong = false

        /// The values of a tag, in order, without the empty ones.
        func values(_ tag: String) -> [String] {
            fields.filter { $0.tag == tag && !$0.value.isEmpty }.map(\.value)
        }

        /// The first value of the first of some tags that has one.
        func first(_ tags: String...) -> String? { tags.lazy.compactMap { values($0).first }.first }
    }

    private let opening: String
    private let closing: String?
    private var lines: ByteLines
    /// Lines that end with a lone CR, when they have come as one.
    private var waiting: ArraySlice<ArraySlice<UInt8>> = []
    private var number = 0
    /// Where the hyphen behind the tag stands; some programs leave a space out.
    private var hyphen: Int?
    private var bytes = 0
    private var open: Record?
    /// The first line that belongs to no record.
    private(set) var strayLine: Int?

    /// - Parameters:
    ///   - opening: The tag that every record begins with.
    ///   - closing: The tag that ends one.
    init(_ input: UTF8Input, opening: String, closing: String?) {
        (lines, self.opening, self.closing) = (ByteLines(input), opening, closing)
    }

    /// The next record, or nothing at the end. One that nothing closes ends where the next one begins.
    mutating func next() throws(Problem) -> Record? {
        while let line = try nextLine() {
            guard let (tag, value) = tagged(line) else {
                add(continued: line)
                continue
            }
            if tag == closing {
                if let ended = open.take() { return ended }
                continue
            }
            if tag == opening, let ended = open.take() {
                begin(tag, value)
                return ended
            }
            begin(tag, value)
        }
        return open.take()
    }

    private mutating func nextLine() throws(Problem) -> ArraySlice<UInt8>? {
        number += 1
        if let line = waiting.popFirst() { return line }
        guard let line = try lines.next() else { return nil }
        guard line.contains(0x0D) else { return line }
        waiting = line.split(separator: 0x0D, omittingEmptySubsequences: false)[...]
        return waiting.popFirst()
    }

    private mutating func begin(_ tag: String, _ value: ArraySlice<UInt8>) {
        if open == nil {
            open = Record(line: number)
            bytes = 0
        }
        let field = Field(tag: tag, value: trimmed(value))
        if hasRoom(value.count + Self.fieldBytes) { open?.fields.append(field) }
    }

    /// What a line without a tag says belongs to the field before it.
    private mutating func add(continued line: ArraySlice<UInt8>) {
        let text = trimmed(line)
        guard !text.isEmpty else { return }
        guard let last = open?.fields.indices.last else {
            strayLine = strayLine ?? number
            return
        }
        if hasRoom(text.utf8.count + 1) { open?.fields[last].value += " " + text }
    }

    /// What a field takes beside its value: a record may consist of empty ones.
    private static let fieldBytes = 64

    private mutating func hasRoom(_ count: Int) -> Bool {
        bytes += count
        guard bytes <= Limits.documentBytes else {
            open?.isTooLong = true
            return false
        }
        return true
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop(while: isXMLSpace)
        while let last = bytes.last, isXMLSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Two to four capitals or digits, spaces up to the hyphen, and a space or nothing behind it.
    private mutating func tagged(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let tag = line.prefix { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        guard (2...4).contains(tag.count), let first = tag.first, first >= 0x41 else { return nil }
        let rest = line.dropFirst(tag.count).drop { $0 == 0x20 }
        let at = rest.startIndex - line.startIndex
        guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first.map(isXMLSpace) ?? true, at == hyphen ?? at,
            at == 3 || at == 4
        else { return nil }
        hyphen = at
        return (String(decoding: tag, as: UTF8.self), rest.dropFirst())
    }
}
