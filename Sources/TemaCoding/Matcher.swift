import TemaModel

/// A codebook compiled for matching: immutable, compiled once, shared by all workers.
///
/// Words are looked up in a trie of word patterns, phrases in a trie over these patterns, so the cost of a text does
/// not grow with the number of indicators. ``AutomaticCoder`` applies a matcher to documents.
public struct Matcher: Sendable {
    /// How to count a match inside a longer match of another code.
    public enum Nesting: String, Sendable, CaseIterable {
        /// Both matches count.
        case independent
        /// Only the longest match counts.
        case longest
    }

    /// The codes and their indicators.
    public let codes: CodeList
    /// How to count a match inside a longer match of another code.
    public let nesting: Nesting

    let words: WordTrie
    let starts: WordStarts
    let phrases: PhraseTrie
    let rules: PhraseRules
    /// Whether accents do not count (``Model/Codebook/ignoresAccents``).
    let ignoresAccents: Bool

    /// Compiles a codebook.
    ///
    /// - Throws: A ``Problem`` for the first indicator whose pattern is invalid.
    public init(_ codes: CodeList, nesting: Nesting = .independent) throws(Problem) {
        var compiler = Compiler(codes.codebook)
        for (number, owned) in codes.indicators.enumerated() { try compiler.add(owned, number) }
        self.codes = codes
        self.nesting = nesting
        words = compiler.words
        starts = compiler.starts
        phrases = compiler.phrases
        rules = PhraseRules(compiler.rules)
        ignoresAccents = codes.codebook.ignoresAccents
    }

    /// Returns which indicators apply to a passage in a language.
    ///
    /// If a code has an indicator list for the language, only that list applies. Otherwise all its lists apply.
    /// - Returns: Whether each indicator applies; empty if all apply.
    func indicators(for language: String?) -> [Bool] {
        guard let language else { return [] }
        var chosen = [Bool](repeating: true, count: codes.indicators.count)
        let tag = language.lowercased()
        let primary = LanguageTag.primary(language)
        let fits: [(String) -> Bool] = [{ $0.lowercased() == tag }, { LanguageTag.primary($0) == primary }]
        var lists: [Int: (String) -> Bool] = [:]
        for (number, entry) in codes.entries.enumerated() {
            let languages = entry.code.indicators.entries.compactMap(\.language)
            lists[number] = fits.first { languages.contains(where: $0) }
        }
        for (number, owned) in codes.indicators.enumerated() {
            guard let fits = lists[owned.code], let own = owned.language else { continue }
            chosen[number] = fits(own)
        }
        return chosen.contains(false) ? chosen : []
    }
}

/// Collects the distinct words and phrases of all indicators.
private struct Compiler {
    var words = WordTrie()
    var starts = WordStarts()
    var phrases = PhraseTrie()
    var rules: [[Rule]] = []
    let ignoresAccents: Bool
    private var wordCount: Int32 = 0

    init(_ codebook: Codebook) { ignoresAccents = codebook.ignoresAccents }

    mutating func add(_ owned: CodeList.OwnedIndicator, _ number: Int) throws(Problem) {
        let indicator = owned.indicator
        var unless: [Rule.Pattern] = []
        for text in indicator.unless { unless.append(try pattern(text)) }
        let rule = Rule(
            pattern: try pattern(indicator.match), unless: unless, isWithinSentence: indicator.isWithinSentence,
            kinds: bits(indicator.kinds), sections: bits(indicator.sections), code: owned.code, indicator: number)
        rules[rule.pattern.phrase].append(rule)
    }

    private mutating func pattern(_ text: String) throws(Problem) -> Rule.Pattern {
        let pattern = try IndicatorPattern(text, ignoringAccents: ignoresAccents)
        var compiled = Rule.Pattern(phrase: phrase(pattern.phrase), hasEdges: !pattern.phrase.edges.isEmpty)
        if let proximity = pattern.proximity {
            compiled.proximity = (proximity.relation, proximity.distance, phrase(proximity.other))
        }
        return compiled
    }

    private mutating func phrase(_ pattern: PhrasePattern) -> Int {
        let words = pattern.words.indices.map { index in
            word(pattern.words[index], after: index == 0 ? .plain : pattern.gap(before: index))
        }
        let number = phrases.add(words, of: pattern)
        if number == rules.count { rules.append([]) }
        return number
    }

    private mutating func word(_ pattern: WordPattern, after gap: PhraseGap) -> Int32 {
        if pattern.matchesEveryWord {
            starts.addAll()
            // Any word has an edge of its own only over a plain gap.
            if gap == .plain { return PhraseTrie.anyWord }
        }
        let number = words.add(pattern, as: wordCount)
        if number == wordCount {
            wordCount += 1
            starts.add(pattern)
        }
        return number
    }

    /// Returns the bit set of some cases; all bits if there are none.
    private func bits<Case: CaseIterable & Equatable>(_ cases: [Case]) -> UInt32 {
        cases.isEmpty ? .max : cases.reduce(0) { $0 | bit(of: $1) }
    }
}

/// Returns the bit that represents a case: the bit at its position among all cases.
func bit<Case: CaseIterable & Equatable>(of value: Case) -> UInt32 {
    var bit: UInt32 = 1
    for other in Case.allCases {
        if other == value { break }
        bit <<= 1
    }
    return bit
}
