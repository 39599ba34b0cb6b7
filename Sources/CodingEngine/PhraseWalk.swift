import Model

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk {
    /// A phrase begun and not ended: where it is in the trie, where it began in the passage.
    private struct Thread {
        var node: Int32
        var firstWord: Int
        var start: Int
    }

    /// Threads that wait, and those that will; the first so many of each array.
    private var threads: [Thread] = []
    private var next: [Thread] = []
    private var threadCount = 0
    private var nextCount = 0
    private var lastWord = -1
    private var lastEnd = 0
    var hits = PhraseHits()

    mutating func begin() {
        threadCount = 0
        hits.removeAll()
        lastWord = -1
    }

    /// Gives up the phrases under way: a word came that none of them goes on with.
    mutating func drop() { threadCount = 0 }

    /// Where the words of the phrases under way end, if the next word is number `word`; nothing where none can go on.
    func end(before word: Int) -> Int? { threadCount > 0 && lastWord == word - 1 ? lastEnd : nil }

    /// Takes the word at a span, which `patterns` match; words that match none may be left out while no phrase is under
    /// way, or are told by ``drop()`` where none has a word that every word matches.
    ///
    /// - Parameter goesOn: Whether the phrases under way may go on with it.
    mutating func step(
        _ patterns: ArraySlice<Int32>, _ span: Range<Int>, word: Int, goesOn: Bool, _ trie: PhraseTrie
    ) {
        nextCount = 0
        if goesOn {
            for at in 0..<threadCount { goOn(threads[at], patterns, word, span.upperBound, trie) }
        }
        goOn(Thread(node: 0, firstWord: word, start: span.lowerBound), patterns, word, span.upperBound, trie)
        swap(&threads, &next)
        threadCount = nextCount
        lastWord = word
        lastEnd = span.upperBound
    }

    @inline(__always)
    private mutating func goOn(
        _ thread: Thread, _ patterns: ArraySlice<Int32>, _ word: Int, _ end: Int, _ trie: PhraseTrie
    ) {
        for pattern in patterns {
            let node = trie.node(after: thread.node, pattern)
            if node >= 0 { enter(node, thread, word, end, trie) }
        }
        let any = trie.nodes[Int(thread.node)].afterAnyWord
        if any >= 0 { enter(any, thread, word, end, trie) }
    }

    @inline(__always)
    private mutating func enter(_ node: Int32, _ thread: Thread, _ word: Int, _ end: Int, _ trie: PhraseTrie) {
        let (place, node) = (node, trie.nodes[Int(node)])
        if node.phrase >= 0 {
            hits.append(
                PhraseHits.Hit(phrase: Int(node.phrase), first: thread.firstWord, last: word, span: thread.start..<end))
        }
        if node.goesOn {
            let longer = Thread(node: place, firstWord: thread.firstWord, start: thread.start)
            if nextCount < next.count { next[nextCount] = longer } else { next.append(longer) }
            nextCount += 1
        }
    }
}
