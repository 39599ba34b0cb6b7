extension TokenAlignment {
    /// The largest number of scalars that count as replaced, as a name is, if nothing of them remains.
    private static let longest = 40
    /// A part with several unusual changes is a replacement if one of so many of its scalars is unchanged.
    private static let leastUnchanged = 3
    /// The number of tokens on each side of a replacement that must confirm its place.
    private static let neighbors = 8
    /// The number of unchanged tokens among these that confirm it.
    private static let confirmation = 4

    /// Returns the place of an old part in the new text, both as ranges of scalars of the normalized texts; nil if
    /// nothing of it is there.
    ///
    /// A border inside a changed run becomes the border of what replaces that run, in the same passage.
    func place(of range: Range<Int>) -> Range<Int>? {
        let part = old.tokens(over: range)
        guard let last = part.last else { return nil }
        let (start, end) = (self.start(of: part.lowerBound), self.end(of: last))
        guard start < end else { return nil }
        let place = new.scalars(of: start..<end)
        // A border inside an unchanged word remains there.
        let (lead, tail) = (range.lowerBound - old.starts[part.lowerBound], old.starts[last + 1] - range.upperBound)
        let from = change(at: part.lowerBound) == nil ? place.lowerBound + lead : place.lowerBound
        let to = change(at: last) == nil ? place.upperBound - tail : place.upperBound
        return from < to ? from..<to : nil
    }

    /// Returns the first new token of what corresponds to an old token and those after it.
    private func start(of token: Int) -> Int {
        guard let change = change(at: token) else { return newOf[token] }
        guard !change.new.isEmpty else { return change.new.lowerBound }
        let before = (change.old.lowerBound..<token).last { newOf[$0] >= 0 }
        let after = (token..<change.old.upperBound).first { newOf[$0] >= 0 }
        if let pair = after ?? before, token > change.old.lowerBound || isKnown(token, newOf[pair]) {
            return counterpart(of: token, around: newOf[pair], change).lowerBound
        }
        let near = after.map { newOf[$0] } ?? change.new.upperBound - 1
        return max(change.new.lowerBound, new.passage(around: near).lowerBound)
    }

    /// Returns the token after the last new one of what corresponds to an old token and those before it.
    private func end(of token: Int) -> Int {
        guard let change = change(at: token) else { return newOf[token] + 1 }
        guard !change.new.isEmpty else { return change.new.lowerBound }
        let before = (change.old.lowerBound...token).last { newOf[$0] >= 0 }
        let after = (token + 1..<max(token + 1, change.old.upperBound)).first { newOf[$0] >= 0 }
        if let pair = before ?? after, token < change.old.upperBound - 1 || isKnown(token, newOf[pair]) {
            return counterpart(of: token, around: newOf[pair], change).upperBound
        }
        let near = before.map { newOf[$0] } ?? change.new.lowerBound
        return min(change.new.upperBound, new.passage(around: near).upperBound)
    }

    private func isKnown(_ token: Int, _ other: Int) -> Bool { known.contains(old.symbols[token], new.symbols[other]) }

    /// Returns the tokens of a replacement, of which one is given, that replace an old token elsewhere too and no other
    /// token here.
    private func counterpart(of token: Int, around one: Int, _ change: Change) -> Range<Int> {
        func belongs(_ other: Int) -> Bool {
            change.new.contains(other) && isKnown(token, other) && !change.old.contains { newOf[$0] == other }
        }
        var range = one..<(one + 1)
        while belongs(range.lowerBound - 1) { range = (range.lowerBound - 1)..<range.upperBound }
        while belongs(range.upperBound) { range = range.lowerBound..<(range.upperBound + 1) }
        return range
    }

    /// Returns whether all changes of a part are replacements of a few words, and the words around it are unchanged.
    ///
    /// Several changes must leave a part of the words unchanged, or be usual in this text.
    func isReplacement(of range: Range<Int>) -> Bool {
        let part = old.tokens(over: range)
        guard let last = part.last else { return false }
        var (token, unchanged, isUsual) = (part.lowerBound, 0, true)
        while token <= last {
            if let change = change(at: token) {
                let lengths = (old.scalars(of: change.old).count, new.scalars(of: change.new).count)
                guard lengths.1 > 0, max(lengths.0, lengths.1) <= Self.longest else { return false }
                if change.old.lowerBound <= part.lowerBound, change.old.upperBound > last { return isConfirmed(range) }
                isUsual = isUsual && self.isUsual(change)
                token = change.old.upperBound
            } else {
                unchanged += old.scalars(of: token..<(token + 1)).count
                token += 1
            }
        }
        return (isUsual || Self.leastUnchanged * unchanged >= range.count) && isConfirmed(range)
    }

    /// Returns whether a word of a change is replaced in the same way elsewhere. It is not known of words of scripts
    /// without spaces, which are single characters.
    private func isUsual(_ change: Change) -> Bool {
        change.old.contains { token in
            !old.isSpacedWord(token)
                || change.new.contains { known.isRepeated(old.symbols[token], new.symbols[$0]) }
        }
    }

    /// Returns whether enough words around a part are unchanged and around its place in the new text.
    func isConfirmed(_ range: Range<Int>) -> Bool {
        let part = old.tokens(over: range)
        guard let last = part.last else { return false }
        let (start, end) = (self.start(of: part.lowerBound), self.end(of: last))
        let before = max(0, part.lowerBound - Self.neighbors)..<part.lowerBound
        let after = part.upperBound..<min(old.count, part.upperBound + Self.neighbors)
        let sides = (
            unchanged(before, in: (start - 2 * Self.neighbors)..<start),
            unchanged(after, in: end..<(end + 2 * Self.neighbors))
        )
        let isBegin = old.isPassageStart(part.lowerBound) && new.isPassageStart(start)
        let isEnd = old.isPassageStart(part.upperBound) && new.isPassageStart(end)
        return sides.0 + sides.1 >= Self.confirmation && (sides.0 > 0 || isBegin) && (sides.1 > 0 || isEnd)
    }

    /// Returns the number of tokens that are unchanged and in a part of the new text.
    private func unchanged(_ tokens: Range<Int>, in part: Range<Int>) -> Int {
        tokens.count { change(at: $0) == nil && part.contains(newOf[$0]) }
    }
}
