import TemaModel

/// Finds the positions in one document of codings imported from other programs.
struct PlaceFinder {
    let revision: Revision
    private let offsets: ScalarOffsets
    private var search: QuoteSearch

    init(_ revision: Revision) {
        self.revision = revision
        search = QuoteSearch(revision.document)
        offsets = ScalarOffsets(revision.document.text)
    }

    private var document: Document { revision.document }

    /// Returns the span of a place in UTF-8 offsets. It is never empty.
    ///
    /// - Throws: A ``Problem`` if the words do not occur in the document, or occur more than once and the place does
    ///   not decide between them.
    mutating func span(of place: Project.Place) throws(Problem) -> Range<Int> {
        switch place {
        case .passage(let number): return try SelectedSpan.find(.passage(number), in: document)
        case .span(let scalars):
            if let span = utf8(scalars) { return span }
            throw Problem(
                "\(scalars.lowerBound)-\(scalars.upperBound) is not a span of \(document.id)",
                suggestion: "its text has \(offsets.count) Unicode scalar\(offsets.count == 1 ? "" : "s")")
        case .quote(let quote, let before, let after): return try find(quote, before: before, after: after)
        case .spanOfQuote(let scalars, let quote):
            if let span = utf8(scalars), document.text.utf8[span].elementsEqual(quote.utf8) { return span }
            return try nearest(quote, to: utf8(scalars)?.lowerBound ?? offsets.utf8(at: scalars.lowerBound))
        }
    }

    private func utf8(_ scalars: Range<Int>) -> Range<Int>? {
        guard !scalars.isEmpty, let start = offsets.utf8(at: scalars.lowerBound),
            let end = offsets.utf8(at: scalars.upperBound)
        else { return nil }
        return start..<end
    }

    /// Returns the only span of a quote, or the only one with the given words directly before and after it.
    private mutating func find(_ quote: String, before: String, after: String) throws(Problem) -> Range<Int> {
        let all = search.spans(of: quote)
        if let only = all.first, all.count == 1 { return only }
        let text = document.text.utf8
        let fitting = all.filter { span in
            text[..<span.lowerBound].reversed().starts(with: before.utf8.reversed())
                && text[span.upperBound...].starts(with: after.utf8)
        }
        if let only = fitting.first, fitting.count == 1 { return only }
        throw refusal(all.count)
    }

    /// Returns the span of a quote nearest to a UTF-8 offset.
    private mutating func nearest(_ quote: String, to offset: Int?) throws(Problem) -> Range<Int> {
        let all = search.spans(of: quote)
        guard let offset else {
            guard let only = all.first, all.count == 1 else { throw refusal(all.count) }
            return only
        }
        let distances = all.map { abs($0.lowerBound - offset) }
        guard let least = distances.min(), let index = distances.firstIndex(of: least),
            distances.count(where: { $0 == least }) == 1
        else { throw refusal(all.count) }
        return all[index]
    }

    private func refusal(_ places: Int) -> Problem {
        places == 0
            ? Problem("the words do not occur in \(document.id)", suggestion: "import the text version that was coded")
            : Problem(
                "the words occur \(places) times in \(document.id)",
                suggestion: "add their offsets, or the words before and after them")
    }
}
