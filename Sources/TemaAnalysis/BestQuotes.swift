import TemaModel

/// For each code of one level the passages that say most of it, each from another article.
///
/// A passage's score is its pieces of evidence of the code (or of one below it) per word, after 25 words that say nothing
/// have been added to it: evidence / (words + 25). Without those a heading with one match would stand above a paragraph
/// with five. Of passages with one score the one with more evidence comes first, then the one of the first document in byte
/// order of their ids, then the first in the document. Titles are not quoted.
///
/// Holds as many excerpts as it tells, not the texts.
public struct BestQuotes: Statistic {
    static let silentWords = 25

    private let codes: CodeList
    private let most: Int
    /// For each code, the code of the level that it counts for: itself or the one above it.
    private let counted: [Int?]
    /// For each code the best passages so far, the best first.
    private var best: [Int: [Quote]] = [:]

    /// - Parameters:
    ///   - level: The depth of the codes; ``CodeList/deepestLevel`` where it is nothing.
    ///   - most: How many passages a code has at most.
    public init(codes: CodeList, level: Int? = nil, most: Int = 3) {
        let level = level ?? codes.deepestLevel
        (self.codes, self.most) = (codes, most)
        counted = codes.entries.indices.map { code in
            codes.lineage(of: code).first { codes.entries[$0].depth == level }
        }
    }

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
                "For each code at most \(most) passages, each from another document: those with the greatest score, pieces of"
                    + " evidence of the code / (words + \(Self.silentWords)). Titles are not quoted.",
                "Evidence is in Unicode scalars of the quoted text; long passages are cut, and … says so.",
            ])
    }

    private static let columns: [Table.Column] =
        [
            .init("code", "Code", for: .programs), .init("name", "Code", for: .people),
            .init("number", "No.", style: .integer),
        ] + Quote.columns
}
