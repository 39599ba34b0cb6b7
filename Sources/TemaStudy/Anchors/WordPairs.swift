/// How words were replaced in a text, learned from the places where this is clear: `Tom` by `[NAME]`.
struct KnownReplacements {
    private struct Pair: Hashable {
        let old, new: Int32
    }

    /// The largest number of tokens of a name, and of what replaces it.
    private static let longest = 6

    private var pairs: Set<Pair> = []
    /// The pairs that occur in several changes.
    private var repeated: Set<Pair> = []
    /// For each word that is usually replaced by one other word: that word.
    private var substitutes: [Int32: Int32] = [:]

    init() {}

    /// Learns from the changes of an alignment.
    init(_ alignment: TokenAlignment) {
        let (old, new) = (alignment.old, alignment.new)
        var counts: [Pair: Int] = [:]
        var changed: [Int32: Int] = [:]
        var single: Set<Pair> = []
        for change in alignment.changes
        where (1...Self.longest).contains(change.old.count) && (1...Self.longest).contains(change.new.count) {
            for token in change.old where old.isSpacedWord(token) {
                changed[old.symbols[token], default: 0] += 1
                for other in change.new {
                    let pair = Pair(old: old.symbols[token], new: new.symbols[other])
                    counts[pair, default: 0] += 1
                    if change.old.count == 1, change.new.count == 1 { single.insert(pair) }
                }
            }
        }
        pairs = Set(counts.filter { 2 * $0.value > changed[$0.key.old] ?? 0 }.keys)
        repeated = pairs.filter { counts[$0] ?? 0 > 1 }
        var occurrences: [Int32: Int] = [:]
        for symbol in old.symbols { occurrences[symbol, default: 0] += 1 }
        for pair in single where 2 * (counts[pair] ?? 0) > occurrences[pair.old] ?? 0 {
            substitutes[pair.old] = pair.new
        }
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// Returns what usually replaces a token, or the token itself.
    func substitute(for symbol: Int32) -> Int32 { substitutes[symbol] ?? symbol }

    func isRepeated(_ old: Int32, _ new: Int32) -> Bool { repeated.contains(Pair(old: old, new: new)) }

    func contains(_ old: Int32, _ new: Int32) -> Bool { pairs.contains(Pair(old: old, new: new)) }
}

/// The tokens of a small changed region that are equal or replace each other: an alignment with the highest score, by
/// the algorithm of Needleman and Wunsch, "A general method applicable to the search for similarities in the amino acid
/// sequence of two proteins", 1970.
struct WordPairs {
    /// The largest number of pairs of tokens that are compared.
    private static let most = 1 << 16

    /// The pairs in order, or nil if the region is too large.
    let pairs: [(old: Int, new: Int)]?

    init(_ region: TokenAlignment.Change, _ old: TextTokens, _ new: TextTokens, _ known: KnownReplacements) {
        let (n, m) = (region.old.count, region.new.count)
        guard n <= Self.most, m <= Self.most, n * m <= Self.most else {
            pairs = nil
            return
        }
        func score(_ x: Int, _ y: Int) -> Int {
            let (one, other) = (region.old.lowerBound + x, region.new.lowerBound + y)
            let symbol = old.symbols[one]
            if known.substitute(for: symbol) == new.symbols[other] {
                return old.isWord[one] ? 6 + min(4, old.scalars(of: one..<(one + 1)).count) : 3
            }
            if known.contains(symbol, new.symbols[other]) { return 6 }
            guard old.isWord[one], new.isWord[other] else { return 0 }
            return old.isPassageStart(one) && new.isPassageStart(other) ? 6 : 2
        }
        // For the first x old and the first y new tokens, the highest score, and that if their last ones are a pair.
        // Consecutive pairs score one more, so that the changes are few.
        let width = m + 1
        var (best, paired) = (Array(repeating: 0, count: (n + 1) * width), Array(repeating: 0, count: (n + 1) * width))
        for x in 0..<n {
            for y in 0..<m {
                let (here, diagonal) = ((x + 1) * width + y + 1, x * width + y)
                let points = score(x, y)
                if points > 0 { paired[here] = points + max(best[diagonal], paired[diagonal] + 1) }
                best[here] = max(paired[here], best[here - width], best[here - 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (x, y) = (n, m)
        var mustPair = false
        while x > 0, y > 0 {
            let here = x * width + y
            if mustPair || best[here] == paired[here] && paired[here] > 0 {
                (x, y) = (x - 1, y - 1)
                pairs.append((region.old.lowerBound + x, region.new.lowerBound + y))
                mustPair = paired[x * width + y] > 0 && paired[x * width + y] + 1 >= best[x * width + y]
            } else if best[here] == best[here - width] {
                x -= 1
            } else {
                y -= 1
            }
        }
        self.pairs = pairs.reversed()
    }
}
