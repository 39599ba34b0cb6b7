/// Which passages of a new text are versions of those of an old one, in the same order.
///
/// The pairs with the highest sum of similarities are found by the algorithm of Needleman and Wunsch (``WordPairs``), near
/// the diagonal only. Equal passages that occur once in each text divide long texts into parts that are compared.
struct PassageAlignment {
    /// How far from the diagonal pairs are looked for, beyond the difference of the numbers of passages.
    private static let reach = 64
    /// The largest number of pairs of passages that are compared between two divisions.
    private static let most = 4_000_000
    /// The lowest similarity of a pair, in percent.
    private static let leastSimilarity = 40

    private let old: [Range<Int>]
    private let new: [Range<Int>]
    /// For each passage, its tokens in ascending order.
    private let oldWords: [[Int32]]
    private let newWords: [[Int32]]
    /// The pairs, as tokens of both texts.
    private(set) var pairs: [(old: Range<Int>, new: Range<Int>)] = []

    /// - Parameter symbols: The numbers of the old text's tokens, or of what usually replaces them.
    init(_ old: TextTokens, _ symbols: [Int32], _ new: TextTokens) {
        (self.old, self.new) = (old.passages, new.passages)
        oldWords = self.old.map { symbols[$0].sorted() }
        newWords = self.new.map { new.symbols[$0].sorted() }
        if compare(self.old.indices, self.new.indices) { return }
        let there = Self.unique(self.new.map { new.symbols[$0] })
        let common = Self.unique(self.old.map { symbols[$0] }).compactMap { words, x in
            there[words].map { (old: x, new: $0) }
        }
        var (x, y) = (0, 0)
        for anchor in TokenDifference.longestChain(common) {
            compare(x..<anchor.old, y..<anchor.new)
            pairs.append((self.old[anchor.old], self.new[anchor.new]))
            (x, y) = (anchor.old + 1, anchor.new + 1)
        }
        compare(x..<self.old.count, y..<self.new.count)
    }

    /// Returns the indices of the passages that occur once.
    private static func unique(_ passages: [ArraySlice<Int32>]) -> [ArraySlice<Int32>: Int] {
        var places: [ArraySlice<Int32>: Int] = [:]
        for (index, words) in passages.enumerated() where !words.isEmpty {
            places[words] = places[words] == nil ? index : -1
        }
        return places.filter { $0.value >= 0 }
    }

    /// Adds the pairs of two runs of passages. Returns whether they are short enough to be compared.
    @discardableResult private mutating func compare(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let width = abs(a.count - b.count) + Self.reach
        let columns = 2 * width + 1
        guard width <= Self.most, a.count <= Self.most / columns else { return false }
        guard !a.isEmpty, !b.isEmpty else { return true }
        // Row x has the columns y from x - width to x + width. `steps` has the best last step to each cell.
        var (above, row) = (Array(repeating: 0, count: columns + 1), Array(repeating: 0, count: columns + 1))
        var steps = Array(repeating: Step.left, count: (a.count + 1) * columns)
        for x in 1...a.count {
            for column in 0..<columns {
                let y = x - width + column
                guard y >= 1, y <= b.count else {
                    row[column] = y < 1 ? 0 : above[column + 1]
                    steps[x * columns + column] = y < 1 ? .left : .up
                    continue
                }
                let alike = similarity(oldWords[a.lowerBound + x - 1], newWords[b.lowerBound + y - 1])
                var (best, step) = (above[column + 1], Step.up)
                if column > 0, row[column - 1] > best { (best, step) = (row[column - 1], .left) }
                if alike > 0, above[column] + alike > best { (best, step) = (above[column] + alike, .both) }
                (row[column], steps[x * columns + column]) = (best, step)
            }
            swap(&above, &row)
        }
        addPairs(steps, a, b, width)
        return true
    }

    private enum Step { case up, left, both }

    private mutating func addPairs(_ steps: [Step], _ a: Range<Int>, _ b: Range<Int>, _ width: Int) {
        var found: [(old: Range<Int>, new: Range<Int>)] = []
        var (x, y) = (a.count, b.count)
        while x > 0, y > 0 {
            switch steps[x * (2 * width + 1) + y - x + width] {
            case .up: x -= 1
            case .left: y -= 1
            case .both:
                (x, y) = (x - 1, y - 1)
                found.append((old[a.lowerBound + x], new[b.lowerBound + y]))
            }
        }
        pairs += found.reversed()
    }

    /// Returns Dice's coefficient of the words of two passages in percent, or 0 if it is too low for a pair.
    private func similarity(_ one: [Int32], _ other: [Int32]) -> Int {
        let (shorter, all) = (min(one.count, other.count), one.count + other.count)
        guard all > 0, 200 * shorter >= Self.leastSimilarity * all else { return 0 }
        var (x, y, shared) = (0, 0, 0)
        while x < one.count, y < other.count {
            if one[x] == other[y] { shared += 1 }
            let (left, right) = (one[x], other[y])
            if left <= right { x += 1 }
            if right <= left { y += 1 }
        }
        let percent = 200 * shared / all
        return percent >= Self.leastSimilarity ? percent : 0
    }
}

extension TokenDifference {
    /// The number of unique runs that two passages must share to count as one that was moved.
    private static let fewest = 2

    /// Aligns passages that were moved: those of which less than half is aligned, with the passage that has most of
    /// their unique runs.
    mutating func alignMoved(from one: TextTokens, to other: TextTokens) {
        let moved = one.passages.filter { isChanged($0) }
        guard !moved.isEmpty else { return }
        let (here, there) = (
            Self.uniqueRuns(old, 0..<old.count), Self.uniqueRuns(new, 0..<new.count)
        )
        var votes: [Int: [Int: Int]] = [:]
        for (run, x) in here {
            guard let y = there[run] else { continue }
            votes[one.passage(around: x).lowerBound, default: [:]][other.passage(around: y).lowerBound, default: 0] += 1
        }
        var oldOf = TokenPartners.inverse(newOf, new.count)
        for passage in moved {
            let best = votes[passage.lowerBound]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let best, best.value >= Self.fewest else { continue }
            let place = other.passage(around: best.key)
            let taken = oldOf[place].filter { $0 >= 0 }
            guard 2 * taken.count < place.count else { continue }
            for token in taken { release(token) }
            for token in passage {
                if newOf[token] >= 0 { oldOf[newOf[token]] = -1 }
                release(token)
            }
            align(passage, place)
            for token in place { oldOf[token] = -1 }
            for token in passage where newOf[token] >= 0 { oldOf[newOf[token]] = token }
        }
    }

    /// Whether less than half of a passage is aligned.
    private func isChanged(_ passage: Range<Int>) -> Bool {
        2 * passage.count { newOf[$0] >= 0 } < passage.count
    }
}
