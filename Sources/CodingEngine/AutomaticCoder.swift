import Model

/// Codes documents by a codebook's indicators. One for each worker: it keeps buffers that are used again.
public struct AutomaticCoder: Sendable {
    public let matcher: Matcher
    /// The kinds of passages that are coded and counted.
    public let kinds: Set<PassageKind>

    private let kindBits: UInt32
    private var scanner = WordScanner()
    private var cache = WordCache()
    private var walk = PhraseWalk()
    /// Which indicators apply, by language tag.
    private var chosen: [String?: [Bool]] = [:]

    public init(_ matcher: Matcher, kinds: Set<PassageKind> = PassageKind.codedByDefault) {
        self.matcher = matcher
        self.kinds = kinds
        kindBits = kinds.reduce(0) { $0 | bit(of: $1) }
    }

    /// Codes every passage of the chosen kinds.
    public mutating func code(_ document: Document) -> CodedDocument {
        var coded = CodedDocument(document: document)
        let text = document.text.utf8.span
        for (number, passage) in document.passages.enumerated() where kindBits & bit(of: passage.kind) != 0 {
            let words = scan(text, passage.span)
            coded.passages.append(CodedPassage(passage: number, words: words))
            if !walk.hits.isEmpty {
                apply(passage, document.language(of: passage), number, to: &coded)
            }
        }
        return coded
    }

    /// Finds all phrases of a passage.
    /// - Returns: The number of its words.
    private mutating func scan(_ text: Span<UInt8>, _ span: Range<Int>) -> Int {
        walk.begin()
        let passage = text.extracting(span)
        var words = 0
        while scanner.next(in: passage, from: words == 0 ? 0 : scanner.end) {
            let list = cache.list(for: scanner, in: matcher.words)
            if list != 0 || walk.isUnderWay || matcher.phrases.afterAnyWord[0] >= 0 {
                walk.step(cache.lists[list], scanner, passage, offset: span.lowerBound, word: words, matcher.phrases)
            }
            words += 1
        }
        return words
    }

    private mutating func apply(
        _ passage: Passage, _ language: String?, _ number: Int, to coded: inout CodedDocument
    ) {
        walk.hits.sort()
        let chosen = chosenIndicators(language)
        let kind = bit(of: passage.kind)
        let section = bit(of: passage.sectionType)
        var found = Nested(matcher.nesting)
        for phrase in walk.hits.phrases {
            for rule in matcher.rules[phrase]
            where rule.kinds & kind != 0 && rule.sections & section != 0 && chosen[rule.indicator] {
                for span in rule.spans(in: walk.hits) { found.add(span, code: rule.code, indicator: rule.indicator) }
            }
        }
        for (code, evidence) in found.collapsed() {
            let start = coded.evidence.count
            coded.evidence += evidence
            coded.codings.append(Coding(passage: number, code: code, evidence: start..<coded.evidence.count))
        }
    }

    private mutating func chosenIndicators(_ language: String?) -> [Bool] {
        if let known = chosen[language] { return known }
        // A text that names a new language for each passage must not fill the memory.
        if chosen.count == 64 { chosen = [:] }
        let indicators = matcher.indicators(for: language)
        chosen[language] = indicators
        return indicators
    }
}
