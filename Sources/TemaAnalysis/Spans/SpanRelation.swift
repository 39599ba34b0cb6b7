import TemaModel

/// The relation of the spans of two codings by hand that counts as co-occurrence.
public enum SpanRelation: Hashable, Sendable {
    /// Pairs of spans that share at least one Unicode scalar (QualCoder, RQDA's crossCodes).
    case overlap
    /// Pairs of spans that overlap or have at most this number of words between them.
    case nearWords(Int)
    /// Pairs of spans in one passage, or at most this number of passages apart; 0 is the same passage.
    case nearPassages(Int)
    /// Co-occurrence events of ATLAS.ti: a quotation with both codes, or two overlapping quotations, one with each
    /// code. Codings of the same words are one quotation.
    case events

    /// The name of the relation on the command line.
    public var name: String {
        switch self {
        case .overlap: "overlap"
        case .nearWords: "near-words"
        case .nearPassages: "near-passages"
        case .events: "events"
        }
    }

    var definition: Phrase {
        switch self {
        case .overlap: Phrase("pairs of spans, one with each code, that share at least one character")
        case .nearWords(let most):
            Phrase(
                "pairs of spans, one with each code, that overlap or have at most \(count: most, "word") between them")
        case .nearPassages(let most):
            Phrase("pairs of spans, one with each code, in one passage or at most \(count: most, "passage") apart")
        case .events:
            Phrase(
                """
                events: a quotation with both codes, or two overlapping quotations, one with each code; codings \
                of the same words are one quotation
                """)
        }
    }
}

/// The distance between spans of one document.
struct SpanDistance {
    private let document: Document
    /// The words of the document; empty if the relation does not count words.
    private let words: [Range<Int>]
    private let relation: SpanRelation

    init(_ relation: SpanRelation, in document: Document) {
        (self.relation, self.document) = (relation, document)
        words =
            if case .nearWords = relation {
                document.passages.flatMap {
                    CodingUnit.words(document.text.string($0.span), from: $0.span.lowerBound)
                }
            } else {
                []
            }
    }

    /// Whether the span `later`, which does not start before `earlier`, is within reach of it.
    ///
    /// If it is not, no span that starts later is within reach.
    func reaches(_ later: Range<Int>, from earlier: Range<Int>) -> Bool {
        if later.lowerBound < earlier.upperBound { return true }
        switch relation {
        case .overlap, .events: return false
        case .nearWords(let most):
            let first = words.firstIndexOfSorted { $0.lowerBound >= earlier.upperBound }
            return words.firstIndexOfSorted { $0.upperBound > later.lowerBound } - first <= most
        case .nearPassages(let most):
            guard let end = document.passages(in: earlier).last, let start = document.passages(in: later).first else {
                return false
            }
            return start - end <= most
        }
    }
}
