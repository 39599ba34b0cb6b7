import Model

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk: ~Copyable {
    /// A phrase begun and not ended: where it is in the trie, where it began in the passage.
    struct Thread: BitwiseCopyable {
        var node: Int32
        var firstWord: Int32
        var start: Int32
    }

    /// Threads that wait, and those that will.
    private var threads = Pile<Thread>()
    private var next = Pile<Thread>()
    private var last = WordFinder.Word(start: 0, end: 0, number: -1, meaning: 0)

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
        let meaning = meanings[Int(word.meaning)]
        if !threads.isEmpty, last.number == word.number - 1 {
            goOn(word, meaning, meanings, trie, mayPart, found)
        }
        for at in meaning.beginsRange {
            next.append(Thread(node: meanings.number(at), firstWord: word.number, start: word.start))
        }
        let any = trie.nodes[0].afterAnyWord
        if any >= 0 { enter(any, Thread(node: 0, firstWord: word.number, start: word.start), trie, found) }
        swap(&threads, &next)
        next.removeAll()
        last = word
    }

    @inline(__always)
    private mutating func goOn(
        _ word: WordFinder.Word, _ meaning: WordMeaning, _ meanings: borrowing WordMeanings, _ trie: PhraseTrie,
        _ mayPart: (Range<Int>) -> Bool, _ found: (Int, Int32, Int32) -> Void
    ) {
        var isAsked = false
        for at in 0..<threads.count {
            let thread = threads[at]
            let node = trie.nodes[Int(thread.node)]
            guard node.next & meaning.innerBits != 0 || node.afterAnyWord >= 0 else { continue }
            if !isAsked {
                guard mayPart(Int(last.end)..<Int(word.start)) else { return }
                isAsked = true
            }
            for at in meaning.innerRange {
                let pattern = meanings.number(at)
                guard node.next & PhraseTrie.bit(of: pattern) != 0 else { continue }
                let child = trie.node(after: thread.node, pattern)
                if child >= 0 { enter(child, thread, trie, found) }
            }
            if node.afterAnyWord >= 0 { enter(node.afterAnyWord, thread, trie, found) }
        }
    }

    @inline(__always)
    private mutating func enter(
        _ place: Int32, _ thread: Thread, _ trie: PhraseTrie, _ found: (Int, Int32, Int32) -> Void
    ) {
        let node = trie.nodes[Int(place)]
        if node.phrase >= 0 { found(Int(node.phrase), thread.firstWord, thread.start) }
        if node.goesOn {
            next.append(Thread(node: place, firstWord: thread.firstWord, start: thread.start))
        }
    }
}
