import Model

/// What has been counted of each code in some passages, with what it is a share of.
///
/// Sparse: only codes that were found take memory.
struct Tally: Sendable {
    /// How often one code was found, its descendants included except in `own`.
    struct Count: Sendable {
        /// Passages coded with it or a descendant, each once.
        var passages = 0
        /// Articles with such a passage, each once.
        var articles = 0
        /// Pieces of evidence, added up.
        var hits = 0
        /// Passages coded with the code itself.
        var own = 0

        static func += (sum: inout Count, more: Count) {
            sum.passages += more.passages
            sum.articles += more.articles
            sum.hits += more.hits
            sum.own += more.own
        }
    }

    /// Documents counted, also those without any passage.
    private(set) var articles = 0
    /// Passages of the coded kinds.
    private(set) var passages = 0
    /// Words of those passages.
    private(set) var words = 0
    /// The codes that were found, ascending, and their counts.
    private var codes: [Int] = []
    private var counts: [Count] = []

    init() {}

    mutating func add(_ document: DocumentTally) {
        articles += 1
        passages += document.passages
        words += document.words
        for code in document.codes { add(document[code], of: code) }
    }

    mutating func merge(_ other: Tally) {
        articles += other.articles
        passages += other.passages
        words += other.words
        for (code, count) in zip(other.codes, other.counts) { add(count, of: code) }
    }

    private mutating func add(_ count: Count, of code: Int) {
        let at = codes.firstIndexOfSorted { $0 >= code }
        if at < codes.count, codes[at] == code {
            counts[at] += count
        } else {
            codes.insert(code, at: at)
            counts.insert(count, at: at)
        }
    }

    /// The count of a code, all zero where it was not found.
    subscript(code: Int) -> Count {
        let at = codes.firstIndexOfSorted { $0 >= code }
        return at < codes.count && codes[at] == code ? counts[at] : Count()
    }
}
