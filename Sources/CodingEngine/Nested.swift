import Model

/// The matches of one passage, with those that lie inside others taken out.
///
/// For one code, nested matches become the longest one, and partly overlapping ones stay two; a span that several
/// indicators found is the first one's. With ``Matcher/Nesting/longest`` a match inside another code's longer match
/// goes too.
struct Nested {
    private struct Match {
        var code: Int
        var evidence: Evidence
    }

    private let nesting: Matcher.Nesting
    private var matches: [Match] = []

    init(_ nesting: Matcher.Nesting) {
        self.nesting = nesting
    }

    mutating func add(_ span: Range<Int>, code: Int, indicator: Int) {
        matches.append(Match(code: code, evidence: Evidence(span: span, indicator: indicator)))
    }

    /// The evidence that stays, by code, both in order.
    func collapsed() -> [(code: Int, evidence: [Evidence])] {
        let sorted = matches.sorted {
            if $0.code != $1.code { return $0.code < $1.code }
            return ($0.evidence.span.lowerBound, -$0.evidence.span.upperBound, $0.evidence.indicator)
                < ($1.evidence.span.lowerBound, -$1.evidence.span.upperBound, $1.evidence.indicator)
        }
        var codes: [(code: Int, evidence: [Evidence])] = []
        var furthest = 0
        for match in sorted {
            if codes.last?.code != match.code {
                codes.append((match.code, []))
                furthest = -1
            }
            // Everything before it starts at the same place or earlier, and the longer ones of a place come first.
            guard match.evidence.span.upperBound > furthest else { continue }
            furthest = match.evidence.span.upperBound
            codes[codes.count - 1].evidence.append(match.evidence)
        }
        return nesting == .longest ? longest(codes) : codes
    }

    private func longest(_ codes: [(code: Int, evidence: [Evidence])]) -> [(code: Int, evidence: [Evidence])] {
        var spans = codes.flatMap { $0.evidence.map(\.span) }
        spans.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        var outermost: Set<Range<Int>> = []
        var furthest = -1
        for span in spans where span.upperBound > furthest {
            furthest = span.upperBound
            outermost.insert(span)
        }
        return codes.map { ($0.code, $0.evidence.filter { outermost.contains($0.span) }) }
            .filter { !$0.evidence.isEmpty }
    }
}
