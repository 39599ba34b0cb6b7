import TemaModel

/// Finds the places of quotes in a document.
struct QuoteSearch {
    let document: Document
    /// Computed when a quote does not occur exactly.
    private lazy var normalized = NormalizedText(document.text.utf8)
    /// Computed when a quote does not occur in the same letters.
    private lazy var folded = NormalizedText(document.text.utf8, folding: true)

    init(_ document: Document) { self.document = document }

    /// Returns the spans at which a quote occurs in UTF-8 offsets: exactly or, if it does not, apart from white space and
    /// Unicode form or, if it does not occur so either, also apart from case and the forms of quotation marks, apostrophes and
    /// dashes.
    ///
    /// - Parameter limits: The part of the text that the spans must overlap, or nil for all of it.
    mutating func spans(of quote: String, in limits: Range<Int>? = nil) -> [Range<Int>] {
        func within(_ spans: [Range<Int>]) -> [Range<Int>] {
            guard let limits else { return spans }
            return spans.filter { $0.overlaps(limits) }
        }
        let exact = within(
            occurrences(of: Array(quote.utf8), in: document.text.utf8).map { $0..<($0 + quote.utf8.count) })
        if !exact.isEmpty { return exact }
        let same = within(normalized.spans(of: quote))
        return same.isEmpty ? within(folded.spans(of: quote)) : same
    }

    /// Returns a place as people recognise it: its passage, and some words with the place in brackets.
    static func described(_ span: Range<Int>, in document: Document) -> String {
        let number = document.passage(at: span.lowerBound)
        let passage = document.passages.indices.contains(number) ? document.passages[number].span : span
        let whole = min(passage.lowerBound, span.lowerBound)..<max(passage.upperBound, span.upperBound)
        let text = document.text
        let around = text.wholeWords(text.widened(span, by: 30, within: whole), of: whole)
        let start = around.lowerBound < span.lowerBound ? text.string(around.lowerBound..<span.lowerBound) : ""
        let end = around.upperBound > span.upperBound ? text.string(span.upperBound..<around.upperBound) : ""
        let (before, after) = (
            around.lowerBound > whole.lowerBound ? "…" : "", around.upperBound < whole.upperBound ? "…" : ""
        )
        return "passage \(number), “\(before)\(start)[\(shortened(text.string(span)))]\(end)\(after)”"
            .visible()
    }

    /// Returns the passage with most words of a quote, if it has at least half of them.
    static func passage(similarTo quote: String, in document: Document) -> String? {
        let wanted = words(quote)
        var best: (shared: Int, passage: Int)?
        for (number, passage) in document.passages.enumerated() {
            let shared = words(document.string(of: passage)).intersection(wanted).count
            if shared > best?.shared ?? 0 { best = (shared, number) }
        }
        guard let best, wanted.count > 1, 2 * best.shared >= wanted.count else { return nil }
        let text = document.string(of: document.passages[best.passage])
        return "passage \(best.passage), “\(shortened(text))”".visible()
    }

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }

    private static func shortened(_ text: String) -> String {
        text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(80)) + "…" : text
    }
}

extension Document {
    /// Returns the spans at which words occur, in UTF-8 offsets and in the order of the text. Case, white space, Unicode form
    /// and the forms of quotation marks, apostrophes and dashes are ignored.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public func occurrences(of words: String) -> [Range<Int>] {
        NormalizedText(text.utf8, folding: true).spans(of: words)
    }
}
