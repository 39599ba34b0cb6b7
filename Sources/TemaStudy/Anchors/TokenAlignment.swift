import TemaModel

/// Which tokens of a new text correspond to those of an old one.
///
/// Unchanged tokens correspond to equal ones, also in passages that were moved. A changed run between unchanged tokens
/// corresponds to what is at its place in the new text.
struct TokenAlignment {
    /// A changed run of tokens, and what is at its place in the new text. One of them may be empty.
    struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The number of unchanged tokens between two changes that are aligned again together with them.
    private static let short = 3

    let old: TextTokens
    let new: TextTokens
    /// For each old token, the equal new one or the one that replaces it, or -1.
    private(set) var newOf: [Int]
    /// The changed runs, in the order of the old text.
    private(set) var changes: [Change] = []

    /// How the words of this text were replaced.
    private(set) var known = KnownReplacements()

    init(from old: TextTokens, to new: TextTokens) {
        (self.old, self.new) = (old, new)
        newOf = []
        align()
        known = KnownReplacements(self)
        // What replaces names throughout, as pseudonyms do, shows where they are.
        if !known.isEmpty { align() }
    }

    private mutating func align() {
        let symbols = old.symbols.map(known.substitute)
        var difference = TokenDifference(old: symbols, new: new.symbols)
        var (x, y) = (0, 0)
        for pair in PassageAlignment(old, symbols, new).pairs {
            difference.align(x..<pair.old.lowerBound, y..<pair.new.lowerBound)
            difference.align(pair.old, pair.new)
            (x, y) = (pair.old.upperBound, pair.new.upperBound)
        }
        difference.align(x..<old.count, y..<new.count)
        difference.alignMoved(from: old, to: new)
        newOf = TokenPartners.settled(difference.newOf, old)
        let oldOf = TokenPartners.settled(TokenPartners.inverse(newOf, new.count), new)
        newOf = TokenPartners.inverse(oldOf, old.count)
        for token in newOf.indices where newOf[token] >= 0 && old.symbols[token] != new.symbols[newOf[token]] {
            newOf[token] = -1
        }
        findChanges()
    }

    /// Returns the change that contains an old token, or nil if the token is unchanged.
    func change(at token: Int) -> Change? {
        let index = changes.firstIndexOfSorted { $0.old.upperBound > token }
        return index < changes.count && changes[index].old.contains(token) ? changes[index] : nil
    }
}

extension TokenAlignment {
    /// A run of unchanged tokens.
    private struct Block {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Finds the changed runs, and pairs the tokens in them that replace each other.
    private mutating func findChanges() {
        let blocks = self.blocks
        let isFree = TokenPartners.inverse(newOf, new.count).map { $0 < 0 }
        var regions: [Change] = []
        for (block, next) in zip(blocks, blocks.dropFirst()) {
            for gap in gaps(block, next, isFree) where !(gap.old.isEmpty && gap.new.isEmpty) { regions.append(gap) }
        }
        changes = []
        var index = 0
        while index < regions.count {
            var region = regions[index]
            var end = index + 1
            while end < regions.count, let united = united(region, regions[end]) {
                (region, end) = (united, end + 1)
            }
            if let pairs = WordPairs(region, old, new, known).pairs {
                replace(region, pairs)
            } else {
                changes += regions[index..<end]
            }
            index = end
        }
    }

    /// Returns two changes in one passage as one, with the unchanged tokens between them, or nil if these are many.
    private func united(_ one: Change, _ other: Change) -> Change? {
        let (between, there) = (other.old.lowerBound - one.old.upperBound, other.new.lowerBound - one.new.upperBound)
        let united = Change(
            old: one.old.lowerBound..<max(one.old.lowerBound, other.old.upperBound),
            new: one.new.lowerBound..<max(one.new.lowerBound, other.new.upperBound))
        guard between == there, (0...Self.short).contains(between),
            old.passage(around: united.old.lowerBound).upperBound >= united.old.upperBound,
            new.passage(around: united.new.lowerBound).upperBound >= united.new.upperBound
        else { return nil }
        return united
    }

