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
    private var found: Nested
    /// Which indicators apply, by language tag.
    private var chosen: [String?: [Bool]] = [:]

    public init(_ matcher: Matcher, kinds: Set<PassageKind> = PassageKind.codedByDefault) {
        self.matcher = matcher
        self.kinds = kinds
        found = Nested(matcher.nesting, codes: matcher.codes.count)
        kindBits = kinds.reduce(0) { $0 | bit(of: $1) }
    }

    /// Codes every passage of the chosen kinds.
    public mutating func code(_ document: Document) -> CodedDocument {
        var coded = CodedDocument(document: document)
        let text = document.text.utf8.span.bytes
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
    private mutating func scan(_ text: RawSpan, _ span: Range<Int>) -> Int {
        precondition(span.lowerBound >= 0 && span.upperBound <= text.byteCount, "a passage outside its text")
        walk.begin()
        // Held once: a property of the matcher's would be retained and released for every word.
        let (words, phrases) = (matcher.words, matcher.phrases)
        var count = 0
        var at = span.lowerBound
        while scanner.next(in: text, from: at, to: span.upperBound) {
            let isShort = scanner.isShort
            let list = isShort ? cache.number(of: scanner.key, in: words) : cache.number(of: scanner.folded, in: words)
            if list != 0 || phrases.hasAnyWord {
                let span = scanner.start..<scanner.end
                let before = walk.end(before: count)
                let goesOn = before.map { scanner.mayPartPhrase(text, $0..<span.lowerBound) } ?? false
                walk.step(cache.list(list), span, word: count, goesOn: goesOn, phrases)
            } else {
                walk.drop()
            }
            count += 1
            at = scanner.end
        }
        return count
    }

    private mutating func apply(
        _ passage: Passage, _ language: String?, _ number: Int, to coded: inout CodedDocument
    ) {
        let chosen = chosenIndicators(language)
        let rules = matcher.rules
        var isLimited = false
        for hit in walk.hits.all {
            for at in rules.plainRange(of: hit.phrase) {
                let rule = rules.plain[at]
                guard chosen[Int(rule.indicator)] else { continue }
                found.add(hit.span, code: Int(rule.code), indicator: Int(rule.indicator))
            }
            isLimited = isLimited || rules.isNeeded(hit.phrase)
        }
        if isLimited { applyLimited(passage, chosen) }
        found.collapse(passage: number, into: &coded)
    }

    private mutating func applyLimited(_ passage: Passage, _ chosen: [Bool]) {
        walk.hits.sort()
        let kind = bit(of: passage.kind)
        let section = bit(of: passage.sectionType)
        for phrase in walk.hits.phrases {
            for rule in matcher.rules.limited(phrase)
            where rule.kinds & kind != 0 && rule.sections & section != 0 && chosen[rule.indicator] {
                for span in rule.spans(in: walk.hits) { found.add(span, code: rule.code, indicator: rule.indicator) }
            }
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
