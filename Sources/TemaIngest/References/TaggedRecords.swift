import TemaFormats
import TemaModel

/// A reader of records of tagged lines such as `TY  - JOUR` (RIS and MEDLINE) or `PT J` (Web of Science).
struct TaggedRecords {
    struct Syntax {
        /// The name of the format, for messages.
        let name: String
        /// The tag that begins a record.
        let opening: String
        /// The tag that ends a record, or nil if the format has none.
        var closing: String?
        /// Whether a hyphen follows each tag. If not, each tag has two characters.
        var hasHyphen = true
        /// The tags of lines that do not belong to records.
        var outside: Set<String> = []
        /// The tags whose continued lines are further values.
        var lists: Set<String> = []
    }

    struct Field {
        let tag: String
        var value: String
    }

    struct Record {
        var fields: [Field] = []
        /// The line where the record begins, from 1.
        let line: Int
        /// Whether the record exceeded ``Limits/documentBytes``. Fields beyond that are missing.
        var isTooLong = false
        /// Whether the record has a closing tag.
        var isClosed = false

        /// Returns the values of a tag in order, without empty ones.
        func values(_ tag: String) -> [String] {
            fields.filter { $0.tag == tag && !$0.value.isEmpty }.map(\.value)
        }

        /// Returns the first value of the first of the tags that has a value, or nil.
        func first(_ tags: String...) -> String? { tags.lazy.compactMap { values($0).first }.first }
    }

    private let syntax: Syntax
    private var lines: ByteLines
    /// Lines separated by a lone CR, which ``ByteLines`` returns as one line.
    private var waiting: ArraySlice<ArraySlice<UInt8>> = []
    private var number = 0
    /// The column of the hyphen after the tag, from 0. It varies because some programs write only one space before it.
    private var hyphen: Int?
    /// The size of the open record in bytes.
    private var bytes = 0
    private var open: Record?
    /// The first line that does not belong to a record, from 1; nil if there is none.
    private var strayLine: Int?

    private init(_ input: UTF8Input, _ syntax: Syntax) { (lines, self.syntax) = (ByteLines(input), syntax) }

    /// Delivers the reference of each record. A record that is too long is reported.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or contains no reference; any error thrown by the sink.
    static func read(
        _ input: UTF8Input, _ syntax: Syntax, into sink: DocumentSink, _ reference: (Record) -> Reference
    ) throws(Problem) {
        var records = TaggedRecords(input, syntax)
        var list = ReferenceList(input.source, sink)
        while let record = try records.next() {
            let reference = reference(record)
            if record.isTooLong {
                list.report(DocumentBuilder.tooLong(line: record.line))
            } else if record.isClosed || record.fields.first?.tag == syntax.opening || reference.hasText {
                try list.take(reference)
            } else {
                // Ovid, among others, writes tagged lines about the database between references.
                records.strayLine = min(records.strayLine ?? record.line, record.line)
            }
        }
        if let line = records.strayLine {
            sink.report(
                Problem(
                    "lines outside references are ignored; this is the first", severity: .note, line: line))
        }
        try list.finish(syntax.name)
    }

    /// Returns the next record, or nil at the end. A record without a closing tag ends where the next one begins.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or a line is too long.
    private mutating func next() throws(Problem) -> Record? {
        while let line = try nextLine() {
            guard let (tag, value) = tagged(line) else {
                add(continued: line)
                continue
            }
            if open == nil, syntax.outside.contains(tag) { continue }
            if tag == syntax.closing {
                open?.isClosed = true
                if let ended = open.take() { return ended }
                continue
            }
            if tag == syntax.opening, let ended = open.take() {
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

    /// Appends a line without a tag to the previous field, or adds it as a further value of a list.
    private mutating func add(continued line: ArraySlice<UInt8>) {
        let text = trimmed(line)
        guard !text.isEmpty else { return }
        guard let last = open?.fields.indices.last, let tag = open?.fields[last].tag else {
            strayLine = strayLine ?? number
            return
        }
        guard !syntax.lists.contains(tag) else { return begin(tag, line) }
        if hasRoom(text.utf8.count + 1) { open?.fields[last].value += " " + text }
    }

    /// The estimated memory of a field besides its value, in bytes. It bounds a record of many empty fields.
    private static let fieldBytes = 64

    /// Adds a number of bytes to the size of the record, and returns whether the record is within the limit.
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

    /// Returns the tag and value of a line, or nil if it has no tag. A tag is two to four capitals or digits beginning
    /// with a capital, followed by spaces, a hyphen, and white space or the end of the line. The hyphen must be in the
    /// same column as in previous lines. In a syntax without hyphens, white space follows a tag of two.
    private mutating func tagged(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let tag = line.prefix { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        guard (2...4).contains(tag.count), let first = tag.first, first >= 0x41 else { return nil }
        guard syntax.hasHyphen else {
            let rest = line.dropFirst(2)
            guard tag.count == 2, rest.first.map(isXMLSpace) ?? true else { return nil }
            return (String(decoding: tag, as: UTF8.self), rest)
        }
        let rest = line.dropFirst(tag.count).drop { $0 == 0x20 }
        let index = rest.startIndex - line.startIndex
        guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first.map(isXMLSpace) ?? true, index == hyphen ?? index,
            index == 3 || index == 4
        else { return nil }
        hyphen = index
        return (String(decoding: tag, as: UTF8.self), rest.dropFirst())
    }
}
