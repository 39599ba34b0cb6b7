import TemaModel

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

    /// Adds to a code that stands at a place or behind it, and goes on to the next place. Where codes come in order, nearly
    /// all stand where they are looked for first.
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

    /// The count of a code, all zero where it was not found.
    subscript(code: Int) -> Count {
        let at = codes.firstIndexOfSorted { $0 >= code }
        return at < codes.count && codes[at] == code ? counts[at] : Count()
    }
}
