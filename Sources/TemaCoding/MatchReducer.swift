import TemaModel

/// The matches of one passage, with those that lie inside others taken out, and the codings they make.
///
/// For one code, nested matches become the longest one, and partly overlapping ones stay two; a span that several
/// indicators found is the first one's. With ``Matcher/Nesting/longest`` a match inside another code's longer match
/// goes too.
struct MatchReducer: ~Copyable {
    struct Match: BitwiseCopyable {
        var start: Int32
        var end: Int32
        var indicator: Int32
        /// The match of the same code that came before it, or ``MatchReducer/none``.
        var before: Int32
        /// How many matches of the code there are up to it.
        var count: Int32

        var evidence: Evidence { Evidence(span: Int(start)..<Int(end), indicator: Int(indicator)) }
    }

    /// Stands before a code's first match, ends before any other and begins nowhere: not to ask whether there is one is
    /// cheaper than to guess.
    private static let none: Int32 = 0

    private let nesting: Matcher.Nesting
    private var matches = ScratchBuffer(
        repeating: Match(start: -1, end: -1, indicator: 0, before: none, count: 0), count: 1)
    /// The codes that have matches, a bit each: to go through them in order is not to sort them.
    private var codes: ScratchBuffer<UInt64>
    /// For each code its last match, or ``none``: matches need not be sorted by code.
    private var last: ScratchBuffer<Int32>
    /// Whether each code's matches have come in the order of their ends, so that none lies in one before it.
    private var isInOrder = true
    private var codings = ScratchBuffer<Coding>()
    private var evidence = ScratchBuffer<Evidence>()

    init(_ nesting: Matcher.Nesting, codes: Int) {
        self.nesting = nesting
        last = ScratchBuffer(repeating: Self.none, count: codes)
        self.codes = ScratchBuffer(repeating: 0, count: (codes + 63) / 64)
    }

    /// Takes a match. It costs least where matches come in the order of their ends.
    @inline(__always)
    mutating func add(_ start: Int32, _ end: Int32, code: Int32, indicator: Int32) {
        let code = Int(code)
        codes[code >> 6] |= 1 &<< UInt64(truncatingIfNeeded: code)
        var before = last[code]
        var match = matches[Int(before)]
        if isInOrder {
            if match.end > end {
                isInOrder = false
            } else if match.end == end && match.start <= start {
                if match.start == start, match.indicator > indicator { matches[Int(before)].indicator = indicator }
                return
            } else {
                while match.start >= start {
                    before = match.before
                    match = matches[Int(before)]
                }
            }
        }
        last[code] = Int32(truncatingIfNeeded: matches.count)
        matches.append(Match(start: start, end: end, indicator: indicator, before: before, count: match.count &+ 1))
    }

    /// Makes codings of the matches of a passage, with the evidence that stays, by code, both in order.
    mutating func collapse(passage: Int) {
        guard matches.count > 1 else { return }
        let outermost = nesting == .longest ? outermostSpans() : nil
        for word in 0..<codes.count where codes[word] != 0 {
            var bits = codes[word]
            codes[word] = 0
            while bits != 0 {
                let code = 64 * word + bits.trailingZeroBitCount
                bits &= bits - 1
                make(code, outermost, passage: passage)
            }
        }
        matches.removeAll(from: 1)
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
    private mutating func make(_ code: Int, _ outermost: Set<Range<Int>>?, passage: Int) {
        let start = evidence.count
        gather(last[code])
        last[code] = Self.none
        if !isInOrder { takeOutNested(from: start) }
        if let outermost { evidence.keep(from: start) { outermost.contains($0.span) } }
        guard evidence.count > start else { return }
        codings.append(Coding(passage: passage, code: code, evidence: start..<evidence.count))
    }

    /// Takes a code's matches, the last one last.
    @inline(__always)
    private mutating func gather(_ last: Int32) {
        var at = Int(last)
        evidence.append(backwards: Int(matches[at].count)) {
            let match = matches[at]
            at = Int(match.before)
            return match.evidence
        }
    }

    private mutating func takeOutNested(from start: Int) {
        // By place, the longer ones of a place first, those of one span by indicator.
        evidence.sort(from: start) {
            if $0.span.lowerBound != $1.span.lowerBound { return $0.span.lowerBound < $1.span.lowerBound }
            if $0.span.upperBound != $1.span.upperBound { return $0.span.upperBound > $1.span.upperBound }
            return $0.indicator < $1.indicator
        }
        var furthest = -1
        evidence.keep(from: start) { piece in
            defer { furthest = max(furthest, piece.span.upperBound) }
            return piece.span.upperBound > furthest
        }
    }

    /// The spans that lie in no longer one.
    private func outermostSpans() -> Set<Range<Int>> {
        var spans = (1..<matches.count).map { matches[$0].evidence.span }
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
