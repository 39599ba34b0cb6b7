import TemaModel

/// Counts the codes of one document after the other, in flat arrays that are used again.
struct DocumentTally: Sendable {
    /// Passages of the document that were included, and their words.
    private(set) var passages = 0
    private(set) var words = 0
    /// The codes that were found, ascending.
    private(set) var codes: [Int] = []
    /// The same, a bit each.
    private var found: [UInt64]

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
        found = Array(repeating: 0, count: (list.count + 63) / 64)
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
            for code in add(codings) { found[code >> 6] |= 1 << UInt64(code & 63) }
        }
        for word in found.indices {
            while found[word] != 0 {
                codes.append(64 * word + found[word].trailingZeroBitCount)
                found[word] &= found[word] - 1
            }
        }
    }

    /// Counts the codings of one passage.
    /// - Returns: The codes that are new in the document.
    private mutating func add(_ codings: ArraySlice<Coding>) -> [Int] {
        var new: [Int] = []
        let (passage, parents) = (passageNumber, parents)
        // Held once: an array asks at each write whether it is alone.
        var entries = entries.mutableSpan
        for coding in codings {
            var code = coding.code
            entries[code].count.own += 1
            while code >= 0 {
                if entries[code].add(coding.evidence.count, passage: passage) { new.append(code) }
                code = parents[code]
            }
        }
        return new
    }
}

extension DocumentTally.Entry {
    /// Counts hits in a passage.
    /// - Returns: Whether they are the document's first.
    @inline(__always)
    fileprivate mutating func add(_ hits: Int, passage: Int) -> Bool {
        let isFirst = count.articles == 0
        count.hits += hits
        count.passages += lastPassage != passage ? 1 : 0
        count.articles = 1
        lastPassage = passage
        return isFirst
    }
}
