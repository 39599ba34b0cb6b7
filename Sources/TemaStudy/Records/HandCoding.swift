internal import GRDB
import TemaFormats
import TemaModel

/// A code that a person assigned to words of a document, with what is needed to find the words in a changed text.
public struct HandCoding: Sendable, Hashable {
    /// How reliably its words are located in the document's current text. The raw values are part of the file format.
    public enum State: String, Sendable, Hashable {
        /// Anchored: the words are at the coding's span.
        case sure = "sure"
        /// Needs review: the text changed, and someone should check the place.
        case unsure = "unsure"
        /// Orphaned: the text changed and the words were not found. The coding is kept with the old text.
        case lost = "lost"
    }

    /// A stable id, the same in every copy of the study.
    public var id: String
    /// The id of the document.
    public var document: String
    /// The SHA-256 of the text that the span refers to.
    public var hash: String
    /// The number of the passage in which the span begins.
    public var passage: Int
    /// The span in UTF-8 offsets of that text.
    public var span: Range<Int>
    /// The code's path.
    public var code: String
    /// The coder's name.
    public var coder: String
    /// The coded words.
    public var quote: String
    /// Up to 32 Unicode scalars before the quote.
    public var before: String
    /// Up to 32 Unicode scalars after the quote.
    public var after: String
    /// How reliably the words are located.
    public var state: State
    /// The similarity of the words to those that were coded, from 0 to 1.
    public var score: Double
    /// The time at which it was made, in UTC.
    public var at: String

    /// Codes a span of a document, which must not be empty and must lie inside the text.
    init(_ span: Range<Int>, of document: Document, hash: String, code: String, coder: String) {
        (id, at) = (StableID.make(), Timestamp.now.text)
        (self.document, self.code, self.coder) = (document.id, code, coder)
        (state, score) = (.sure, 1)
        (self.hash, self.span, passage, quote, before, after) = (hash, span, 0, "", "", "")
        anchor(to: span, of: document, hash: hash)
    }

    /// Sets the span, and reads the quote and its context from a text.
    mutating func anchor(to span: Range<Int>, of document: Document, hash: String) {
        (self.span, self.hash) = (span, hash)
        passage = document.passage(at: span.lowerBound)
        quote = document.text.string(span)
        before = String(Self.tail(document.text.string(max(0, span.lowerBound - 128)..<span.lowerBound)))
        after = String(Self.head(document.text.string(span.upperBound..<(span.upperBound + 128))))
    }

    private static func tail(_ string: String) -> String.UnicodeScalarView.SubSequence {
        let whole = string.unicodeScalars.suffix(32)
        // A cut inside a character leaves a replacement character at the start.
        return whole.first == "\u{FFFD}" ? whole.dropFirst() : whole
    }

    private static func head(_ string: String) -> String.UnicodeScalarView.SubSequence {
        let whole = string.unicodeScalars.prefix(32)
        return whole.last == "\u{FFFD}" ? whole.dropLast() : whole
    }

    /// - Throws: A ``Problem`` if the row is damaged or has an unknown state.
    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (id, document, hash) = (try fields.next(), try fields.next(), try fields.next())
        passage = try fields.next()
        let (start, end): (Int, Int) = (try fields.next(), try fields.next())
        (code, coder, quote) = (try fields.next(), try fields.next(), try fields.next())
        (before, after) = (try fields.next(), try fields.next())
        let name: String = try fields.next()
        (score, at) = (try fields.next(), try fields.next())
        try fields.check("the coding \(id)")
        guard 0 <= start, start < end, 0 <= passage, 0...1 ~= score else {
            throw Problem("the coding \(id) is damaged", suggestion: "restore the study from a backup")
        }
        guard let state = State(rawValue: name) else {
            throw Problem.unknown("the state “\(name)”", in: "the coding \(id)")
        }
        (self.state, span) = (state, start..<end)
    }

    /// The values of its row. They are listed one by one for speed, because every coding of an import is written with
    /// them.
    var values: [DatabaseValue] {
        [
            id.databaseValue, document.databaseValue, hash.databaseValue, passage.databaseValue,
            span.lowerBound.databaseValue, span.upperBound.databaseValue, code.databaseValue, coder.databaseValue,
            quote.databaseValue, before.databaseValue, after.databaseValue, state.rawValue.databaseValue,
            score.databaseValue, at.databaseValue,
        ]
    }
}
