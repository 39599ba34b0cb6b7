import TemaModel
import TemaPipeline
import TemaStudy

/// Coded words, made by a person or found by the codebook.
struct FoundQuote {
    /// The span in UTF-8 offsets.
    let span: Range<Int>
    let code: String
    /// The coding by hand; nil for an automatic one.
    let coding: HandCoding?

    /// Returns the quotes of a document in the order of the text, by hand before automatic.
    static func all(
        _ opened: OpenDocument, _ filter: QuoteFilter, _ call: Call, isSeen: (String) -> Bool
    ) throws(Problem) -> [FoundQuote] {
        let document = opened.document
        guard filter.fits(document) else { return [] }
        var found: [FoundQuote] = []
        if filter.hand {
            found = try call.desk.reader.codings(of: document.id, by: filter.coder)
                .filter { $0.state != .lost && isSeen($0.coder) }
                .map { FoundQuote(span: $0.span, code: $0.code, coding: $0) }
        }
        if filter.automatic, let codebook = try call.desk.codebook() {
            let codes = codebook.codes
            let decided = Set(
                try call.desk.reader.decisions(on: opened.document).filter { isSeen($0.coder) }
                    .map { ["\($0.passage)", $0.code] })
            let coded = codebook.code(opened.document)
            for coding in coded.codings {
                let code = codes.entries[coding.code].path
                guard !decided.contains(["\(coding.passage)", code]) else { continue }
                found += coded.evidence(of: coding).map { FoundQuote(span: $0.span, code: code, coding: nil) }
            }
        }
        let wanted = chosen(of: found, document, filter)
        return wanted.enumerated().sorted {
            ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
        }.map(\.element)
    }

    /// Returns the quotes with the code of a filter, in passages of its group that have its other codes too.
    private static func chosen(
        of found: [FoundQuote], _ document: Document, _ filter: QuoteFilter
    ) -> [FoundQuote] {
        var passages = Set(document.passages.indices.filter { filter.fits(document.passages[$0], of: document) })
        for other in filter.others {
            let codings = found.filter { $0.code == other || $0.code.hasPrefix(other + "/") }
            passages.formIntersection(codings.flatMap { document.passages(in: $0.span) })
        }
        return found.filter { quote in
            filter.fits(code: quote.code) && document.passages(in: quote.span).contains { passages.contains($0) }
        }
    }

    /// Returns the quote with its context and its source.
    func json(_ opened: OpenDocument, codebook: String, memo: String?) -> JSON {
        let context = QuoteContextText(span, opened.document)
        let place = opened.offsets.scalars(span)
        let document = opened.document
        let passage = document.passage(at: span.lowerBound)
        let section =
            document.passages.indices.contains(passage) ? document.sectionPath(of: document.passages[passage]) : []
        return .object([
            "id": .string(coding?.id), "document": .string(document.id), "title": .string(document.metadata.title),
            "author": .string(DocumentJSON.author(of: document)), "year": .number(document.metadata.year),
            "section": .strings(section), "passage": .number(passage), "start": .number(place.lowerBound),
            "end": .number(place.upperBound), "before": .string(context.before), "quote": .string(context.words),
            "after": .string(context.after), "code": .string(code), "coder": .string(coding?.coder ?? codebook),
            "automatic": .flag(coding == nil), "state": .string(coding?.state.rawValue), "memo": .string(memo),
            "hash": .string(opened.hash),
        ])
    }
}

/// Words of a document, with some of the text before and after them.
struct QuoteContextText {
    private static let beside = 120
    private static let longest = 2_000

    let before: String
    let words: String
    let after: String

    /// - Parameter span: The words in UTF-8 offsets.
    init(_ span: Range<Int>, _ document: Document) {
        let text = document.text
        let passages = document.passages(in: span)
        let first = passages.first.map { document.passages[$0].span.lowerBound } ?? span.lowerBound
        let last = passages.last.map { document.passages[$0].span.upperBound } ?? span.upperBound
        let whole = min(first, span.lowerBound)..<max(last, span.upperBound)
        let kept = text.wholeWords(text.widened(span, by: Self.beside, within: whole), of: whole)
        let isLong = span.count > Self.longest
        let end =
            isLong
            ? text.wholeWords(span.lowerBound..<span.lowerBound + Self.longest, of: span).upperBound : span.upperBound
        before = (kept.lowerBound > whole.lowerBound ? "…" : "") + text.string(kept.lowerBound..<span.lowerBound)
        words = text.string(span.lowerBound..<end) + (isLong ? " …" : "")
        after = text.string(span.upperBound..<kept.upperBound) + (kept.upperBound < whole.upperBound ? "…" : "")
    }
}
