import TemaModel

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk: ~Copyable {
    /// A phrase that has ended, or one of more words than have been met.
    struct Thread: BitwiseCopyable {
        /// The phrase's number, or the node of the trie that it has come to.
        var number: Int32
        var firstWord: Int32
        var start: Int32
    }

    /// The phrases of several words that end with the last word.
    private(set) var found = ScratchBuffer<Thread>()
    /// Those of which two words or more have been met. What begins with the last word is looked up where it goes on.
    private var threads = ScratchBuffer<Thread>()
    private var next = ScratchBuffer<Thread>()
    /// What may stand behind the last word, as ``PhraseTrie/Node/next``; most words are known by it to end all phrases.
    private var awaited: UInt64 = 0
    /// The last word of the part before this one.
    private var last: WordFinder.Word?

    /// Begins a passage.
    mutating func begin() {
        threads.removeAll()
        awaited = 0
        last = nil
    }

    /// Takes the next word that has a meaning, or any where ``PhraseTrie/hasAnyWord``, by its place among those of the part.
    /// ``found`` are then the phrases of several words that end with it, and those of any one word.
    @inline(__always)
    mutating func step(
        _ at: Int, _ words: borrowing ScratchBuffer<WordFinder.Word>, text: RawSpan, scanner: inout WordScanner,
        cache: borrowing WordCache, trie: PhraseTrie
    ) {
        found.removeAll()
        if awaited & words[at].inner != 0 || trie.hasAnyWord {
            goOn(
                words[at], behind: at > 0 ? words[at &- 1] : last, text: text, scanner: &scanner, cache: cache,
                trie: trie)
        } else {
            threads.removeAll()
            awaited = 0
        }
        awaited |= words[at].next
    }

    /// Ends a part of a passage: notes its last word, and what begins with it, since its number may soon mean nothing.
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
        _ word: WordFinder.Word, behind last: WordFinder.Word?, text: RawSpan, scanner: inout WordScanner,
        cache: borrowing WordCache, trie: PhraseTrie
    ) {
        let isAwaited = awaited & word.inner != 0
        awaited = 0
        if isAwaited, let last, last.number == word.number &- 1,
            scanner.mayPartPhrase(text, Int(last.end)..<Int(word.start))
        {
            for at in 0..<threads.count { follow(threads[at], word, cache: cache, trie: trie) }
            for begin in cache[last.known].begins {
                let thread = Thread(number: cache.meanings.number(begin), firstWord: last.number, start: last.start)
                follow(thread, word, cache: cache, trie: trie)
            }
        }
        let any = trie.nodes[0].afterAnyWord
        if any >= 0 { enter(any, firstWord: word.number, start: word.start, trie: trie) }
        swap(&threads, &next)
        next.removeAll()
    }

    @inline(__always)
    private mutating func follow(
        _ thread: Thread, _ word: WordFinder.Word, cache: borrowing WordCache, trie: PhraseTrie
    ) {
        let node = trie.nodes[Int(thread.number)]
        guard node.next & word.inner != 0 else { return }
        for at in cache[word.known].patterns {
            let pattern = cache.meanings.number(at)
            guard node.next & PhraseTrie.bit(of: pattern) != 0 else { continue }
            let child = trie.node(after: thread.number, pattern)
            if child >= 0 { enter(child, firstWord: thread.firstWord, start: thread.start, trie: trie) }
        }
        if node.afterAnyWord >= 0 {
            enter(node.afterAnyWord, firstWord: thread.firstWord, start: thread.start, trie: trie)
        }
    }

    @inline(__always)
    private mutating func enter(_ place: Int32, firstWord: Int32, start: Int32, trie: PhraseTrie) {
        let node = trie.nodes[Int(place)]
        if node.phrase >= 0 { found.append(Thread(number: node.phrase, firstWord: firstWord, start: start)) }
        guard node.goesOn else { return }
        next.append(Thread(number: place, firstWord: firstWord, start: start))
        awaited |= node.next
    }
}
