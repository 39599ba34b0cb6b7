import TemaModel

/// How two codings by hand must stand to each other to co-occur.
public enum SpanRelation: Hashable, Sendable {
    /// They share a scalar of text at least: pairs of spans (QualCoder, RQDA's crossCodes).
    case overlap
    /// At most so many words stand between them; overlapping ones have none between them. Pairs of spans.
    case nearWords(Int)
    /// They stand in one passage, or at most so many passages apart; 0 is the same one. Pairs of spans.
    case nearPassages(Int)
    /// ATLAS.ti's events: a quotation that has both codes, or two quotations that overlap, of which one has the one code and
    /// the other the other. Codings of the very same words are one quotation.
    case events

    /// The name by which it is asked for.
    public var name: String {
        switch self {
        case .overlap: "overlap"
        case .nearWords: "near-words"
        case .nearPassages: "near-passages"
        case .events: "events"
        }
    }

    var definition: String {
        switch self {
        case .overlap: "pairs of spans, one with each code, that share at least one character"
        case .nearWords(let most):
            "pairs of spans, one with each code, that overlap or have at most \(counted(most, "word")) between them"
        case .nearPassages(let most):
            "pairs of spans, one with each code, in one passage or at most \(counted(most, "passage")) apart"
        case .events:
            "events: a quotation with both codes, or two overlapping quotations of which each has one of them; codings of the same words are "
                + "one quotation"
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// How far spans of one document stand from each other.
struct SpanDistance {
    private let document: Document
    /// The document's words, where they are asked for.
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

    /// Whether a span that starts no earlier than another is within reach of it. No later one is where this one is not.
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
