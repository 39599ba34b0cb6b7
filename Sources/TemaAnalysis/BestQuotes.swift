import TemaModel

/// The highest-scoring passages of each code of one level, at most one per document for a code.
///
/// The score of a passage is hits / (words + 25), with the hits of the code and its descendants. The constant 25 keeps
/// a heading with one hit from ranking above a paragraph with five. Ties are broken by the number of hits (more first),
/// then by document id in byte order, then by position in the document. Titles are not quoted.
///
/// Only the excerpts that the table shows are kept in memory, not the texts.
public struct BestQuotes: Statistic {
    /// The constant added to the number of words in a passage's score.
    static let scoreConstant = 25

    private let codes: CodeList
    private let most: Int
    /// For each code, the code of the level that it counts for: itself or an ancestor.
    private let counted: [Int?]
    /// For each code, the best passages so far, best first.
    private var best: [Int: [Quote]] = [:]

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - level: The depth of the quoted codes; ``CodeList/deepestLevel`` if `nil`.
    ///   - most: The maximum number of passages per code.
    public init(codes: CodeList, level: Int? = nil, most: Int = 3) {
        let level = level ?? codes.deepestLevel
        (self.codes, self.most) = (codes, most)
        counted = codes.counted(atLevel: level)
    }

    /// Keeps a document's best passage for each code if it is among the best of all documents.
    public mutating func add(_ coded: CodedDocument) {
        var own: [Int: (rank: QuoteRank, evidence: [Range<Int>])] = [:]
        coded.forEachPassage { passage, codings in
            guard coded.document.passages[passage.passage].kind != .title else { return }
            var spans: [Int: [Range<Int>]] = [:]
            for coding in codings {
                guard let code = counted[coding.code] else { continue }
                spans[code, default: []] += coded.evidence(of: coding).map(\.span)
            }
            for (code, spans) in spans {
                let rank = QuoteRank(
                    evidence: spans.count, words: passage.words, document: coded.document.id, passage: passage.passage)
                if own[code].map({ rank < $0.rank }) ?? true { own[code] = (rank, spans) }
            }
        }
        for (code, found) in own where isWanted(found.rank, code) {
            insert(Quote(coded.document, found.rank, evidence: found.evidence), code)
        }
    }

    /// Adds the quotes of another value, and keeps the best ones of both.
    public mutating func merge(_ other: BestQuotes) {
        for (code, quotes) in other.best {
            for quote in quotes where isWanted(quote.rank, code) { insert(quote, code) }
        }
    }

    private func isWanted(_ rank: QuoteRank, _ code: Int) -> Bool {
        let quotes = best[code] ?? []
        return quotes.count < most || quotes.last.map { rank < $0.rank } ?? false
    }

    private mutating func insert(_ quote: Quote, _ code: Int) {
        var quotes = best[code] ?? []
        quotes.insert(quote, at: quotes.firstIndexOfSorted { quote.rank < $0.rank })
        best[code] = Array(quotes.prefix(most))
    }

    /// Returns one row for each quote, ordered by code and rank.
    public func table() -> Table {
        let rows = best.sorted { $0.key < $1.key }.flatMap { code, quotes in
            quotes.enumerated().map { number, quote in
                let entry = codes.entries[code]
                return Table.Row([.text(entry.path), .text(entry.name), .integer(number + 1)] + quote.cells)
            }
        }
        return Table(
            Table.Layout(title: "Quotes", columns: Self.columns), rows: rows,
            notes: [
                Phrase(
                    """
                    Passages with the highest scores, at most \(most) per code, each from a different document. \
                    Score = hits of the code / (words + \(Self.scoreConstant)). Titles are not quoted.
                    """),
                Phrase(
                    "Evidence offsets are in Unicode scalars of the quoted text. Long passages are shortened, marked by “…”."
                ),
            ])
    }

    private static let columns: [Table.Column] =
        [
            .init("code", "Code", for: .programs), .init("name", "Code", for: .people, rank: .name),
            .init("number", "No.", style: .ordinal),
        ] + Quote.columns
}
