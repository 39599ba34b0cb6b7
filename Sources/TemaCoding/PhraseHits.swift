import TemaModel

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
