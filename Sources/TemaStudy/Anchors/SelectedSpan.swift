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
        case .quote(let quote, let place, let passage):
            var search = QuoteSearch(document)
            let limits = try passage.map { number throws(Problem) in try find(.passage(number), in: document) }
            let spans = search.spans(of: quote, in: limits)
            return try one(of: spans, place, quote: quote, passage: passage, document: document)
        }
    }

    private static func one(of spans: [Range<Int>], _ place: Int?, quote: String, passage: Int?, document: Document)
        throws(Problem) -> Range<Int>
    {
        let whole = passage.map { "passage \($0) of \(document.id)" } ?? document.id
        guard let first = spans.first else {
            let similar = QuoteSearch.passage(similarTo: quote, in: document)
            throw Problem(
                "the words do not occur in \(whole)",
                suggestion: similar.map { "the most similar passage is \($0)" }
                    ?? "copy them from the output of `tema text show`")
        }
        let times = spans.count == 1 ? "once" : "\(spans.count) times"
        if let place {
            guard spans.indices.contains(place - 1) else {
                throw Problem(
                    "the words occur \(times) in \(whole)", suggestion: "choose a place from 1 to \(spans.count)")
            }
            return spans[place - 1]
        }
        guard spans.count > 1 else { return first }
        let list = spans.prefix(20).enumerated().map { number, span in
            "\(number + 1): " + QuoteSearch.described(span, in: document)
        }
        let more = spans.count > 20 ? "; …" : ""
        let ways = passage == nil ? "--passage or --place, or enter more words" : "--place, or enter more words"
        throw Problem(
            "the words occur \(times) in \(whole)",
            suggestion: "choose one with \(ways): \(list.joined(separator: "; "))\(more)")
    }
}
