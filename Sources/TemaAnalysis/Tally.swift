import TemaModel

/// The counts of each code in a set of passages, with their denominators.
///
/// Only codes that occur are stored.
struct Tally: Sendable {
    /// The counts of one code. All but `own` include its descendants.
    struct Count: Sendable {
        /// The number of passages coded with the code or a descendant, each counted once.
        var passages = 0
        /// The number of documents with such a passage, each counted once.
        var documents = 0
        /// The number of hits (pieces of evidence), added up.
        var hits = 0
        /// The number of passages coded with the code itself.
        var own = 0
        /// The number of segments, added up: a span coded by hand is one, however many passages it covers, and so is a
        /// passage coded automatically.
        var segments = 0

        static func += (sum: inout Count, more: Count) {
            sum.passages += more.passages
            sum.documents += more.documents
            sum.hits += more.hits
            sum.own += more.own
            sum.segments += more.segments
        }
    }

    /// The number of documents, including those without passages of the coded kinds.
    private(set) var documents = 0
    /// The number of passages of the coded kinds.
    private(set) var passages = 0
    /// The number of words in those passages.
    private(set) var words = 0
    /// Whether a coding was made by hand.
    private(set) var hasHandCodings = false
    /// The codes that occur, ascending; `counts` has their counts in the same order.
    private var codes: [Int] = []
    private var counts: [Count] = []

    init() {}

    mutating func add(_ document: DocumentTally) {
        documents += 1
        passages += document.passages
        words += document.words
        hasHandCodings = hasHandCodings || document.hasHandCodings
        var place = 0
        for code in document.codes { add(document[code], of: code, from: &place) }
    }

    mutating func merge(_ other: Tally) {
        documents += other.documents
        passages += other.passages
        words += other.words
        hasHandCodings = hasHandCodings || other.hasHandCodings
        var place = 0
        for (code, count) in zip(other.codes, other.counts) { add(count, of: code, from: &place) }
    }

    /// Adds the count of a code whose position is `place` or later, and sets `place` to the position after it.
    ///
    /// Codes are added in ascending order, so nearly all are found at `place` without a search.
    private mutating func add(_ count: Count, of code: Int, from place: inout Int) {
        if place == codes.count || codes[place] != code {
            place = codes[place...].firstIndexOfSorted { $0 >= code }
        }
        if place < codes.count, codes[place] == code {
            counts[place] += count
        } else {
            codes.insert(code, at: place)
            counts.insert(count, at: place)
        }
        place += 1
    }

    /// The counts of a code; all 0 if it does not occur.
    subscript(code: Int) -> Count {
        let index = codes.firstIndexOfSorted { $0 >= code }
        return index < codes.count && codes[index] == code ? counts[index] : Count()
    }
}

/// Counts the codes of one document at a time, in flat arrays that are reused for the next document.
struct DocumentTally: Sendable {
    /// The number of included passages of the document.
    private(set) var passages = 0
    /// The number of words in the included passages.
    private(set) var words = 0
    /// Whether a coding of the document was made by hand.
    private(set) var hasHandCodings = false
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
        // Decided once for the document: dense codebooks have more evidence than texts have words.
        hasHandCodings = coded.evidence.contains { $0.isByHand }
        coded.forEachPassage { passage, codings in
            guard including(passage) else { return }
            passages += 1
            words += passage.words
            passageNumber += 1
            for code in add(codings, of: coded) {
                found[code >> 6] |= 1 << UInt64(code & 63)
            }
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
    private mutating func add(_ codings: ArraySlice<Coding>, of coded: CodedDocument) -> [Int] {
        var new: [Int] = []
        let (passage, parents, hasHandCodings) = (passageNumber, parents, hasHandCodings)
        // Hoisted: `Array` checks for unique ownership on every mutation.
        var entries = entries.mutableSpan
        let evidence = coded.evidence.span
        for coding in codings {
            var code = coding.code
            let segments = hasHandCodings ? coding.segments(evidence) : 1
            entries[code].count.own += 1
            while code >= 0 {
                if entries[code].add(coding.evidence.count, segments: segments, passage: passage) { new.append(code) }
                code = parents[code]
            }
        }
        return new
    }
}

extension DocumentTally.Entry {
    /// Counts hits and segments in a passage.
    ///
    /// - Returns: Whether they are the first in the document.
    @inline(__always)
    fileprivate mutating func add(_ hits: Int, segments: Int, passage: Int) -> Bool {
        let isFirst = count.documents == 0
        count.hits += hits
        count.segments += segments
        count.passages += lastPassage != passage ? 1 : 0
        count.documents = 1
        lastPassage = passage
        return isFirst
    }
}

/// The rows of a table with one or more rows per code, in code order, and the columns that identify the code.
struct CodeRows {
    static let columns = [
        Table.Column("code", "code", for: .programs), Table.Column("name", "code", rank: .name),
        // In output for people, the indentation shows the level; without this column there is space for a bar.
        Table.Column("level", "level", for: .programs),
    ]

    private let codes: CodeList
    private let level: Int?

    /// Creates rows for all codes, indented by depth, or for the codes of one level, not indented.
    init(_ codes: CodeList, level: Int?) {
        self.codes = codes
        self.level = level
    }

    /// A note that explains empty shares, if `rows` have any in their columns after `first`.
    static func notes(on rows: [Table.Row], first: Int = columns.count, last: Int = .max) -> [Phrase] {
        rows.contains { row in row.cells.indices.contains { first <= $0 && $0 <= last && row.cells[$0] == .empty } }
            ? [Phrase("Empty cells: the share is undefined because its denominator is 0.")] : []
    }

    /// Returns one row per code; `cells` returns the cells after the code's columns.
    func rows(_ cells: (Int) -> [Table.Cell]) -> [Table.Row] { manyRows { [cells($0)] } }

    /// Returns several rows per code; `cells` returns the cells of each row after the code's columns.
    func manyRows(_ cells: (Int) -> [[Table.Cell]]) -> [Table.Row] {
        codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }.flatMap { code in
            let entry = codes.entries[code]
            return cells(code).map {
                Table.Row(
                    [.text(entry.path), .text(entry.name), .text(codes.level(of: code))] + $0,
                    depth: entry.depth - (level ?? 1))
            }
        }
    }
}
