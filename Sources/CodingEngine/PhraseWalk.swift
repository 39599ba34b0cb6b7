import Model

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk: ~Copyable {
    /// A phrase begun and not ended: where it is in the trie, where it began in the passage.
    struct Thread: BitwiseCopyable {
        var node: Int32
        var firstWord: Int32
        var start: Int32
        /// What leads on from the node, as ``PhraseTrie/Node/next``.
        var next: UInt64
    }

    /// Threads that wait, and those that will.
    private var threads = Pile<Thread>()
    private var next = Pile<Thread>()
    private var last = WordFinder.Word(start: 0, end: 0, number: -1, meaning: 0, matches: 0)

    mutating func begin() {
        threads.removeAll()
        last.number = -1
    }

    /// Takes the next word that has a meaning, and tells of the longer phrases that end with it.
    ///
    /// - Parameters:
    ///   - mayPart: Whether phrases go on over the bytes between two words. It is asked where it matters.
    ///   - found: Told a phrase's number, the number of its first word and where it starts.
    @inline(__always)
    mutating func step(
        _ word: WordFinder.Word, _ meanings: borrowing WordMeanings, _ trie: PhraseTrie,
        mayPart: (Range<Int>) -> Bool, found: (Int, Int32, Int32) -> Void
    ) {
        let meaning = meanings[Int(word.meaning), word.matches]
        if !threads.isEmpty, last.number == word.number &- 1 {
            goOn(word, meaning, meanings, trie, mayPart, found)
        }
        for at in stride(from: meaning.begins.lowerBound, to: meaning.begins.upperBound, by: 3) {
            next.append(
                Thread(
                    node: meanings.number(at), firstWord: word.number, start: word.start,
                    next: meanings.bits(at &+ 1)))
        }
        let any = trie.nodes[0].afterAnyWord
        if any >= 0 { enter(any, word.number, word.start, trie, found) }
        swap(&threads, &next)
        next.removeAll()
        last = word
    }

    @inline(__always)
    private mutating func goOn(
        _ word: WordFinder.Word, _ meaning: WordMeanings.Meaning, _ meanings: borrowing WordMeanings,
        _ trie: PhraseTrie, _ mayPart: (Range<Int>) -> Bool, _ found: (Int, Int32, Int32) -> Void
    ) {
        var isAsked = false
        for at in 0..<threads.count where threads[at].next & meaning.innerBits != 0 {
            if !isAsked {
                guard mayPart(Int(last.end)..<Int(word.start)) else { return }
                isAsked = true
            }
            let thread = threads[at]
            for at in meaning.inner {
                let pattern = meanings.number(at)
                guard thread.next & PhraseTrie.bit(of: pattern) != 0 else { continue }
                let child = trie.node(after: thread.node, pattern)
                if child >= 0 { enter(child, thread.firstWord, thread.start, trie, found) }
            }
            let any = trie.nodes[Int(thread.node)].afterAnyWord
            if any >= 0 { enter(any, thread.firstWord, thread.start, trie, found) }
        }
    }

    @inline(__always)
    private mutating func enter(
        _ place: Int32, _ firstWord: Int32, _ start: Int32, _ trie: PhraseTrie, _ found: (Int, Int32, Int32) -> Void
    ) {
        let node = trie.nodes[Int(place)]
        if node.phrase >= 0 { found(Int(node.phrase), firstWord, start) }
        if node.goesOn { next.append(Thread(node: place, firstWord: firstWord, start: start, next: node.next)) }
    }
}