    /// Sets the partners of a region's tokens, and adds the runs of changed tokens between the unchanged ones.
    private mutating func replace(_ region: Change, _ pairs: [(old: Int, new: Int)]) {
        for token in region.old { newOf[token] = -1 }
        var (x, y) = (region.old.lowerBound, region.new.lowerBound)
        for pair in pairs {
            newOf[pair.old] = pair.new
            guard old.symbols[pair.old] == new.symbols[pair.new] else { continue }
            if x < pair.old || y < pair.new { changes.append(Change(old: x..<pair.old, new: y..<pair.new)) }
            (x, y) = (pair.old + 1, pair.new + 1)
        }
        let rest = Change(old: x..<region.old.upperBound, new: y..<region.new.upperBound)
        if !(rest.old.isEmpty && rest.new.isEmpty) { changes.append(rest) }
    }

    /// The runs of unchanged tokens, with an empty one at each end.
    private var blocks: [Block] {
        var blocks = [Block(old: 0..<0, new: 0..<0)]
        for token in newOf.indices where newOf[token] >= 0 {
            let last = blocks[blocks.count - 1]
            if last.old.upperBound == token, last.new.upperBound == newOf[token] {
                blocks[blocks.count - 1] = Block(
                    old: last.old.lowerBound..<(token + 1), new: last.new.lowerBound..<(newOf[token] + 1))
            } else {
                blocks.append(Block(old: token..<(token + 1), new: newOf[token]..<(newOf[token] + 1)))
            }
        }
        return blocks + [Block(old: old.count..<old.count, new: new.count..<new.count)]
    }

    /// Returns what is between two blocks in both texts. If the blocks are in different passages of both texts, what is
    /// in the passage of a block belongs to that block, as a speaker's name does to the words after it.
    private func gaps(_ block: Block, _ next: Block, _ isFree: [Bool]) -> [Change] {
        let here = block.old.upperBound..<next.old.lowerBound
        let isInOrder =
            block.new.upperBound <= next.new.lowerBound
            && (block.new.upperBound..<next.new.lowerBound).allSatisfy { isFree[$0] }
        let (tail, head) = (end(of: block.old, in: old, here), start(of: next.old, in: old, here))
        guard !isInOrder || tail <= head else {
            return [Change(old: here, new: block.new.upperBound..<next.new.lowerBound)]
        }
        let there = isInOrder ? block.new.upperBound..<next.new.lowerBound : 0..<new.count
        let (newTail, newHead) = (end(of: block.new, in: new, there), start(of: next.new, in: new, there))
        if isInOrder {
            guard newTail <= newHead else { return [Change(old: here, new: there)] }
            return [
                Change(old: here.lowerBound..<tail, new: there.lowerBound..<newTail),
                Change(old: tail..<head, new: newTail..<newHead),
                Change(old: head..<here.upperBound, new: newHead..<there.upperBound),
            ]
        }
        let after = (block.new.upperBound..<newTail).first { !isFree[$0] } ?? newTail
        let before = (newHead..<next.new.lowerBound).last { !isFree[$0] }.map { $0 + 1 } ?? newHead
        let cut = min(max(tail, head), here.upperBound)
        return [
            Change(old: here.lowerBound..<cut, new: block.new.upperBound..<after),
            Change(old: cut..<here.upperBound, new: before..<next.new.lowerBound),
        ]
    }

    /// Returns the end of the passage in which a block ends, limited to a range.
    private func end(of block: Range<Int>, in text: TextTokens, _ limits: Range<Int>) -> Int {
        let end = block.upperBound > 0 ? text.passage(around: block.upperBound - 1).upperBound : 0
        return min(max(end, limits.lowerBound, block.upperBound), max(limits.upperBound, block.upperBound))
    }

    /// Returns the start of the passage in which a block begins, limited to a range.
    private func start(of block: Range<Int>, in text: TextTokens, _ limits: Range<Int>) -> Int {
        let start = block.lowerBound < text.count ? text.passage(around: block.lowerBound).lowerBound : text.count
        return max(min(start, limits.upperBound, block.lowerBound), min(limits.lowerBound, block.lowerBound))
    }
}
