import Model

/// Follows all phrases of a codebook through one passage, word by word.
struct PhraseWalk {
    /// A phrase begun and not ended: where it is in the trie, where it began in the passage.
    private struct Thread {
        var node: Int32
        var firstWord: Int
        var start: Int
    }

    private var threads: [Thread] = []
    private var next: [Thread] = []
    private var lastWord = -1
    private var lastEnd = 0
    var hits = PhraseHits()

    /// Whether a phrase waits for its next word.
    var isUnderWay: Bool { !threads.isEmpty }

    mutating func begin() {
        threads.removeAll(keepingCapacity: true)
        hits.removeAll()
        lastWord = -1
    }

    /// Takes one word that `patterns` match; words that match none may be left out while no phrase is under way.
    mutating func step(
        _ patterns: [Int32], _ scanner: borrowing WordScanner, _ passage: Span<UInt8>, offset: Int, word: Int,
        _ trie: PhraseTrie
    ) {
        next.removeAll(keepingCapacity: true)
        let end = offset + scanner.end
        func enter(_ node: Int32, from thread: Thread) {
            if trie.phrase[Int(node)] >= 0 {
                hits.append(
                    PhraseHits.Hit(
                        phrase: Int(trie.phrase[Int(node)]), first: thread.firstWord, last: word,
                        span: thread.start..<end))
            }
            guard trie.goesOn[Int(node)] else { return }
            next.append(Thread(node: node, firstWord: thread.firstWord, start: thread.start))
        }
        func goOn(_ thread: Thread) {
            for pattern in patterns {
                if let node = trie.node(after: thread.node, pattern) { enter(node, from: thread) }
            }
            let any = trie.afterAnyWord[Int(thread.node)]
            if any >= 0 { enter(any, from: thread) }
        }
        if !threads.isEmpty, lastWord == word - 1, scanner.mayPartPhrase(passage, lastEnd..<scanner.start) {
            for thread in threads { goOn(thread) }
        }
        goOn(Thread(node: 0, firstWord: word, start: offset + scanner.start))
        swap(&threads, &next)
        lastWord = word
        lastEnd = scanner.end
    }
}
