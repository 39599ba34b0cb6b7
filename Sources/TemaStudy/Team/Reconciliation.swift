internal import GRDB
import TemaFormats
import TemaModel

/// The outcome of reconciling what coders gave to a unit: the codes that the unit has in the end.
public struct Reconciliation: Sendable, Hashable {
    /// Whose codes were chosen. The raw values are part of the file format.
    public enum Choice: String, Sendable, Hashable, CaseIterable {
        /// Those of the first coder.
        case one = "one"
        /// Those of the second coder.
        case other = "other"
        /// Those of all coders together.
        case both = "both"
        /// None.
        case neither = "neither"
        /// Others, which were entered.
        case own = "own"
    }

    /// The unit's id, the same in every copy of the study.
    public var id: String
    /// The id of the document.
    public var document: String
    /// The SHA-256 of the text that the span refers to.
    public var hash: String
    /// The span of the unit, in UTF-8 offsets of that text.
    public var span: Range<Int>
    /// The paths of the unit's codes, in order.
    public var codes: [String]
    /// Whose codes they are.
    public var choice: Choice
    /// Why; it may be empty.
    public var note: String
    /// The name of the person who decided.
    public var coder: String
    /// The time of the decision, in UTC.
    public var at: String

    init(
        _ id: String, of document: String, hash: String, span: Range<Int>, codes: some Sequence<String>, choice: Choice,
        note: String, by coder: String, at: String = Timestamp.now.text
    ) {
        (self.id, self.document, self.hash, self.span) = (id, document, hash, span)
        (self.codes, self.choice) = (Set(codes).sorted(), choice)
        (self.note, self.coder, self.at) = (note, coder, at)
    }

    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (id, document, hash) = (try fields.next(), try fields.next(), try fields.next())
        let (start, end): (Int, Int) = (try fields.next(), try fields.next())
        let (list, name): (String, String) = (try fields.next(), try fields.next())
        (note, coder, at) = (try fields.next(), try fields.next(), try fields.next())
        try fields.check("the outcome \(id)")
        guard 0 <= start, start < end else {
            throw Problem("the outcome \(id) is damaged", suggestion: "restore the study from a backup")
        }
        guard let choice = Choice(rawValue: name) else {
            throw Problem.unknown("the choice “\(name)”", in: "the outcome \(id)")
        }
        (self.choice, span, codes) = (choice, start..<end, Self.codes(of: list))
    }

    var row: [DatabaseValue] {
        values(
            id, document, hash, span.lowerBound, span.upperBound, Self.list(of: codes), choice.rawValue, note, coder, at
        )
    }

    /// Returns the codes of a stored list, which has one path a line.
    static func codes(of list: String) -> [String] { list.split(separator: "\n").map(String.init) }

    static func list(of codes: some Sequence<String>) -> String { Set(codes).sorted().joined(separator: "\n") }

    func isOn(_ other: Reconciliation) -> Bool {
        document == other.document && hash == other.hash && span == other.span
    }

    /// Returns the id of a unit of a text, which is the same in every copy of the study.
    ///
    /// - Parameters:
    ///   - document: The document's id.
    ///   - hash: The SHA-256 of its text.
    ///   - span: The span of the unit, in UTF-8 offsets of the text.
    public static func id(of document: String, hash: String, span: Range<Int>) -> String {
        StableID.of([document, hash, String(span.lowerBound), String(span.upperBound)])
    }
}

extension StableID {
    /// Returns the id of what some values describe. Equal values have equal ids.
    static func of(_ values: [String]) -> String {
        String(SHA256.hex(Array(values.joined(separator: "\n").utf8)).prefix(32))
    }
}

// As a line of a text export, with offsets in Unicode scalars.
extension Reconciliation {
    func json(_ offsets: ScalarOffsets) -> StoredJSON {
        let scalars = offsets.scalars(span)
        return .object([
            "id": .text(id), "document": .text(document), "hash": .text(hash), "start": .integer(scalars.lowerBound),
            "end": .integer(scalars.upperBound), "codes": .list(codes.map(StoredJSON.text)),
            "choice": .text(choice.rawValue), "note": .text(note), "coder": .text(coder), "at": .text(at),
        ])
    }

    /// - Parameter text: Returns the text of a document with a hash.
    init(_ fields: inout StoredObject, text: (String, String) throws -> Text) throws {
        (id, document) = (try fields.read("id", \.text), try fields.read("document", \.text))
        hash = try fields.read("hash", \.text)
        let (start, end) = (try fields.read("start", \.integer), try fields.read("end", \.integer))
        codes = Set(try fields.read("codes", \.texts)).sorted()
        choice = try fields.read("choice") { json in json.text.flatMap { Choice(rawValue: $0) } }
        (note, coder) = (try fields.read("note", \.text), try fields.read("coder", \.text))
        at = try fields.read("at", \.text)
        let offsets = ScalarOffsets(try text(document, hash))
        guard start < end, let from = offsets.utf8(at: start), let to = offsets.utf8(at: end) else {
            throw Problem("\(start)-\(end) is not a span of \(document)", suggestion: "export it again")
        }
        span = from..<to
    }
}
