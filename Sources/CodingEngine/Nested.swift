import Model

/// The matches of one passage, with those that lie inside others taken out, and the codings they make.
///
/// For one code, nested matches become the longest one, and partly overlapping ones stay two; a span that several
/// indicators found is the first one's. With ``Matcher/Nesting/longest`` a match inside another code's longer match
/// goes too.
struct Nested: ~Copyable {
    struct Match: BitwiseCopyable {
        var start: Int32
        var end: Int32
        var indicator: Int32
        /// The match of the same code that came before it, or -1.
        var before: Int32

        var evidence: Evidence { Evidence(span: Int(start)..<Int(end), indicator: Int(indicator)) }
    }

    private let nesting: Matcher.Nesting
    private var matches = Pile<Match>()
    /// The codes that have matches, a bit each: to go through them in order is not to sort them.
    private var codes: Pile<UInt64>
    /// For each code its last match, or -1: matches need not be sorted by code.
    private var last: Pile<Int32>
    /// Whether each code's matches have come in the order of their ends, so that none lies in one before it.
    private var isInOrder = true
    private var codings = Pile<Coding>()
    private var evidence = Pile<Evidence>()

    init(_ nesting: Matcher.Nesting, codes: Int) {
        self.nesting = nesting
        last = Pile(repeating: -1, count: codes)
        self.codes = Pile(repeating: 0, count: (codes + 63) / 64)
    }

    /// Takes a match. It costs least where matches come in the order of their ends.
    @inline(__always)
    mutating func add(_ start: Int32, _ end: Int32, code: Int32, indicator: Int32) {
        let code = Int(code)
        var before = last[code]
        if before < 0 {
            codes[code >> 6] |= 1 << UInt64(code & 63)
        } else if isInOrder {
            let match = matches[Int(before)]
            if match.end > end {
                isInOrder = false
            } else if match.end == end && match.start <= start {
                if match.start == start, match.indicator > indicator { matches[Int(before)].indicator = indicator }
                return
            } else {
                while before >= 0, matches[Int(before)].start >= start { before = matches[Int(before)].before }
            }
        }
        last[code] = Int32(truncatingIfNeeded: matches.count)
        matches.append(Match(start: start, end: end, indicator: indicator, before: before))
    }

    /// Makes codings of the matches of a passage, with the evidence that stays, by code, both in order.
    mutating func collapse(passage: Int) {
        guard !matches.isEmpty else { return }
        let outermost = nesting == .longest ? outermostSpans() : nil
        for word in 0..<codes.count where codes[word] != 0 {
            var bits = codes[word]
            codes[word] = 0
            while bits != 0 {
                let code = 64 * word + bits.trailingZeroBitCount
                bits &= bits - 1
                make(code, outermost, passage)
            }
        }
        matches.removeAll()
        isInOrder = true
    }

    /// Gives away the codings of all passages since the last time.
    mutating func give(to coded: inout CodedDocument) {
        guard !codings.isEmpty else { return }
        coded.codings = codings.array
        coded.evidence = evidence.array
        codings.removeAll()
        evidence.removeAll()
    }

    /// Makes one code's coding, where any of its evidence stays.
    @inline(__always)
    private mutating func make(_ code: Int, _ outermost: Set<Range<Int>>?, _ passage: Int) {
        let start = evidence.count
        let match = matches[Int(last[code])]
        if match.before < 0, outermost == nil {
            evidence.append(match.evidence)
        } else {
            gather(code, outermost)
            if !isInOrder { takeOutNested(from: start) }
        }
        last[code] = -1
        guard evidence.count > start else { return }
        codings.append(Coding(passage: passage, code: code, evidence: start..<evidence.count))
    }

    /// Takes a code's matches, the last one last.
    private mutating func gather(_ code: Int, _ outermost: Set<Range<Int>>?) {
        let start = evidence.count
        var at = last[code]
        while at >= 0 {
            let match = matches[Int(at)]
            if outermost?.contains(match.evidence.span) ?? true { evidence.append(match.evidence) }
            at = match.before
        }
        evidence.reverse(from: start)
    }

    private mutating func takeOutNested(from start: Int) {
        // By place, the longer ones of a place first, those of one span by indicator.
        evidence.sort(from: start) {
            if $0.span.lowerBound != $1.span.lowerBound { return $0.span.lowerBound < $1.span.lowerBound }
            if $0.span.upperBound != $1.span.upperBound { return $0.span.upperBound > $1.span.upperBound }
            return $0.indicator < $1.indicator
        }
        var kept = start
        var furthest = -1
        for at in start..<evidence.count where evidence[at].span.upperBound > furthest {
            furthest = evidence[at].span.upperBound
            evidence[kept] = evidence[at]
            kept += 1
        }
        evidence.removeAll(from: kept)
    }

    /// The spans that lie in no longer one.
    private func outermostSpans() -> Set<Range<Int>> {
        var spans = (0..<matches.count).map { matches[$0].evidence.span }
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
