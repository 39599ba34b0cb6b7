import TemaModel

/// Finds the words that a person means.
enum SelectedSpan {
    /// The span in UTF-8 offsets, never an empty one.
    ///
    /// - Throws: A ``Problem`` where the words are not there, or stand in several places, which it lists.
    static func find(_ selection: Selection, in document: Document) throws(Problem) -> Range<Int> {
        switch selection {
        case .passage(let number):
            guard document.passages.indices.contains(number), !document.passages[number].span.isEmpty else {
                throw Problem(
                    "\(document.id) has no passage \(number)",
                    suggestion: "its passages are 0 to \(document.passages.count - 1)")
            }
            return document.passages[number].span
        case .span(let scalars):
            let offsets = ScalarOffsets(document.text)
            guard !scalars.isEmpty, let start = offsets.utf8(at: scalars.lowerBound),
                let end = offsets.utf8(at: scalars.upperBound)
            else {
                throw Problem(
                    "\(scalars.lowerBound)-\(scalars.upperBound) is no span of \(document.id)",
                    suggestion: "its text has \(offsets.count) Unicode scalars")
            }
            return start..<end
        case .quote(let quote, let place):
            return try one(of: spans(of: quote, in: document), place, quote: quote, document: document)
        }
    }

    private static func one(of spans: [Range<Int>], _ place: Int?, quote: String, document: Document)
        throws(Problem) -> Range<Int>
    {
        guard let first = spans.first else {
            throw Problem("these words are not in \(document.id)", suggestion: "copy them from `tema passages`")
        }
        if let place {
            guard spans.indices.contains(place - 1) else {
                throw Problem("they stand in \(spans.count) places", suggestion: "choose one from 1 to \(spans.count)")
            }
            return spans[place - 1]
        }
        guard spans.count > 1 else { return first }
        let offsets = ScalarOffsets(document.text)
        let list = spans.prefix(20).enumerated().map { number, span in
            let passage = document.passage(at: span.lowerBound)
            let scalars = offsets.scalars(span)
            return "\(number + 1): passage \(passage), \(scalars.lowerBound)-\(scalars.upperBound)"
        }
        let more = spans.count > 20 ? "; …" : ""
        throw Problem(
            "these words stand in \(spans.count) places of \(document.id)",
            suggestion: "choose one with --place: \(list.joined(separator: "; "))\(more)")
    }

    /// Where words stand exactly; where they do so nowhere, where they stand but for white space and Unicode form.
    private static func spans(of quote: String, in document: Document) -> [Range<Int>] {
        let exact = exactSpans(of: quote, in: document)
        return exact.isEmpty ? NormalizedText(document.text.utf8).spans(of: quote) : exact
    }

    /// Where words stand exactly.
    static func exactSpans(of quote: String, in document: Document) -> [Range<Int>] {
        occurrences(of: Array(quote.utf8), in: document.text.utf8).map { $0..<($0 + quote.utf8.count) }
    }
}
