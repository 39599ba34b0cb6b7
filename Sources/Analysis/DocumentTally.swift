import Model

/// Counts the codes of one document after the other, in flat arrays that are used again.
struct DocumentTally: Sendable {
    /// Passages of the document that were included, and their words.
    private(set) var passages = 0
    private(set) var words = 0
    /// The codes that were found, in no order that means anything.
    private(set) var codes: [Int] = []

    private var counts: [Tally.Count]
    /// For each code, the number of the last passage in which it was found, counted over all documents.
    private var lastPassage: [Int]
    private var passageNumber = 0
    /// For each code, the one above it, or -1.
    private let parents: [Int]

    init(_ list: CodeList) {
        parents = list.entries.map { $0.parent ?? -1 }
        counts = Array(repeating: Tally.Count(), count: list.count)
        lastPassage = Array(repeating: 0, count: list.count)
    }

    /// What was counted of a code.
    subscript(code: Int) -> Tally.Count { counts[code] }

    /// Counts those passages of a document that are included; what was counted before is forgotten.
    mutating func count(_ coded: CodedDocument, including: (CodedPassage) -> Bool = { _ in true }) {
        for code in codes { counts[code] = Tally.Count() }
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
        counts[coding.code].own += 1
        var code = coding.code
        while code >= 0 {
            let isNew = lastPassage[code] != passageNumber
            lastPassage[code] = passageNumber
            if counts[code].add(hits, isNewPassage: isNew) { codes.append(code) }
            code = parents[code]
        }
    }
}

extension Tally.Count {
    /// Counts hits of one passage.
    /// - Returns: Whether they are the article's first.
    fileprivate mutating func add(_ more: Int, isNewPassage: Bool) -> Bool {
        hits += more
        guard isNewPassage else { return false }
        passages += 1
        guard articles == 0 else { return false }
        articles = 1
        return true
    }
}
