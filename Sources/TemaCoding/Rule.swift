import TemaModel

/// A compiled indicator: its phrases, by number, and its restrictions.
struct Rule: Sendable {
    /// One phrase, or two phrases within a distance.
    struct Pattern: Sendable {
        var phrase: Int
        var proximity: (relation: IndicatorPattern.Relation, distance: Int, other: Int)?
    }

    var pattern: Pattern
    var unless: [Pattern]
    /// Bit sets of the kinds of passages and section types that the rule applies to (see ``bit(of:)``).
    var kinds: UInt32
    var sections: UInt32
    var code: Int
    var indicator: Int

    /// Returns the spans that the rule matches, in the order of their starts.
    func spans(in hits: PhraseHits) -> [Range<Int>] {
        let found = pattern.spans(in: hits)
        guard !unless.isEmpty, !found.isEmpty else { return found }
        let void = merged(unless.flatMap { $0.spans(in: hits) })
        return found.filter { !overlaps($0, void) }
    }
}

extension Rule.Pattern {
    /// Returns the distinct spans that the pattern matches, in the order of their starts.
    func spans(in hits: PhraseHits) -> [Range<Int>] {
        let own = hits[phrase]
        guard let proximity else { return own.map(\.span) }
        let other = hits[proximity.other]
        guard !own.isEmpty, !other.isEmpty else { return [] }
        var best = pairs(own, right: other, distance: proximity.distance)
        if proximity.relation == .near {
            best += pairs(other, right: own, distance: proximity.distance)
        }
        // Of the matches with one start the shortest counts.
        best.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var spans: [Range<Int>] = []
        for span in best where spans.last?.lowerBound != span.lowerBound { spans.append(span) }
        return spans
    }

    /// Returns, for each left hit, the span to the end of the nearest right hit after it, if at most `distance` words
    /// are between them.
    ///
    /// A phrase has a fixed number of words, so the nearest right hit also makes the shortest span.
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

/// Returns the union of some spans as disjoint spans in order.
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

/// Returns whether a span overlaps one of some spans that are sorted and disjoint.
private func overlaps(_ span: Range<Int>, _ apart: [Range<Int>]) -> Bool {
    let first = apart.firstIndexOfSorted { $0.upperBound > span.lowerBound }
    return first < apart.count && apart[first].lowerBound < span.upperBound
}
