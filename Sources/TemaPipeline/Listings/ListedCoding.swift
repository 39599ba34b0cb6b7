import TemaFormats
import TemaModel
import TemaStudy

/// A coding as a row of a listing, or as one row for each piece of its evidence. Offsets are in Unicode scalars.
struct ListedCoding {
    /// A piece of evidence: a match of an indicator, or a span coded by hand.
    struct Piece {
        let span: Range<Int>
        /// The indicator as written, or nil for codings by hand.
        let indicator: String?
        let words: String

        /// The offsets and the indicator as a record.
        var record: Table.Cell {
            .record(
                [
                    Table.Field("start", .integer(span.lowerBound)), Table.Field("end", .integer(span.upperBound)),
                ] + (indicator.map { [Table.Field("indicator", .text($0))] } ?? []))
        }
    }

    let document: String
    let passage: Int
    let code: String
    let coder: String
    /// The passage or, of a coding by hand, the coded words.
    let span: Range<Int>
    let pieces: [Piece]
    let id: String
    let state: String
    /// The score, the time and the words of a coding by hand.
    var hand: (score: Double, at: String, quote: String)?

    /// Creates an automatic coding with its automatic evidence. Nil if all evidence is by hand.
    init?(_ coding: Coding, of coded: CodedDocument, _ offsets: ScalarOffsets, _ codes: CodeList) {
        let pieces = coded.evidence(of: coding).filter { !$0.isByHand }
        guard !pieces.isEmpty else { return nil }
        (document, passage, code) = (coded.document.id, coding.passage, codes.entries[coding.code].path)
        (coder, state) = (codes.codebook.coder, "automatic")
        span = offsets.scalars(coded.document.passages[coding.passage].span)
        self.pieces = pieces.map { Piece($0, of: coded.document, offsets, codes) }
        id = Self.id(document: document, passage: passage, code: code)
    }

    /// Creates a coding by hand, given the offsets of the text that it is in.
    init(_ coding: HandCoding, _ offsets: ScalarOffsets) {
        (document, passage, code, coder) = (coding.document, coding.passage, coding.code, coding.coder)
        span = offsets.scalars(coding.span)
        pieces = [Piece(span: span, indicator: nil, words: coding.quote)]
        (id, state) = (coding.id, coding.state.rawValue)
        hand = (coding.score, coding.at, coding.quote)
    }

    /// Returns the id of an automatic coding: 32 hexadecimal digits, the same in every run. It depends on the document's id,
    /// the passage's number and the code's path only.
    private static func id(document: String, passage: Int, code: String) -> String {
        String(SHA256.hex(Array("\(document)\u{0}\(passage)\u{0}\(code)".utf8)).prefix(32))
    }

    /// The evidence as a list of records.
    var evidence: Table.Cell { .list(pieces.map(\.record)) }

    /// The words of the evidence, for people.
    var words: String { hand?.quote ?? pieces.map(\.words).joined(separator: " | ") }

    /// The first cells of every form: document, passage, code, coder.
    var place: [Table.Cell] { [.text(document), .integer(passage), .text(code), .text(coder)] }
}

extension ListedCoding.Piece {
    /// Creates the piece of a match.
    init(_ evidence: Evidence, of document: Document, _ offsets: ScalarOffsets, _ codes: CodeList) {
        self.init(
            span: offsets.scalars(evidence.span), indicator: codes.indicators[evidence.indicator].indicator.match,
            words: document.text.string(evidence.span))
    }
}
