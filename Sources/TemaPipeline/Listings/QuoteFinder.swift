import TemaModel

/// Chooses the quotes of one document.
///
/// Long texts are divided, so that the quotes of a code are no longer than a fixed multiple of the text or of the matches:
/// a text that is longer than ``longest`` is quoted in parts around its matches.
struct QuoteFinder {
    /// The longest sentence, and its neighbours on each side, that are quoted as a whole, in UTF-8 bytes.
    static let longestSentence = (own: 1_500, beside: 500)
    /// The longest passage that is quoted as a whole, in UTF-8 bytes.
    static let longestPassage = 10_000
    /// The number of UTF-8 bytes before the first match in a part of a longer text.
    private static let before = 200

    let document: Document
    let context: QuoteContext
    private var sentences: [Int: [Range<Int>]] = [:]

    init(_ document: Document, context: QuoteContext) { (self.document, self.context) = (document, context) }

    private var text: Text { document.text }

    /// Passes the quotes of a coding to a body, in text order. Each match is in exactly one of them.
    ///
    /// - Parameters:
    ///   - passage: The number of the coded passage.
    ///   - matches: The matches, in text order.
    /// - Complexity: O(*n* + *m*) in the length of the passage and the number of matches.
    mutating func quotes(
        of passage: Int, matches: ArraySlice<Evidence>, _ body: (QuotedWords) throws(Problem) -> Void
    ) throws(Problem) {
        let whole = document.passages[passage].span
        var rest = matches
        while let first = rest.first {
            switch context {
            case .scalars(let count):
                let kept = text.widened(first.span, by: count, within: whole)
                try body(
                    QuotedWords(
                        kept: kept, words: first.span, matches: rest.startIndex..<rest.startIndex + 1,
                        isCut: (kept.lowerBound > whole.lowerBound, kept.upperBound < whole.upperBound)))
                rest.removeFirst()
            case .passage:
                try body(part(of: whole, whole, &rest, longest: Self.longestPassage))
            case .sentence:
                let (own, all) = sentences(of: rest, in: passage)
                try body(part(of: own, all, &rest, longest: Self.longestSentence.own))
            }
        }
    }

    /// Returns the sentences of the first match, without and with the sentences before and after them. If these contain the
    /// next matches, the sentences of those are included, as far as the quote does not become too long.
    private mutating func sentences(
        of matches: ArraySlice<Evidence>, in passage: Int
    ) -> (own: Range<Int>, all: Range<Int>) {
        guard let first = matches.first else { return (0..<0, 0..<0) }
        var (own, all) = around(first.span, in: passage)
        // A long sentence is divided, and its matches are not examined again for each part.
        guard all.count <= Self.longestSentence.own else { return (own, all) }
        for match in matches.dropFirst() {
            guard match.span.lowerBound < all.upperBound else { break }
            let next = around(match.span, in: passage)
            let end = max(all.upperBound, next.all.upperBound)
            guard end - all.lowerBound <= Self.longestSentence.own else { break }
            own = own.lowerBound..<max(own.upperBound, next.own.upperBound)
            all = all.lowerBound..<end
        }
        return (own, all)
    }

