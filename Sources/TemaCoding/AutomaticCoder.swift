import TemaModel

/// Codes documents with a compiled codebook.
///
/// Each worker uses its own coder, because a coder reuses its buffers from one document to the next. Copies are
/// independent.
public struct AutomaticCoder: Sendable {
    /// The codebook that is applied.
    public let matcher: Matcher
    /// The passages that are coded and counted.
    public let choice: PassageChoice

    private var own: Own

    /// `@unchecked Sendable` because ``code(_:)`` changes it only while it is uniquely referenced.
    private final class Own: @unchecked Sendable {
        var coder: DocumentCoder

        init(_ matcher: Matcher) {
            coder = DocumentCoder(matcher)
        }
    }

    /// Creates a coder that codes some passages.
    public init(_ matcher: Matcher, _ choice: PassageChoice = PassageChoice()) {
        self.matcher = matcher
        self.choice = choice
        own = Own(matcher)
    }

    /// Returns a document with the codings of all its chosen passages.
    ///
    /// - Precondition: Every passage lies within the text and within its first 2³¹ - 1 UTF-8 bytes.
    public mutating func code(_ document: Document) -> CodedDocument {
        // A copy gets its own buffers and word cache.
        if !isKnownUniquelyReferenced(&own) { own = Own(matcher) }
        return own.coder.code(document, choice, matcher: matcher)
    }
}

/// Codes the passages of one document after another, with a worker's buffers and word cache.
struct DocumentCoder: ~Copyable {
    private var finder = WordFinder()
    private var walk = PhraseWalk()
    /// The occurrences of phrases that limited rules refer to.
    private var hits = PhraseHits()
    private var reducer: MatchReducer
    /// For each language tag, whether each indicator applies; empty if all apply.
    private var chosen: [String?: [Bool]] = [:]

    init(_ matcher: Matcher) {
        reducer = MatchReducer(matcher.nesting, codes: matcher.codes.count)
    }

    /// Codes every chosen passage.
    mutating func code(_ document: Document, _ choice: PassageChoice, matcher: Matcher) -> CodedDocument {
        var coded = CodedDocument(document: document)
        coded.passages.reserveCapacity(document.passages.count)
        let text = document.text.utf8.span.bytes
        var language: Int?
        var chosen: [Bool] = []
        for (number, passage) in document.passages.enumerated()
        where choice.kinds.contains(passage.kind) && choice.sections.contains(passage.sectionType) {
            precondition(
                passage.span.lowerBound >= 0 && passage.span.upperBound <= min(text.byteCount, Int(Int32.max)),
                "a passage is outside its text, or beyond the first two gigabytes")
            if passage.language != language {
                language = passage.language
                chosen = chosenIndicators(document.language(of: passage), matcher)
            }
            match(text, passage.span, chosen: chosen, matcher: matcher)
            coded.passages.append(CodedPassage(passage: number, words: Int(finder.count)))
            if !hits.isEmpty { applyLimited(passage, of: document, chosen, matcher: matcher) }
            reducer.collapse(passage: number)
        }
        reducer.give(to: &coded)
        return coded
    }

    /// Finds the matches of plain rules in a passage, and the occurrences of phrases that limited rules refer to.
    private mutating func match(_ text: RawSpan, _ passage: Range<Int>, chosen: [Bool], matcher: Matcher) {
        finder.begin()
        walk.begin()
        hits.removeAll()
        var index = passage.lowerBound
        while index < passage.upperBound {
            index = finder.find(in: text, index..<passage.upperBound, matcher: matcher)
            matchWords(text, passage, chosen, matcher: matcher)
            if finder.isFull {
                walk.endPart(finder.words, finder.cache)
                finder.forget()
            }
        }
    }

