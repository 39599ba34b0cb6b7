internal import GRDB
import TemaFormats
import TemaModel

/// A code that a person gave to words of a document, with all that is needed to find the words again.
public struct HandCoding: Sendable, Hashable {
    /// How well its words are known in the document as it is now. The raw values are part of the file format.
    public enum State: String, Sendable, Hashable {
        /// They stand where the coding says.
        case sure = "sure"
        /// The text changed, and someone should look whether these are the words.
        case unsure = "unsure"
        /// The text changed, and the words were not found; the coding stays with the old text.
        case lost = "lost"
    }

    /// The same in every copy of the study.
    public var id: String
    public var document: String
    /// SHA-256 of the text that the span is of.
    public var hash: String
    /// The number of the passage it begins in.
    public var passage: Int
    /// In UTF-8 offsets of that text.
    public var span: Range<Int>
    /// The code's path.
    public var code: String
    public var coder: String
    public var quote: String
    /// Up to 32 Unicode scalars before and behind the quote.
    public var before: String
    public var after: String
    public var state: State
    /// How alike the words are to those that were coded, from 0 to 1.
    public var score: Double
    /// When it was made, in UTC.
    public var at: String

    /// Codes a span of a document. It must lie inside the text and be no empty one.
    init(_ span: Range<Int>, of document: Document, hash: String, code: String, coder: String) {
        (id, at) = (StableID.make(), Timestamp.now.text)
        (self.document, self.code, self.coder) = (document.id, code, coder)
        (state, score) = (.sure, 1)
        (self.hash, self.span, passage, quote, before, after) = (hash, span, 0, "", "", "")
        anchor(to: span, of: document, hash: hash)
    }

    /// Takes its words and what stands around them from a text.
    mutating func anchor(to span: Range<Int>, of document: Document, hash: String) {
        (self.span, self.hash) = (span, hash)
        passage = document.passage(at: span.lowerBound)
        quote = document.text.string(span)
        before = String(Self.tail(document.text.string(max(0, span.lowerBound - 128)..<span.lowerBound)))
        after = String(Self.head(document.text.string(span.upperBound..<(span.upperBound + 128))))
    }

    private static func tail(_ string: String) -> String.UnicodeScalarView.SubSequence {
        let whole = string.unicodeScalars.suffix(32)
        // A cut inside a character leaves a replacement at the start.
        return whole.first == "\u{FFFD}" ? whole.dropFirst() : whole
    }

    private static func head(_ string: String) -> String.UnicodeScalarView.SubSequence {
        let whole = string.unicodeScalars.prefix(32)
        return whole.last == "\u{FFFD}" ? whole.dropLast() : whole
    }

    /// - Throws: A ``Problem`` where what is read cannot be a coding.
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
            throw Problem("the coding \(id) is damaged", suggestion: "take a backup")
        }
        guard let state = State(rawValue: name) else {
            throw Problem.unknown("the state “\(name)”", in: "the coding \(id)")
        }
        (self.state, span) = (state, start..<end)
    }

    /// Its row. One by one: this is done for every coding of an import.
    var values: [DatabaseValue] {
        [
            id.databaseValue, document.databaseValue, hash.databaseValue, passage.databaseValue,
            span.lowerBound.databaseValue, span.upperBound.databaseValue, code.databaseValue, coder.databaseValue,
            quote.databaseValue, before.databaseValue, after.databaseValue, state.rawValue.databaseValue,
            score.databaseValue, at.databaseValue,
        ]
    }
}
