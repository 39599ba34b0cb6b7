import TemaModel

/// Where the phrases of a codebook stand in one passage.
struct PhraseHits {
    struct Hit {
        var phrase: Int
        /// Numbers of its first and last word among the passage's, from 0.
        var first: Int
        var last: Int
        /// In UTF-8 offsets of the document's text.
        var span: Range<Int>
    }

    /// Sorted by phrase, then by place, once ``sort()`` has been called.
    private(set) var all: [Hit] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func removeAll() { all.removeAll(keepingCapacity: true) }

    /// Takes a phrase, from the number and the start of its first word on.
    mutating func append(_ phrase: Int, from first: Int32, start: Int32, to last: WordFinder.Word) {
        all.append(Hit(phrase: phrase, first: Int(first), last: Int(last.number), span: Int(start)..<Int(last.end)))
    }

    mutating func sort() {
        all.sort { ($0.phrase, $0.first) < ($1.phrase, $1.first) }
    }

    /// The places of one phrase, in order.
    subscript(phrase: Int) -> ArraySlice<Hit> {
        let start = all.firstIndexOfSorted { $0.phrase >= phrase }
        let end = all.firstIndexOfSorted { $0.phrase > phrase }
        return all[start..<end]
    }

    /// The distinct phrases that were hit, ascending.
    var phrases: [Int] {
        var phrases: [Int] = []
        for hit in all where phrases.last != hit.phrase { phrases.append(hit.phrase) }
        return phrases
    }
}
