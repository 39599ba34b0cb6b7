/// Finds equal tokens of two texts in the same order.
///
/// Runs of three tokens that occur once in each text divide the texts (the idea of Cohen's patience diff). Between
/// them, the algorithm is that of Myers, "An O(ND) difference algorithm and its variations", 1986, in linear space.
struct TokenDifference {
    /// The number of differences after which the longest partial path is accepted, so that the cost is bounded.
    private static let mostDifferences = 1_000
    /// How often unique runs divide a part of the texts again.
    private static let mostDivisions = 8
    private static let run = 3

    /// Three consecutive tokens.
    struct Run: Hashable {
        let first, second, third: Int32
    }

    let old: [Int32]
    let new: [Int32]
    /// For each old token, the equal new one, or -1.
    private(set) var newOf: [Int]

    init(old: [Int32], new: [Int32]) {
        (self.old, self.new) = (old, new)
        newOf = Array(repeating: -1, count: old.count)
    }

    /// Aligns a part of the old text with a part of the new one.
    ///
    /// - Complexity: O((*n* + *m*) log (*n* + *m*)) for parts of *n* and *m* tokens with few differences between unique
    ///   runs.
    mutating func align(_ oldPart: Range<Int>, _ newPart: Range<Int>) {
        var open = [(oldPart, newPart, 0)]
        while let (one, other, depth) = open.popLast() {
            let (a, b) = trim(one, other)
            guard !a.isEmpty, !b.isEmpty else { continue }
            let anchors = depth < Self.mostDivisions ? uniqueRuns(a, b) : []
            if anchors.isEmpty {
                compare(a, b)
                continue
            }
            var (x, y) = (a.lowerBound, b.lowerBound)
            for anchor in anchors where anchor.old >= x && anchor.new >= y {
                open.append((x..<anchor.old, y..<anchor.new, depth + 1))
                for step in 0..<Self.run { newOf[anchor.old + step] = anchor.new + step }
                (x, y) = (anchor.old + Self.run, anchor.new + Self.run)
            }
            open.append((x..<a.upperBound, y..<b.upperBound, depth + 1))
        }
    }

    /// Makes an old token one without an equal new one.
    mutating func release(_ token: Int) { newOf[token] = -1 }

    /// Matches equal tokens at the start and at the end, and returns what remains.
    private mutating func trim(_ one: Range<Int>, _ other: Range<Int>) -> (Range<Int>, Range<Int>) {
        var (x, y) = (one.lowerBound, other.lowerBound)
        while x < one.upperBound, y < other.upperBound, old[x] == new[y] {
            newOf[x] = y
            (x, y) = (x + 1, y + 1)
        }
        var (p, q) = (one.upperBound, other.upperBound)
        while p > x, q > y, old[p - 1] == new[q - 1] {
            (p, q) = (p - 1, q - 1)
            newOf[p] = q
        }
        return (x..<p, y..<q)
    }

    /// Returns the longest sequence of runs that occur once in both parts, and in the same order.
    private func uniqueRuns(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
        let (here, there) = (Self.uniqueRuns(old, a), Self.uniqueRuns(new, b))
        return Self.longestChain(here.compactMap { run, x in there[run].map { (old: x, new: $0) } })
    }

    /// Returns the longest sequence of pairs that is ascending in both texts.
    static func longestChain(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        let common = pairs.sorted { $0.old < $1.old }
        // Patience sorting: `ends` has the last run of the best sequence of each length.
        var ends: [Int] = []
        var previous = Array(repeating: -1, count: common.count)
        for index in common.indices {
            let length = ends.firstIndexOfSorted { common[$0].new > common[index].new }
            previous[index] = length > 0 ? ends[length - 1] : -1
            if length == ends.count { ends.append(index) } else { ends[length] = index }
        }
        var sequence: [(old: Int, new: Int)] = []
        var next = ends.last ?? -1
        while next >= 0 {
            sequence.append(common[next])
            next = previous[next]
        }
        return sequence.reversed()
    }

    /// Returns the starts of the runs of tokens that occur once in a part.
    static func uniqueRuns(_ symbols: [Int32], _ part: Range<Int>) -> [Run: Int] {
        var places: [Run: Int] = [:]
        guard part.count >= run else { return [:] }
        for start in part.lowerBound...(part.upperBound - run) {
            let tokens = Run(first: symbols[start], second: symbols[start + 1], third: symbols[start + 2])
            places[tokens] = places[tokens] == nil ? start : -1
        }
        return places.filter { $0.value >= 0 }
    }