    /// Returns the quote of words that were coded by hand: the words in their sentences or passages, or with as many Unicode
    /// scalars as the context has.
    mutating func quote(ofHandCoded words: Range<Int>) -> QuotedWords {
        let passages = (first: document.passage(at: words.lowerBound), last: document.passage(at: words.upperBound - 1))
        guard document.passages.indices.contains(passages.last) else {
            return QuotedWords(kept: words, words: words, matches: 0..<0, isCut: (false, false))
        }
        let start = min(words.lowerBound, document.passages[passages.first].span.lowerBound)
        let whole = start..<max(words.upperBound, document.passages[passages.last].span.upperBound)
        var kept = whole
        switch context {
        case .scalars(let count): kept = text.widened(words, by: count, within: whole)
        case .passage: break
        case .sentence:
            let first = around(words.lowerBound..<words.lowerBound, in: passages.first).own.lowerBound
            let last = around(words.upperBound - 1..<words.upperBound, in: passages.last).own.upperBound
            kept = min(words.lowerBound, first)..<max(words.upperBound, last)
        }
        let natural = kept
        if kept.count > Self.longestPassage {
            let start = max(kept.lowerBound, words.lowerBound - Self.before)
            kept = text.wholeWords(start..<min(kept.upperBound, start + Self.longestPassage), of: kept)
        }
        var isCut = (start: kept.lowerBound > natural.lowerBound, end: kept.upperBound < natural.upperBound)
        if case .scalars = context {
            isCut = (kept.lowerBound > whole.lowerBound, kept.upperBound < whole.upperBound)
        }
        return QuotedWords(
            kept: text.trimmed(kept, keeping: words.clamped(to: kept)), words: words, matches: 0..<0, isCut: isCut)
    }

    /// Returns a quote of the first matches, and removes them from the rest: those that begin in a sentence or passage or, if
    /// that is too long, in the part of it that begins before the first match.
    ///
    /// - Parameters:
    ///   - own: The sentence or passage.
    ///   - all: The sentence or passage with its context.
    private func part(
        of own: Range<Int>, _ all: Range<Int>, _ rest: inout ArraySlice<Evidence>, longest: Int
    ) -> QuotedWords {
        let words = rest.first?.span ?? own.lowerBound..<own.lowerBound
        let natural = own.count > longest ? own : all
        var kept = natural
        if own.count > longest {
            let start = max(own.lowerBound, words.lowerBound - Self.before)
            kept = text.wholeWords(start..<min(own.upperBound, start + longest), of: own)
            // The first match is in its part, even if it is longer than the space before it.
            kept = kept.lowerBound..<max(kept.upperBound, min(words.upperBound, start + longest))
            kept = text.wholeScalars(kept)
        } else if all != own {
            let beside = Self.longestSentence.beside
            let start = max(all.lowerBound, own.lowerBound - beside)
            kept = text.wholeWords(start..<min(all.upperBound, own.upperBound + beside), of: all)
        }
        // Matches after the end of a sentence are in that sentence's own quote.
        let end = own.count > longest ? kept.upperBound : own.upperBound
        var next = rest.startIndex + (rest.isEmpty ? 0 : 1)
        while next < rest.endIndex, rest[next].span.lowerBound < end, rest[next].span.upperBound <= kept.upperBound {
            next += 1
        }
        let matches = rest.startIndex..<next
        rest = rest[next...]
        return QuotedWords(
            kept: text.trimmed(kept, keeping: words.clamped(to: kept)), words: words, matches: matches,
            isCut: (kept.lowerBound > natural.lowerBound, kept.upperBound < natural.upperBound))
    }

    /// Returns the sentences that a span of a passage overlaps, without and with the sentences before and after them.
    private mutating func around(_ span: Range<Int>, in passage: Int) -> (own: Range<Int>, all: Range<Int>) {
        let whole = document.passages[passage].span
        let ranges = sentences[passage] ?? Sentences.ranges(in: text.utf8[whole])
        sentences[passage] = ranges
        guard let last = ranges.indices.last else { return (whole, whole) }
        let first = min(last, ranges.firstIndexOfSorted { $0.upperBound > span.lowerBound })
        let end = max(first, min(last, ranges.firstIndexOfSorted { $0.upperBound >= span.upperBound }))
        return (
            ranges[first].lowerBound..<ranges[end].upperBound,
            ranges[max(0, first - 1)].lowerBound..<ranges[min(last, end + 1)].upperBound
        )
    }
}

extension Text {
    /// Returns a range whose end is moved forward to the end of a scalar.
    fileprivate func wholeScalars(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
        return range.lowerBound..<end
    }
}
