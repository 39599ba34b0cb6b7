import TemaModel

/// The beginnings that at least two words have in common.
struct StemTree {
    /// The fewest letters of a truncated word.
    static let fewestLetters = 4

    private let vocabulary: [String]
    private let isTarget: (Int) -> Bool
    private let canBeInStem: (Int) -> Bool

    /// - Parameters:
    ///   - isTarget: Whether a word occurs in the target. At least two of the words of a stem do.
    ///   - canBeInStem: Whether a word is acceptable. All words of a stem are.
    init(_ vocabulary: [String], isTarget: @escaping (Int) -> Bool, canBeInStem: @escaping (Int) -> Bool) {
        (self.vocabulary, self.isTarget, self.canBeInStem) = (vocabulary, isTarget, canBeInStem)
    }

    /// A word and its letters.
    private struct Form {
        let word: Int
        let letters: [Unicode.Scalar]
    }

    /// Passes each stem to a body, longer ones before the shorter ones in them, in the order of the letters.
    ///
    /// - Parameter body: Receives the numbers of all words that begin so, the stem, and the greatest result of the body for a
    ///   longer stem in it, or 0.
    func each(_ body: ([Int], String, Double) -> Double) {
        var groups: [String: [Form]] = [:]
        for word in vocabulary.indices where isTarget(word) {
            if let start = Self.start(vocabulary[word]) { groups[start] = [] }
        }
        for word in vocabulary.indices {
            guard let start = Self.start(vocabulary[word]), groups[start] != nil else { continue }
            groups[start]?.append(Form(word: word, letters: Array(vocabulary[word].unicodeScalars)))
        }
        for (_, forms) in groups.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let sorted = forms.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
            _ = visit(sorted[...], from: Self.fewestLetters, body)
        }
    }

    /// Returns the first letters of a word, or nil if it is too short.
    private static func start(_ word: String) -> String? {
        var start = String.UnicodeScalarView()
        for scalar in word.unicodeScalars.prefix(fewestLetters) {
            guard !Word.isUnspacedScript(scalar) else { return nil }
            start.append(scalar)
        }
        return start.count == fewestLetters ? String(start) : nil
    }

    /// - Parameter length: A number of letters that all forms have in common.
    private func visit(_ forms: ArraySlice<Form>, from length: Int, _ body: ([Int], String, Double) -> Double) -> Double
    {
        guard forms.count(where: { isTarget($0.word) }) > 1, let first = forms.first, let last = forms.last else {
            return 0
        }
        var end = length
        while end < min(first.letters.count, last.letters.count), first.letters[end] == last.letters[end] { end += 1 }
        var best = 0.0
        var rest = forms.drop { $0.letters.count == end }
        while let next = rest.first {
            let group = rest.prefix { $0.letters[end] == next.letters[end] }
            best = max(best, visit(group, from: end + 1, body))
            rest = rest[group.endIndex...]
        }
        guard forms.allSatisfy({ canBeInStem($0.word) }), first.letters[..<end].allSatisfy(\.properties.isAlphabetic)
        else { return best }
        return body(forms.map(\.word), String(String.UnicodeScalarView(first.letters[..<end])), best)
    }
}
