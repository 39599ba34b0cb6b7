import TemaModel

/// Finds the words of a document's old text in its new one.
///
/// In this order: within a passage that stands unchanged in both; by the exact words and what stands around them; between
/// what stood before and behind them. White space and Unicode form make no difference. What is found is sure only where
/// no other place could be meant.
struct Reanchoring {
    /// Where a span has gone.
    struct Found: Equatable {
        /// In UTF-8 offsets of the new text.
        var span: Range<Int>
        /// How alike the old and the new words are, from 0 to 1 (Dice's coefficient over runs of three scalars).
        var score: Double
        /// Whether nobody need look at it.
        var isSure: Bool
    }

    /// How far around a span is looked for what stood there.
    private static let context = 64
    /// As much of that on one side tells two places apart.
    private static let enough = 16
    /// By so much the best place must be more like the old one than any other, to be sure.
    private static let margin = 8
    /// Below this the words are no longer the same.
    private static let leastScore = 1.0 / 3

    private let old: NormalizedText
    private let new: NormalizedText
    private let oldPassages: [Range<Int>]
    /// For each passage of the old text that stands unchanged in the new one: where it starts there.
    private let unchanged: [Int?]

    init(from old: Document, to new: Document) {
        (self.old, self.new) = (NormalizedText(old.text.utf8), NormalizedText(new.text.utf8))
        let (oldSkeleton, newSkeleton) = (self.old, self.new)
        oldPassages = old.passages.map { oldSkeleton.range(of: $0.span) }
        var places: [ArraySlice<UInt32>: [Int]] = [:]
        for passage in new.passages {
            let range = newSkeleton.range(of: passage.span)
            places[newSkeleton.scalars[range], default: []].append(range.lowerBound)
        }
        var counts: [ArraySlice<UInt32>: Int] = [:]
        for range in oldPassages { counts[oldSkeleton.scalars[range], default: 0] += 1 }
        unchanged = oldPassages.map { range in
            let words = oldSkeleton.scalars[range]
            guard counts[words] == 1, let only = places[words], only.count == 1 else { return nil }
            return only[0]
        }
    }

    /// Where a span of the old text stands in the new one, or nothing where its words are gone.
    func place(of span: Range<Int>) -> Found? {
        let range = old.range(of: span)
        guard !range.isEmpty else { return nil }
        if let passage = passage(around: range), let start = unchanged[passage] {
            let moved = start + range.lowerBound - oldPassages[passage].lowerBound
            return new.span(of: moved..<(moved + range.count)).map { Found(span: $0, score: 1, isSure: true) }
        }
        return byWords(range) ?? byContext(range)
    }

    private func passage(around range: Range<Int>) -> Int? {
        let low = oldPassages.firstIndexOfSorted { $0.upperBound > range.lowerBound }
        guard low < oldPassages.count, oldPassages[low].lowerBound <= range.lowerBound,
            range.upperBound <= oldPassages[low].upperBound
        else { return nil }
        return low
    }

    /// By the exact words: the place whose surroundings are most alike.
    private func byWords(_ range: Range<Int>) -> Found? {
        let words = old.scalars[range]
        let there = occurrences(of: Array(words), in: new.scalars)
        let scored = there.map { (start: $0, likeness: likeness(range.lowerBound, newStart: $0, length: range.count)) }
        guard let best = scored.max(by: { $0.likeness.sum < $1.likeness.sum }),
            let span = new.span(of: best.start..<(best.start + range.count))
        else { return nil }
        let isBest = scored.count { $0.likeness.sum + Self.margin > best.likeness.sum } == 1
        let here = occurrences(of: Array(words), in: old.scalars)
        // The new place must be more like this old one than like any other.
        let isMutual = here.allSatisfy {
            $0 == range.lowerBound
                || likeness($0, newStart: best.start, length: range.count).sum + Self.margin <= best.likeness.sum
        }
        let isUnique = here.count == 1 && there.count == 1 && range.count >= Self.enough
        let sides = (min(best.likeness.before, best.likeness.after), max(best.likeness.before, best.likeness.after))
        // A few letters stand everywhere; they need both their neighbours.
        let isAlike = sides.1 >= Self.enough && (range.count >= Self.margin || sides.0 >= Self.margin)
        return Found(span: span, score: 1, isSure: isBest && isMutual && (isAlike || isUnique))
    }

    /// How many scalars are the same before and behind words that stand in both texts.
    private func likeness(_ oldStart: Int, newStart: Int, length: Int) -> (before: Int, after: Int, sum: Int) {
        var before = 0
        while before < Self.context, before < oldStart, before < newStart,
            old.scalars[oldStart - before - 1] == new.scalars[newStart - before - 1]
        { before += 1 }
        var after = 0
        while after < Self.context, oldStart + length + after < old.count, newStart + length + after < new.count,
            old.scalars[oldStart + length + after] == new.scalars[newStart + length + after]
        { after += 1 }
        return (before, after, before + after)
    }

    /// Words that have changed stand between what stood around them; never sure.
    private func byContext(_ range: Range<Int>) -> Found? {
        let before = old.scalars[max(0, range.lowerBound - Self.enough)..<range.lowerBound]
        let after = old.scalars[range.upperBound..<min(old.count, range.upperBound + Self.enough)]
        let most = 4 * range.count + Self.context
        let starts = occurrences(of: Array(before), in: new.scalars).map { $0 + before.count }
        let ends = occurrences(of: Array(after), in: new.scalars)
        var best: Found?
        func consider(_ candidate: Range<Int>) {
            guard let span = new.span(of: candidate.clamped(to: 0..<new.count)) else { return }
            let score = Trigrams.likeness(old.scalars[range], new.scalars[candidate.clamped(to: 0..<new.count)])
            if score >= max(Self.leastScore, best?.score ?? 0) { best = Found(span: span, score: score, isSure: false) }
        }
        for start in starts.prefix(Self.context) {
            if let end = ends.first(where: { $0 > start }), end - start <= most { consider(start..<end) }
            consider(start..<(start + range.count))
        }
        for end in ends.prefix(Self.context) where end >= range.count { consider((end - range.count)..<end) }
        return best
    }
}

/// Runs of three scalars, by which two texts are compared.
enum Trigrams {
    /// Twice what both have, divided by what each has (Dice 1945); from 0 to 1.
    static func likeness(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Double {
        let (first, second) = (counts(one), counts(other))
        let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        let all = first.values.reduce(0, +) + second.values.reduce(0, +)
        return all == 0 ? 0 : 2 * Double(shared) / Double(all)
    }

    private static func counts(_ scalars: ArraySlice<UInt32>) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        var run: UInt64 = 0
        // 21 bits a scalar; the first runs begin before the text does.
        for scalar in scalars {
            run = (run << 21 | UInt64(scalar)) & 0x7FFF_FFFF_FFFF_FFFF
            counts[run, default: 0] += 1
        }
        return counts
    }
}
