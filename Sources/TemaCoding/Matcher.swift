import TemaModel

/// A codebook compiled for matching: immutable, made once, shared by all workers.
///
/// Words are looked up in a dictionary of patterns and a trie of phrases over them, so that a text's cost does not
/// grow with the number of indicators. ``AutomaticCoder`` applies it.
public struct Matcher: Sendable {
    /// What becomes of a match inside a longer match of another code.
    public enum Nesting: String, Sendable, CaseIterable {
        /// Both count: codes do not know of each other.
        case independent
        /// The longest counts.
        case longest
    }

    public let codes: CodeList
    public let nesting: Nesting

    let words: WordTrie
    let starts: WordStarts
    let phrases: PhraseTrie
    let rules: PhraseRules

    /// Compiles a codebook.
    ///
    /// - Throws: The ``Problem`` of the first indicator that cannot be understood.
    public init(_ codes: CodeList, nesting: Nesting = .independent) throws(Problem) {
        var compiler = Compiler()
        for (number, owned) in codes.indicators.enumerated() { try compiler.add(owned, number) }
        self.codes = codes
        self.nesting = nesting
        words = compiler.words
        starts = compiler.starts
        phrases = compiler.phrases
        rules = PhraseRules(compiler.rules)
    }

    /// Which indicators a passage of a language is tried with.
    ///
    /// A code with a list for the language is tried with that list alone, any other code with all its lists.
    /// - Returns: For each indicator whether it is tried, or nothing where all are.
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

/// Gathers the distinct words and phrases of all indicators.
private struct Compiler {
    var words = WordTrie()
    var starts = WordStarts()
    var phrases = PhraseTrie()
    var rules: [[Rule]] = []
    private var wordCount: Int32 = 0

    mutating func add(_ owned: CodeList.OwnedIndicator, _ number: Int) throws(Problem) {
        let indicator = owned.indicator
        var unless: [Rule.Pattern] = []
        for text in indicator.unless { unless.append(try pattern(text)) }
        let rule = Rule(
            pattern: try pattern(indicator.match), unless: unless, kinds: bits(indicator.kinds),
            sections: bits(indicator.sections), code: owned.code, indicator: number)
        rules[rule.pattern.phrase].append(rule)
    }

    private mutating func pattern(_ text: String) throws(Problem) -> Rule.Pattern {
        let pattern = try IndicatorPattern(text)
        var compiled = Rule.Pattern(phrase: phrase(pattern.phrase))
        if let proximity = pattern.proximity {
            compiled.proximity = (proximity.relation, proximity.distance, phrase(proximity.other))
        }
        return compiled
    }

    private mutating func phrase(_ patterns: [WordPattern]) -> Int {
        let number = phrases.add(patterns.map { word($0) }, next: rules.count)
        if number == rules.count { rules.append([]) }
        return number
    }

    private mutating func word(_ pattern: WordPattern) -> Int32 {
        if pattern.matchesEveryWord {
            starts.addAll()
            return PhraseTrie.anyWord
        }
        let number = words.add(pattern, as: wordCount)
        if number == wordCount {
            wordCount += 1
            starts.add(pattern)
        }
        return number
    }

    /// The bit set of some cases; all bits where none is named.
    private func bits<Case: CaseIterable & Equatable>(_ cases: [Case]) -> UInt32 {
        cases.isEmpty ? .max : cases.reduce(0) { $0 | bit(of: $1) }
    }
}

/// The bit that stands for a case: its place among all cases.
func bit<Case: CaseIterable & Equatable>(of value: Case) -> UInt32 {
    var bit: UInt32 = 1
    for other in Case.allCases {
        if other == value { break }
        bit <<= 1
    }
    return bit
}
