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
    private var counts: [Int: Count] = [:]

    init() {}

    /// Counts those passages of one document that are included.
    init(of coded: CodedDocument, codes: CodeList, including: (CodedPassage) -> Bool = { _ in true }) {
        articles = 1
        coded.forEachPassage { passage, codings in
            guard including(passage) else { return }
            passages += 1
            words += passage.words
            var found: Set<Int> = []
            for coding in codings {
                counts[coding.code, default: Count()].own += 1
                var next: Int? = coding.code
                while let code = next {
                    counts[code, default: Count()].hits += coding.evidence.count
                    found.insert(code)
                    next = codes.entries[code].parent
                }
            }
            for code in found { counts[code]?.passages += 1 }
        }
        for code in counts.keys { counts[code]?.articles = 1 }
    }

    mutating func merge(_ other: Tally) {
        articles += other.articles
        passages += other.passages
        words += other.words
        for (code, count) in other.counts { counts[code, default: Count()] += count }
    }

    /// The count of a code, all zero where it was not found.
    subscript(code: Int) -> Count { counts[code] ?? Count() }
}
