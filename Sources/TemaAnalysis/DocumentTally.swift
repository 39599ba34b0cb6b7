import TemaModel

/// Counts the codes of one document at a time, in flat arrays that are reused for the next document.
struct DocumentTally: Sendable {
    /// The number of included passages of the document.
    private(set) var passages = 0
    /// The number of words in the included passages.
    private(set) var words = 0
    /// The numbers of the codes found in the document, ascending.
    private(set) var codes: [Int] = []
    /// The codes found in the document, one bit each.
    private var found: [UInt64]

    fileprivate struct Entry {
        var count = Tally.Count()
        /// The number of the last passage in which the code was found, counted over all documents.
        var lastPassage = 0
    }

    private var entries: [Entry]
    private var passageNumber = 0
    /// The parent of each code, or -1.
    private let parents: [Int]

    init(_ list: CodeList) {
        parents = list.entries.map { $0.parent ?? -1 }
        entries = Array(repeating: Entry(), count: list.count)
        found = Array(repeating: 0, count: (list.count + 63) / 64)
    }

    /// The counts of a code.
    subscript(code: Int) -> Tally.Count { entries[code].count }

    /// Replaces the counts with those of a document's passages for which `including` returns `true`.
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
    ///
    /// - Returns: The codes found for the first time in the document.
    private mutating func add(_ codings: ArraySlice<Coding>) -> [Int] {
        var new: [Int] = []
        let (passage, parents) = (passageNumber, parents)
        // Hoisted: `Array` checks for unique ownership on every mutation.
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
    ///
    /// - Returns: Whether they are the first in the document.
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
