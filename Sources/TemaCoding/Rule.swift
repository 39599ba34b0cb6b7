import TemaModel

/// An indicator, compiled: the phrases it needs, by number, and what limits it.
struct Rule: Sendable {
    /// One phrase, or two in each other's reach.
    struct Pattern: Sendable {
        var phrase: Int
        var proximity: (relation: IndicatorPattern.Relation, distance: Int, other: Int)?
    }

    var pattern: Pattern
    var unless: [Pattern]
    /// Bit sets of the kinds and section types it counts in.
    var kinds: UInt32
    var sections: UInt32
    var code: Int
    var indicator: Int

    /// Spans of text in which the rule matches, in the order of their starts.
    func spans(in hits: PhraseHits) -> [Range<Int>] {
        let found = pattern.spans(in: hits)
        guard !unless.isEmpty, !found.isEmpty else { return found }
        let void = merged(unless.flatMap { $0.spans(in: hits) })
        return found.filter { !overlaps($0, void) }
    }
}

extension Rule.Pattern {
    /// The spans of the pattern's matches, each once, in the order of their starts.
    func spans(in hits: PhraseHits) -> [Range<Int>] {
        let own = hits[phrase]
        guard let proximity else { return own.map(\.span) }
        let other = hits[proximity.other]
        guard !own.isEmpty, !other.isEmpty else { return [] }
        var best = pairs(own, right: other, distance: proximity.distance)
        if proximity.relation == .near {
            best += pairs(other, right: own, distance: proximity.distance)
        }
        // Of the matches that start at one place the shortest counts.
        best.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var spans: [Range<Int>] = []
        for span in best where spans.last?.lowerBound != span.lowerBound { spans.append(span) }
        return spans
    }

    /// For each left match the nearest right match behind it, where at most `distance` words stand between them.
    ///
    /// A phrase has a fixed number of words, so the nearest is also the one that makes the shortest span.
    private func pairs(
        _ left: ArraySlice<PhraseHits.Hit>, right: ArraySlice<PhraseHits.Hit>, distance: Int
    ) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var at = right.startIndex
        for hit in left {
            while at < right.endIndex, right[at].first <= hit.last { at += 1 }
            guard at < right.endIndex else { break }
            if right[at].first - hit.last - 1 <= distance {
                spans.append(hit.span.lowerBound..<right[at].span.upperBound)
            }
        }
        return spans
    }
}

/// Spans joined where they overlap, in order.
private func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = merged.last, span.lowerBound < last.upperBound {
            merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
        } else {
            merged.append(span)
        }
    }
    return merged
}

/// Whether a span shares text with one of some spans that are in order and apart.
private func overlaps(_ span: Range<Int>, _ apart: [Range<Int>]) -> Bool {
    let first = apart.firstIndexOfSorted { $0.upperBound > span.lowerBound }
    return first < apart.count && apart[first].lowerBound < span.upperBound
}
