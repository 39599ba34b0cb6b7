/// Suggestions for mistyped words.
public enum Suggestion {
    /// The maximum length of the words compared, in Unicode scalars, which bounds the quadratic cost.
    private static let longest = 64

    /// Returns the candidate nearest to a mistyped word, or nil if no candidate is near enough.
    ///
    /// The distance is the number of letters inserted, deleted, replaced or swapped with their neighbour, ignoring
    /// case. It must be at most a third of the length of the longer word. Of equally near candidates, the first in
    /// alphabetical order is returned.
    public static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let typed = letters(word)
        guard typed.count <= longest else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in words {
            let other = letters(candidate)
            let allowed = max(typed.count, other.count) / 3
            guard other.count <= longest, abs(typed.count - other.count) <= allowed else { continue }
            let found = (distance(typed, other), candidate)
            if found.0 <= allowed, best.map({ found < $0 }) ?? true { best = found }
        }
        return best?.word
    }

    private static func letters(_ word: String) -> [Unicode.Scalar] {
        Array(String(word.unicodeScalars.prefix(longest + 1)).lowercased().unicodeScalars)
    }

    /// Returns the optimal string alignment distance of two words, which counts a swap of neighbours as one edit.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                row.append(least)
            }
            (before, above) = (above, row)
        }
        return above[b.count]
    }
}

/// Returns `did you mean …?` with the nearest word, or nil if none is near.
package func didYouMean(_ word: String, among words: some Sequence<String>) -> String? {
    Suggestion.nearest(to: word, among: words).map { "did you mean “\($0)”?" }
}

/// Returns `did you mean …?`, or a list of the known words if none is near.
package func didYouMean(_ word: String, _ known: [String]) -> String {
    didYouMean(word, among: known) ?? "one of \(known.joined(separator: ", "))"
}