    private mutating func compare(_ one: Range<Int>, _ other: Range<Int>) {
        var open = [(one, other)]
        while let (one, other) = open.popLast() {
            let (a, b) = trim(one, other)
            guard !a.isEmpty, !b.isEmpty, let (x, y) = middle(a, b) else { continue }
            open.append((a.lowerBound..<x, b.lowerBound..<y))
            open.append((x..<a.upperBound, y..<b.upperBound))
        }
    }

    /// Returns a point on a shortest path from the start of both parts to their end, or nil if they have nothing in
    /// common. After ``mostDifferences``, it is the end of the longest path from the start.
    private func middle(_ a: Range<Int>, _ b: Range<Int>) -> (Int, Int)? {
        let most = min((a.count + b.count + 1) / 2, Self.mostDifferences)
        var ahead = DiagonalPaths(most: most)
        var back = DiagonalPaths(most: most)
        let delta = a.count - b.count
        for differences in 0..<most {
            let isMet = ahead.extend(differences, a.count, b.count) { x, y in
                old[a.lowerBound + x] == new[b.lowerBound + y]
            } meets: { diagonal, x in
                delta % 2 != 0 && back[delta - diagonal].map { x >= a.count - $0 } ?? false
            }
            if let (x, y) = isMet { return (a.lowerBound + x, b.lowerBound + y) }
            let isMetBack = back.extend(differences, a.count, b.count) { x, y in
                old[a.upperBound - 1 - x] == new[b.upperBound - 1 - y]
            } meets: { diagonal, x in
                delta % 2 == 0 && ahead[delta - diagonal].map { $0 >= a.count - x } ?? false
            }
            if let (x, y) = isMetBack { return (a.upperBound - x, b.upperBound - y) }
        }
        guard most == Self.mostDifferences, let (x, y) = ahead.longest(a.count, b.count) else { return nil }
        return (a.lowerBound + x, b.lowerBound + y)
    }
}

/// The paths with a number of differences from one corner of a comparison, each with the farthest point on its diagonal.
private struct DiagonalPaths {
    /// For each diagonal, the number of tokens of the first text that the path has passed, or -1.
    private var farthest: [Int]
    private let middle: Int
    private var (skippedLow, skippedHigh) = (0, 0)

    init(most: Int) {
        farthest = Array(repeating: -1, count: 2 * most + 3)
        middle = most + 1
        farthest[middle + 1] = 0
    }

    subscript(diagonal: Int) -> Int? {
        let index = middle + diagonal
        guard farthest.indices.contains(index), farthest[index] >= 0 else { return nil }
        return farthest[index]
    }

    /// Extends all paths by one difference and the equal tokens after it. Returns the point at which a path meets one
    /// from the other corner, or nil.
    mutating func extend(
        _ differences: Int, _ n: Int, _ m: Int, isEqual: (Int, Int) -> Bool, meets: (Int, Int) -> Bool
    ) -> (Int, Int)? {
        for diagonal in stride(from: skippedLow - differences, through: differences - skippedHigh, by: 2) {
            let index = middle + diagonal
            let isDown =
                diagonal == -differences || diagonal != differences && farthest[index - 1] < farthest[index + 1]
            var x = isDown ? farthest[index + 1] : farthest[index - 1] + 1
            while x < n, x - diagonal < m, isEqual(x, x - diagonal) { x += 1 }
            farthest[index] = x
            if x > n {
                skippedHigh += 2
            } else if x - diagonal > m {
                skippedLow += 2
            } else if meets(diagonal, x) {
                return (x, x - diagonal)
            }
        }
        return nil
    }

    /// Returns the end of the longest path.
    func longest(_ n: Int, _ m: Int) -> (Int, Int)? {
        var best: (Int, Int)?
        for index in farthest.indices where farthest[index] >= 0 {
            let (x, y) = (farthest[index], farthest[index] - (index - middle))
            guard x <= n, (0...m).contains(y), x + y > best.map({ $0.0 + $0.1 }) ?? 0 else { continue }
            best = (x, y)
        }
        return best
    }
}
