import Model

/// The matches of one passage, with those that lie inside others taken out.
///
/// For one code, nested matches become the longest one, and partly overlapping ones stay two; a span that several
/// indicators found is the first one's. With ``Matcher/Nesting/longest`` a match inside another code's longer match
/// goes too.
struct Nested {
    private struct Match {
        var evidence: Evidence
        /// The match of the same code that came before it, or -1.
        var before: Int
    }

    private let nesting: Matcher.Nesting
    private var matches: [Match] = []
    /// The codes that have matches, a bit each: to go through them in order is not to sort them.
    private var codes: [UInt64]
    /// For each code its last match, or -1: matches need not be sorted by code.
    private var last: [Int]
    private var evidence: [Evidence] = []

    init(_ nesting: Matcher.Nesting, codes: Int) {
        self.nesting = nesting
        last = Array(repeating: -1, count: codes)
        self.codes = Array(repeating: 0, count: (codes + 63) / 64)
    }

    mutating func add(_ span: Range<Int>, code: Int, indicator: Int) {
        if last[code] < 0 { codes[code / 64] |= 1 << UInt64(code % 64) }
        matches.append(Match(evidence: Evidence(span: span, indicator: indicator), before: last[code]))
        last[code] = matches.count - 1
    }

    /// Gives the codings of a passage with the evidence that stays, by code, both in order; then it is empty.
    mutating func collapse(passage: Int, into coded: inout CodedDocument) {
        let outermost = nesting == .longest ? outermostSpans() : nil
        for word in codes.indices where codes[word] != 0 {
            while codes[word] != 0 {
                let bit = codes[word].trailingZeroBitCount
                codes[word] &= codes[word] - 1
                give(64 * word + bit, outermost, passage, &coded)
            }
        }
        matches.removeAll(keepingCapacity: true)
    }

    /// Gives one code's coding, where any of its evidence stays.
    private mutating func give(
        _ code: Int, _ outermost: Set<Range<Int>>?, _ passage: Int, _ coded: inout CodedDocument
    ) {
        let start = coded.evidence.count
        let match = matches[last[code]]
        if match.before < 0, outermost == nil {
            last[code] = -1
            coded.evidence.append(match.evidence)
        } else {
            gather(code, outermost)
            var furthest = -1
            // Everything before a match starts at the same place or earlier, and the longer ones of a place come first.
            for match in evidence where match.span.upperBound > furthest {
                furthest = match.span.upperBound
                coded.evidence.append(match)
            }
        }
        guard coded.evidence.count > start else { return }
        coded.codings.append(Coding(passage: passage, code: code, evidence: start..<coded.evidence.count))
    }

    /// Takes a code's matches: by place, the longer ones of a place first, those of one span by indicator.
    private mutating func gather(_ code: Int, _ outermost: Set<Range<Int>>?) {
        evidence.removeAll(keepingCapacity: true)
        var at = last[code]
        last[code] = -1
        while at >= 0 {
            let match = matches[at]
            if outermost?.contains(match.evidence.span) ?? true { evidence.append(match.evidence) }
            at = match.before
        }
        guard evidence.count > 1 else { return }
        evidence.sort {
            if $0.span.lowerBound != $1.span.lowerBound { return $0.span.lowerBound < $1.span.lowerBound }
            if $0.span.upperBound != $1.span.upperBound { return $0.span.upperBound > $1.span.upperBound }
            return $0.indicator < $1.indicator
        }
    }

    /// The spans that lie in no longer one.
    private func outermostSpans() -> Set<Range<Int>> {
        var spans = matches.map(\.evidence.span)
        spans.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        var outermost: Set<Range<Int>> = []
        var furthest = -1
        for span in spans where span.upperBound > furthest {
            furthest = span.upperBound
            outermost.insert(span)
        }
        return outermost
    }
}
