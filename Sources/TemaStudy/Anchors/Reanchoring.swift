import TemaModel

/// Maps spans of a document's old text to its new text.
///
/// Both texts are aligned once, token by token (``TokenAlignment``). A span within a passage that is unchanged and unique
/// in both texts moves with it. Any other span moves by the alignment, or, if its words were moved away from there, to the
/// occurrence of its exact words with the most similar context. White space and Unicode form are ignored. The result is
/// anchored only if the words are unchanged and no other place is plausible.
struct Reanchoring {
    /// The new place of a span.
    struct Found: Equatable {
        /// The span in UTF-8 offsets of the new text. It begins and ends inside a word only if the old one did, and the
        /// word is unchanged.
        var span: Range<Int>
        /// The similarity of the old and the new words, from 0 to 1 (Dice's coefficient over runs of three scalars).
        var score: Double
        /// Whether the place is anchored, so that no one needs to review it.
        var isSure: Bool
    }

    /// The number of scalars compared on each side of a span.
    private static let context = 64
    /// The number of equal scalars on one side that identify a place.
    private static let enough = 16
    /// The number of equal context scalars by which the best place must exceed all others to be anchored.
    private static let margin = 8
    /// The lowest score at which changed words count as the same passage of text.
    private static let leastScore = 1.0 / 3

    private let alignment: TokenAlignment
    private let old: NormalizedText
    private let new: NormalizedText
    private let oldPassages: [Range<Int>]
    /// For each passage of the old text that is unchanged in the new one: its start there.
    private let unchanged: [Int?]
    private let oldOccurrences: TokenOccurrences
    private let newOccurrences: TokenOccurrences

    init(from old: Document, to new: Document) {
        var numbers: [ArraySlice<UInt32>: Int32] = [:]
        let (oldTokens, newTokens) = (TextTokens(old, numbers: &numbers), TextTokens(new, numbers: &numbers))
        alignment = TokenAlignment(from: oldTokens, to: newTokens)
        (oldOccurrences, newOccurrences) = (TokenOccurrences(oldTokens), TokenOccurrences(newTokens))
        let (oldText, newText) = (oldTokens.text, newTokens.text)
        (self.old, self.new) = (oldText, newText)
        oldPassages = old.passages.map { oldText.range(of: $0.span) }
        var places: [ArraySlice<UInt32>: [Int]] = [:]
        for passage in new.passages {
            let range = newText.range(of: passage.span)
            places[newText.scalars[range], default: []].append(range.lowerBound)
        }
        var counts: [ArraySlice<UInt32>: Int] = [:]
        for range in oldPassages { counts[oldText.scalars[range], default: 0] += 1 }
        unchanged = oldPassages.map { range in
            let words = oldText.scalars[range]
            guard counts[words] == 1, let only = places[words], only.count == 1 else { return nil }
            return only[0]
        }
    }

    /// Returns the place of an old span in the new text, or nil if its words are gone.
    func place(of span: Range<Int>) -> Found? {
        let range = old.range(of: span)
        guard !range.isEmpty else { return nil }
        if let passage = passage(around: range), let start = unchanged[passage] {
            let moved = start + range.lowerBound - oldPassages[passage].lowerBound
            return new.span(of: moved..<(moved + range.count)).map { Found(span: $0, score: 1, isSure: true) }
        }
        let aligned = alignment.place(of: range)
        var exact = byWords(range, aligned)
        guard let aligned, let span = new.span(of: aligned), exact?.span.overlaps(span) != true else { return exact }
        let isFirst = exact?.isSure != true || alignment.isReplacement(of: range)
        exact?.isSure = false
        return isFirst ? changed(range, aligned) ?? exact : exact
    }

    private func passage(around range: Range<Int>) -> Int? {
        let low = oldPassages.firstIndexOfSorted { $0.upperBound > range.lowerBound }
        guard low < oldPassages.count, oldPassages[low].lowerBound <= range.lowerBound,
            range.upperBound <= oldPassages[low].upperBound
        else { return nil }
        return low
    }

    /// Finds the exact words: at the aligned place or, if they are not there or much more similar context is
    /// elsewhere, at the occurrence with the most similar context.
    private func byWords(_ range: Range<Int>, _ aligned: Range<Int>?) -> Found? {
        let there = newOccurrences.starts(of: range, in: alignment.old)
        let scored = there.map { (start: $0, likeness: likeness(range.lowerBound, newStart: $0, length: range.count)) }
        guard var best = scored.max(by: { $0.likeness.sum < $1.likeness.sum }) else { return nil }
        let here = scored.first { $0.start == aligned?.lowerBound && range.count == aligned?.count }
        if let here, alignment.isConfirmed(range) { best = here }
        guard let span = new.span(of: best.start..<(best.start + range.count)) else { return nil }
        let isBest = scored.allSatisfy {
            $0.start == best.start || $0.likeness.sum + Self.margin <= best.likeness.sum
        }
        let old = oldOccurrences.starts(of: range, in: alignment.old)
        // The new place must be more like this old one than like any other.
        let isMutual = old.allSatisfy {
            $0 == range.lowerBound
                || likeness($0, newStart: best.start, length: range.count).sum + Self.margin <= best.likeness.sum
        }
        let isUnique = old.count == 1 && there.count == 1 && range.count >= Self.enough
        let sides = (min(best.likeness.before, best.likeness.after), max(best.likeness.before, best.likeness.after))
        // A few letters occur everywhere, so they need matching context on both sides.
        let isAlike = sides.1 >= Self.enough && (range.count >= Self.margin || sides.0 >= Self.margin)
        return Found(span: span, score: 1, isSure: isBest && isMutual && (isAlike || isUnique))
    }

    /// Returns how many scalars before and after an old and a new occurrence are the same.
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

    /// Returns the aligned place of words that changed, or nil if they are not similar and not a few words that were
    /// replaced between unchanged ones. The result is never anchored.
    private func changed(_ range: Range<Int>, _ place: Range<Int>) -> Found? {
        guard place.count <= 4 * range.count + Self.context, let span = new.span(of: place) else { return nil }
        let score = Trigrams.likeness(old.scalars[range], new.scalars[place])
        guard score >= Self.leastScore || alignment.isReplacement(of: range) else { return nil }
        return Found(span: span, score: score, isSure: false)
    }
}

/// Compares texts by runs of three scalars.
enum Trigrams {
    /// Returns Dice's coefficient (Dice 1945): twice the number of shared trigrams, divided by the sum of both numbers
    /// of trigrams. It is from 0 to 1.
    static func likeness(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Double {
        let (first, second) = (counts(one), counts(other))
        let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        let all = first.values.reduce(0, +) + second.values.reduce(0, +)
        return all == 0 ? 0 : 2 * Double(shared) / Double(all)
    }

    private static func counts(_ scalars: ArraySlice<UInt32>) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        var run: UInt64 = 0
        // Each scalar has 21 bits. The first runs are shorter than three scalars.
        for scalar in scalars {
            run = (run << 21 | UInt64(scalar)) & 0x7FFF_FFFF_FFFF_FFFF
            counts[run, default: 0] += 1
        }
        return counts
    }
}
