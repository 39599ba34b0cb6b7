import TemaModel

/// Collects the matches of one passage, removes nested ones and makes codings of the rest.
///
/// Of nested matches of one code only the longest counts; partly overlapping matches all count. If several indicators
/// of a code match the same span, the first indicator counts. With ``Matcher/Nesting/longest``, a match inside a longer
/// match of another code is removed too.
struct MatchReducer: ~Copyable {
    struct Match: BitwiseCopyable {
        var start: Int32
        var end: Int32
        var indicator: Int32
        /// The previous match of the same code, or ``MatchReducer/none``.
        var before: Int32
        /// The number of matches of the code up to and including this one.
        var count: Int32

        var evidence: Evidence { Evidence(span: Int(start)..<Int(end), indicator: Int(indicator)) }
    }

    /// The sentinel before a code's first match. It ends before any other match and starts nowhere, so that the loop in
    /// ``add(_:_:code:indicator:)`` needs no branch for the first match.
    private static let none: Int32 = 0

    private let nesting: Matcher.Nesting
    private var matches = ScratchBuffer(
        repeating: Match(start: -1, end: -1, indicator: 0, before: none, count: 0), count: 1)
    /// A bit for each code that has matches. Iterating over the bits yields the codes in order without sorting.
    private var codes: ScratchBuffer<UInt64>
    /// The last match of each code, or ``none``. The lists make it unnecessary to sort the matches by code.
    private var last: ScratchBuffer<Int32>
    /// Whether the matches of each code have been added in the order of their ends. Then the lists contain no nested
    /// matches.
    private var isInOrder = true
    private var codings = ScratchBuffer<Coding>()
    private var evidence = ScratchBuffer<Evidence>()

    init(_ nesting: Matcher.Nesting, codes: Int) {
        self.nesting = nesting
        last = ScratchBuffer(repeating: Self.none, count: codes)
        self.codes = ScratchBuffer(repeating: 0, count: (codes + 63) / 64)
    }

    /// Adds a match. Adding is fastest in the order of the matches' ends.
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

    /// Makes codings of the passage's matches, in the order of the codes, and clears the matches.
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

    /// Moves the codings of all passages since the last call to a document.
    mutating func give(to coded: inout CodedDocument) {
        guard !codings.isEmpty else { return }
        coded.codings = codings.array
        coded.evidence = evidence.array
        codings.removeAll()
        evidence.removeAll()
    }

    /// Makes the coding of one code if any of its evidence is kept.
    @inline(__always)
    private mutating func make(_ code: Int, _ outermost: Set<Range<Int>>?, passage: Int) {
        let start = evidence.count
        gather(last[code])
        last[code] = Self.none
        if !isInOrder { removeNested(from: start) }
        if let outermost { evidence.keep(from: start) { outermost.contains($0.span) } }
        guard evidence.count > start else { return }
        codings.append(Coding(passage: passage, code: code, evidence: start..<evidence.count))
    }

    /// Appends the evidence of a code's matches, in the order in which they were added.
    @inline(__always)
    private mutating func gather(_ last: Int32) {
        var index = Int(last)
        evidence.append(backwards: Int(matches[index].count)) {
            let match = matches[index]
            index = Int(match.before)
            return match.evidence
        }
    }

    private mutating func removeNested(from start: Int) {
        // By start, then longer spans first, then by indicator.
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

    /// Returns the spans that are not inside a longer span.
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
