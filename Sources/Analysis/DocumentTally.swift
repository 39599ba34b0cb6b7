import Model

/// Counts the codes of one document after the other, in flat arrays that are used again.
struct DocumentTally: Sendable {
    /// Passages of the document that were included, and their words.
    private(set) var passages = 0
    private(set) var words = 0
    /// The codes that were found, in no order that means anything.
    private(set) var codes: [Int] = []

    fileprivate struct Entry {
        var count = Tally.Count()
        /// The number of the last passage in which the code was found, counted over all documents.
        var lastPassage = 0
    }

    private var entries: [Entry]
    private var passageNumber = 0
    /// For each code, the one above it, or -1.
    private let parents: [Int]

    init(_ list: CodeList) {
        parents = list.entries.map { $0.parent ?? -1 }
        entries = Array(repeating: Entry(), count: list.count)
    }

    /// What was counted of a code.
    subscript(code: Int) -> Tally.Count { entries[code].count }

    /// Counts those passages of a document that are included; what was counted before is forgotten.
    mutating func count(_ coded: CodedDocument, including: (CodedPassage) -> Bool = { _ in true }) {
        for code in codes { entries[code].count = Tally.Count() }
        codes.removeAll(keepingCapacity: true)
        (passages, words) = (0, 0)
        coded.forEachPassage { passage, codings in
            guard including(passage) else { return }
            passages += 1
            words += passage.words
            passageNumber += 1
            for coding in codings { add(coding) }
        }
    }

    private mutating func add(_ coding: Coding) {
        let hits = coding.evidence.count
        var code = coding.code
        entries[code].count.own += 1
        while code >= 0 {
            if entries[code].add(hits, passageNumber) { codes.append(code) }
            code = parents[code]
        }
    }
}

extension DocumentTally.Entry {
    /// Counts hits in a passage.
    /// - Returns: Whether they are the article's first.
    @inline(__always)
    fileprivate mutating func add(_ hits: Int, _ passage: Int) -> Bool {
        count.hits += hits
        guard lastPassage != passage else { return false }
        lastPassage = passage
        count.passages += 1
        guard count.articles == 0 else { return false }
        count.articles = 1
        return true
    }
}
