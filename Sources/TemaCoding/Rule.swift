import TemaModel

/// A compiled indicator: its phrases, by number, and its restrictions.
struct Rule: Sendable {
    /// One phrase, or two phrases within a distance.
    struct Pattern: Sendable {
        var phrase: Int
        /// Whether the phrase requires something beside it.
        var hasEdges: Bool
        var proximity: (relation: IndicatorPattern.Relation, distance: Int, other: Int)?
    }

    var pattern: Pattern
    var unless: [Pattern]
    /// Whether a match must be inside one sentence.
    var isWithinSentence: Bool
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
        var index = right.startIndex
        for hit in left {
            while index < right.endIndex, right[index].first <= hit.last { index += 1 }
            guard index < right.endIndex else { break }
            if right[index].first - hit.last - 1 <= distance {
                spans.append(hit.span.lowerBound..<right[index].span.upperBound)
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

/// The rules of a codebook by their first phrase.
struct PhraseRules: Sendable {
    /// A rule that consists of its phrase only. In most codebooks nearly all rules are plain.
    struct Plain: Sendable {
        var code: Int32
        var indicator: Int32
    }

    /// The plain rules, grouped by phrase.
    let plain: [Plain]
    private let bounds: [Int32]
    /// For each phrase, the rules that also depend on other phrases or on the kind or section of the passage.
    private let limited: [[Rule]]
    /// For each phrase, whether a limited rule refers to its occurrences.
    private let isNeeded: [Bool]
    /// Whether a limited rule refers to the occurrences of any phrase.
    let needsAny: Bool

    /// - Parameter rules: For each phrase, the rules that begin with it.
    init(_ rules: [[Rule]]) {
        var plain: [Plain] = []
        var bounds: [Int32] = [0]
        for list in rules {
            for rule in list where rule.isPlain {
                plain.append(Plain(code: Int32(rule.code), indicator: Int32(rule.indicator)))
            }
            bounds.append(Int32(plain.count))
        }
        self.plain = plain
        self.bounds = bounds
        limited = rules.map { $0.filter { !$0.isPlain } }
        var isNeeded = limited.map { !$0.isEmpty }
        for rule in limited.joined() {
            for phrase in rule.phrases { isNeeded[phrase] = true }
        }
        self.isNeeded = isNeeded
        needsAny = isNeeded.contains(true)
    }

    /// Returns the range in ``plain`` of a phrase's rules.
    @inline(__always)
    func plainRange(of phrase: Int) -> Range<Int> { Int(bounds[phrase])..<Int(bounds[phrase + 1]) }

    /// Returns the rules of a phrase that are not plain.
    func limited(_ phrase: Int) -> [Rule] { limited[phrase] }

    /// Returns whether a limited rule begins with a phrase or refers to its occurrences.
    @inline(__always)
    func isNeeded(_ phrase: Int) -> Bool { isNeeded[phrase] }
}

extension Rule {
    /// Whether every hit of the rule's phrase is a match.
    fileprivate var isPlain: Bool {
        pattern.proximity == nil && !pattern.hasEdges && unless.isEmpty && !isWithinSentence && kinds == .max
            && sections == .max
    }

    fileprivate var phrases: [Int] {
        ([pattern] + unless).flatMap { [$0.phrase] + ($0.proximity.map { [$0.other] } ?? []) }
    }
}
