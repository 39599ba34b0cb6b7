import TemaModel

/// Finds the words that a person selected.
enum SelectedSpan {
    /// Returns the selected span in UTF-8 offsets. It is never empty.
    ///
    /// - Throws: A ``Problem`` if the words do not occur, or occur several times; its suggestion then lists the places.
    static func find(_ selection: Selection, in document: Document) throws(Problem) -> Range<Int> {
        switch selection {
        case .passage(let number):
            guard document.passages.indices.contains(number), !document.passages[number].span.isEmpty else {
                throw Problem(
                    "\(document.id) has no passage \(number)",
                    suggestion: "its passages are numbered 0 to \(document.passages.count - 1)")
            }
            return document.passages[number].span
        case .span(let scalars):
            let offsets = ScalarOffsets(document.text)
            guard !scalars.isEmpty, let start = offsets.utf8(at: scalars.lowerBound),
                let end = offsets.utf8(at: scalars.upperBound)
            else {
                throw Problem(
                    "\(scalars.lowerBound)-\(scalars.upperBound) is not a span of \(document.id)",
                    suggestion: "its text has \(offsets.count) Unicode scalar\(offsets.count == 1 ? "" : "s")")
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
            throw Problem(
                "the words do not occur in \(document.id)", suggestion: "copy them from the output of `tema passages`")
        }
        if let place {
            guard spans.indices.contains(place - 1) else {
                throw Problem(
                    "the words occur \(spans.count == 1 ? "once" : "\(spans.count) times") in \(document.id)",
                    suggestion: "choose a place from 1 to \(spans.count)")
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
            "the words occur \(spans.count) times in \(document.id)",
            suggestion: "choose one with --place: \(list.joined(separator: "; "))\(more)")
    }

    /// Returns the spans at which a quote occurs exactly or, if it does not, apart from white space and Unicode form.
    private static func spans(of quote: String, in document: Document) -> [Range<Int>] {
        let exact = exactSpans(of: quote, in: document)
        return exact.isEmpty ? NormalizedText(document.text.utf8).spans(of: quote) : exact
    }

    /// Returns the spans at which a quote occurs exactly.
    static func exactSpans(of quote: String, in document: Document) -> [Range<Int>] {
        occurrences(of: Array(quote.utf8), in: document.text.utf8).map { $0..<($0 + quote.utf8.count) }
    }
}