    /// Does the same for the words that were found last.
    private mutating func matchWords(_ text: RawSpan, _ passage: Range<Int>, _ chosen: [Bool], matcher: Matcher) {
        // Local copies: the properties of `matcher` would be retained and released for every word.
        let (phrases, rules) = (matcher.phrases, matcher.rules)
        for index in 0..<finder.words.count {
            let word = finder.words[index]
            for match in stride(from: Int(word.matches.0), to: Int(word.matches.1), by: 2) {
                let (code, indicator) = (finder.cache.meanings.number(match), finder.cache.meanings.number(match &+ 1))
                guard chosen.isEmpty || chosen[Int(indicator)] else { continue }
                reducer.add(word.start, word.end, code: code, indicator: indicator)
            }
            if rules.needsAny { noteAlone(word, text, passage, phrases) }
            walk.step(index, finder.words, text: text, cache: finder.cache, trie: phrases)
            for index in 0..<walk.found.count {
                let found = walk.found[index]
                for index in rules.plainRange(of: Int(found.number)) {
                    let rule = rules.plain[index]
                    guard chosen.isEmpty || chosen[Int(rule.indicator)] else { continue }
                    reducer.add(found.start, word.end, code: rule.code, indicator: rule.indicator)
                }
                guard rules.isNeeded(Int(found.number)),
                    fits(phrases.edges(of: found.number), text, found.start..<word.end, in: passage)
                else { continue }
                hits.append(Int(found.number), from: found.firstWord, start: found.start, to: word)
            }
        }
    }

    /// Records the occurrences of one-word phrases that limited rules refer to.
    private mutating func noteAlone(
        _ word: WordFinder.Word, _ text: RawSpan, _ passage: Range<Int>, _ phrases: PhraseTrie
    ) {
        for index in finder.cache[word.known].phrases {
            let phrase = finder.cache.meanings.number(index)
            guard fits(phrases.edges(of: phrase), text, word.start..<word.end, in: passage) else { continue }
            hits.append(Int(phrase), from: word.number, start: word.start, to: word)
        }
    }

    /// Returns whether the text beside a phrase fits what must be there.
    private func fits(
        _ edges: PhraseEdges?, _ text: RawSpan, _ phrase: Range<Int32>, in passage: Range<Int>
    ) -> Bool {
        guard let edges else { return true }
        // A scalar has at most four bytes. The first scalar may be cut, so one more is read.
        var head = Int(phrase.lowerBound) - 12
        while head > passage.lowerBound, head < Int(phrase.lowerBound), text.byte(head) & 0xC0 == 0x80 { head += 1 }
        let tail = min(Int(phrase.upperBound) + 4 * edges.reach, passage.upperBound)
        return edges.fit(
            head: scalars(of: text, max(head, passage.lowerBound)..<Int(phrase.lowerBound)).suffix(2),
            tail: scalars(of: text, Int(phrase.upperBound)..<tail))
    }

    private mutating func applyLimited(
        _ passage: Passage, of document: Document, _ chosen: [Bool], matcher: Matcher
    ) {
        hits.sort()
        var sentences: [Range<Int>]?
        let kind = bit(of: passage.kind)
        let section = bit(of: passage.sectionType)
        for phrase in hits.phrases {
            for rule in matcher.rules.limited(phrase)
            where rule.kinds & kind != 0 && rule.sections & section != 0
                && (chosen.isEmpty || chosen[rule.indicator])
            {
                for span in rule.spans(in: hits) {
                    if rule.isWithinSentence {
                        let known = sentences ?? Sentences.ranges(in: document.text.utf8[passage.span])
                        sentences = known
                        guard
                            known.contains(where: { $0.contains(span.lowerBound) && $0.upperBound >= span.upperBound })
                        else { continue }
                    }
                    reducer.add(
                        Int32(span.lowerBound), Int32(span.upperBound), code: Int32(rule.code),
                        indicator: Int32(rule.indicator))
                }
            }
        }
    }

    private mutating func chosenIndicators(_ language: String?, _ matcher: Matcher) -> [Bool] {
        if let known = chosen[language] { return known }
        // Bounds the memory for a document with many languages.
        if chosen.count == 64 { chosen = [:] }
        let indicators = matcher.indicators(for: language)
        chosen[language] = indicators
        return indicators
    }
}
