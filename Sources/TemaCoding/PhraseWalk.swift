import TemaModel

/// The text between two words.
private struct TextGap {
    private let isSpace: Bool
    private let scalars: [Unicode.Scalar]
    /// Whether words that an indicator separates by white space only may be separated by this text.
    let isPlain: Bool

    init(_ text: RawSpan, _ part: Range<Int>) {
        isSpace = part.count == 1 && text.byte(part.lowerBound) == UInt8(ascii: " ")
        scalars = isSpace ? [] : TemaCoding.scalars(of: text, part)
        isPlain = isSpace || PhraseGap.plain.fits(scalars)
    }

    /// Returns whether the text fits a gap of an indicator; nil is one of white space only.
    func fits(_ gap: PhraseGap?) -> Bool {
        guard let gap else { return isPlain }
        if isPlain, !gap.isRequired { return true }
        return !isSpace && gap.fits(scalars)
    }
}

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk: ~Copyable {
    /// A phrase that has ended, or whose first two or more words have been matched.
    struct Thread: BitwiseCopyable {
        /// The number of the phrase if it has ended, otherwise the node of the trie that it has reached.
        var number: Int32
        var firstWord: Int32
        var start: Int32
    }

    /// The phrases of several words that end with the last word, and phrases that consist of `*` alone.
    private(set) var found = ScratchBuffer<Thread>()
    /// The phrases whose first two or more words have been matched. Phrases that begin with the last word are not
    /// included; they are looked up when the next word continues them.
    private var threads = ScratchBuffer<Thread>()
    private var next = ScratchBuffer<Thread>()
    /// The bits of the patterns that may follow the last word (``PhraseTrie/Node/next``). Most words match none of
    /// them, which ends all phrases at once.
    private var awaited: UInt64 = 0
    /// The last word of the previous part of the passage.
    private var last: WordFinder.Word?

    /// Begins a passage.
    mutating func begin() {
        threads.removeAll()
        awaited = 0
        last = nil
    }

    /// Advances by one word and sets ``found``.
    ///
    /// Only words that have a meaning need to be passed, or all words if ``PhraseTrie/hasAnyWord``.
    ///
    /// - Parameter at: The index of the word in `words`, the words of the current part.
    @inline(__always)
    mutating func step(
        _ cursor: Int, _ words: borrowing ScratchBuffer<WordFinder.Word>, text: RawSpan, cache: borrowing WordCache,
        trie: PhraseTrie
    ) {
        found.removeAll()
        if awaited & words[cursor].inner != 0 || trie.hasAnyWord {
            goOn(
                words[cursor], after: cursor > 0 ? words[cursor &- 1] : last, text: text, cache: cache, trie: trie)
        } else {
            threads.removeAll()
            awaited = 0
        }
        awaited |= words[cursor].next
    }

    /// Ends a part of a passage: keeps its last word and the phrases that begin with it, because the cache that
    /// resolves its number may be cleared.
    mutating func endPart(_ words: borrowing ScratchBuffer<WordFinder.Word>, _ cache: borrowing WordCache) {
        guard !words.isEmpty else { return }
        var word = words[words.count - 1]
        for begin in cache[word.known].begins {
            threads.append(Thread(number: cache.meanings.number(begin), firstWord: word.number, start: word.start))
        }
        word.known = 0
        last = word
    }

    @inline(never)
    private mutating func goOn(
        _ word: WordFinder.Word, after last: WordFinder.Word?, text: RawSpan, cache: borrowing WordCache,
        trie: PhraseTrie
    ) {
        let isAwaited = awaited & word.inner != 0
        awaited = 0
        if isAwaited, let last, last.number == word.number &- 1 {
            let gap = TextGap(text, Int(last.end)..<Int(word.start))
            for cursor in 0..<threads.count { follow(threads[cursor], word, over: gap, cache: cache, trie: trie) }
            for begin in cache[last.known].begins {
                let thread = Thread(number: cache.meanings.number(begin), firstWord: last.number, start: last.start)
                follow(thread, word, over: gap, cache: cache, trie: trie)
            }
        }
        let any = trie.nodes[0].afterAnyWord
        if any >= 0 { enter(any, firstWord: word.number, start: word.start, trie: trie) }
        swap(&threads, &next)
        next.removeAll()
    }

    @inline(__always)
    private mutating func follow(
        _ thread: Thread, _ word: WordFinder.Word, over gap: TextGap, cache: borrowing WordCache, trie: PhraseTrie
    ) {
        let node = trie.nodes[Int(thread.number)]
        guard node.next & word.inner != 0 else { return }
        for cursor in cache[word.known].steps {
            let step = cache.meanings.number(cursor)
            guard node.next & PhraseTrie.bit(of: step) != 0 else { continue }
            let child = trie.node(after: thread.number, step)
            guard child >= 0, gap.fits(trie.gap(of: step)) else { continue }
            enter(child, firstWord: thread.firstWord, start: thread.start, trie: trie)
        }
        if node.afterAnyWord >= 0, gap.isPlain {
            enter(node.afterAnyWord, firstWord: thread.firstWord, start: thread.start, trie: trie)
        }
    }

    @inline(__always)
    private mutating func enter(_ place: Int32, firstWord: Int32, start: Int32, trie: PhraseTrie) {
        let node = trie.nodes[Int(place)]
        var phrase = node.phrase
        while phrase >= 0 {
            found.append(Thread(number: phrase, firstWord: firstWord, start: start))
            phrase = trie.sibling(of: phrase)
        }
        guard node.hasContinuation else { return }
        next.append(Thread(number: place, firstWord: firstWord, start: start))
        awaited |= node.next
    }
}

/// The occurrences of a codebook's phrases in one passage.
struct PhraseHits {
    struct Hit {
        var phrase: Int
        /// The numbers of its first and last word in the passage, from 0.
        var first: Int
        var last: Int
        /// UTF-8 offsets of the document's text.
        var span: Range<Int>
    }

    /// All occurrences; sorted by phrase, then by position, after ``sort()``.
    private(set) var all: [Hit] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func removeAll() { all.removeAll(keepingCapacity: true) }

    /// Adds an occurrence of a phrase.
    ///
    /// - Parameters:
    ///   - first: The number of its first word.
    ///   - start: The UTF-8 offset of its first word.
    ///   - last: Its last word.
    mutating func append(_ phrase: Int, from first: Int32, start: Int32, to last: WordFinder.Word) {
        all.append(Hit(phrase: phrase, first: Int(first), last: Int(last.number), span: Int(start)..<Int(last.end)))
    }

    mutating func sort() {
        all.sort { ($0.phrase, $0.first) < ($1.phrase, $1.first) }
    }

    /// The occurrences of one phrase, in order.
    subscript(phrase: Int) -> ArraySlice<Hit> {
        let start = all.firstIndexOfSorted { $0.phrase >= phrase }
        let end = all.firstIndexOfSorted { $0.phrase > phrase }
        return all[start..<end]
    }

    /// The distinct phrases that occur, in ascending order.
    var phrases: [Int] {
        var phrases: [Int] = []
        for hit in all where phrases.last != hit.phrase { phrases.append(hit.phrase) }
        return phrases
    }
}
