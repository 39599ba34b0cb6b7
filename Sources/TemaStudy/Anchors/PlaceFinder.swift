import TemaModel

/// Finds the words that codings of other programs mean in one document, however many there are.
struct PlaceFinder {
    let revision: Revision
    private let offsets: ScalarOffsets
    /// Made when a quote is not there as it is written.
    private lazy var normalized = NormalizedText(revision.document.text.utf8)

    init(_ revision: Revision) {
        self.revision = revision
        offsets = ScalarOffsets(revision.document.text)
    }

    private var document: Document { revision.document }

    /// The span in UTF-8 offsets, never an empty one.
    ///
    /// - Throws: A ``Problem`` where the words are not there, or it cannot be told which of several places is meant.
    mutating func span(of place: Project.Place) throws(Problem) -> Range<Int> {
        switch place {
        case .passage(let number): return try SelectedSpan.find(.passage(number), in: document)
        case .span(let scalars):
            if let span = utf8(scalars) { return span }
            throw Problem(
                "\(scalars.lowerBound)-\(scalars.upperBound) is no span of \(document.id)",
                suggestion: "its text has \(offsets.count) Unicode scalars")
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

    /// The place of a quote with these words right before and behind it; the only place where there is one alone.
    private mutating func find(_ quote: String, before: String, after: String) throws(Problem) -> Range<Int> {
        let all = places(of: quote)
        if let only = all.first, all.count == 1 { return only }
        let text = document.text.utf8
        let fitting = all.filter { span in
            text[..<span.lowerBound].reversed().starts(with: before.utf8.reversed())
                && text[span.upperBound...].starts(with: after.utf8)
        }
        if let only = fitting.first, fitting.count == 1 { return only }
        throw refusal(all.count)
    }

    /// The place of a quote nearest to an offset.
    private mutating func nearest(_ quote: String, to offset: Int?) throws(Problem) -> Range<Int> {
        let all = places(of: quote)
        guard let offset else {
            guard let only = all.first, all.count == 1 else { throw refusal(all.count) }
            return only
        }
        let distances = all.map { abs($0.lowerBound - offset) }
        guard let least = distances.min(), let at = distances.firstIndex(of: least),
            distances.count(where: { $0 == least }) == 1
        else { throw refusal(all.count) }
        return all[at]
    }

    private func refusal(_ places: Int) -> Problem {
        places == 0
            ? Problem("these words are not in \(document.id)", suggestion: "import the text that was coded")
            : Problem(
                "these words stand in \(places) places of \(document.id)",
                suggestion: "give their offsets, or what stands before and behind them")
    }

    /// Where words stand exactly; where they do so nowhere, where they stand but for white space and Unicode form.
    private mutating func places(of quote: String) -> [Range<Int>] {
        let exact = SelectedSpan.exactSpans(of: quote, in: document)
        return exact.isEmpty ? normalized.spans(of: quote) : exact
    }
}
