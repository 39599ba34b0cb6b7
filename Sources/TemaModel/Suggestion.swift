/// The word that somebody probably meant.
public enum Suggestion {
    /// The longest words compared, in Unicode scalars: whoever mistypes a longer one must look for himself.
    private static let longest = 64

    /// The word of a few that is nearest to one that is none of them, or nothing where none is plausibly near.
    ///
    /// Counts letters added, left out, changed, or swapped with their neighbour, without regard to case; at most one for
    /// every three letters of the longer word. Of words equally near, the first in alphabetical order.
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

    /// Optimal string alignment: edits between two words, a swap of neighbours counted as one.
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

/// `did you mean …?`, or what is known.
package func didYouMean(_ word: String, _ known: [String]) -> String {
    Suggestion.nearest(to: word, among: known).map { "did you mean “\($0)”?" }
        ?? "one of \(known.joined(separator: ", "))"
}
