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
        var articles = 0
        /// The number of hits (pieces of evidence), added up.
        var hits = 0
        /// The number of passages coded with the code itself.
        var own = 0

        static func += (sum: inout Count, more: Count) {
            sum.passages += more.passages
            sum.articles += more.articles
            sum.hits += more.hits
            sum.own += more.own
        }
    }

    /// The number of documents, including those without passages of the coded kinds.
    private(set) var articles = 0
    /// The number of passages of the coded kinds.
    private(set) var passages = 0
    /// The number of words in those passages.
    private(set) var words = 0
    /// The codes that occur, ascending; `counts` has their counts in the same order.
    private var codes: [Int] = []
    private var counts: [Count] = []

    init() {}

    mutating func add(_ document: DocumentTally) {
        articles += 1
        passages += document.passages
        words += document.words
        var place = 0
        for code in document.codes { add(document[code], of: code, from: &place) }
    }

    mutating func merge(_ other: Tally) {
        articles += other.articles
        passages += other.passages
        words += other.words
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
        let at = codes.firstIndexOfSorted { $0 >= code }
        return at < codes.count && codes[at] == code ? counts[at] : Count()
    }
}
