import TemaModel

/// A quoted passage, with its location and context.
struct Quote: Sendable {
    /// The approximate length of the context from the previous and the next passage, in UTF-8 bytes.
    private static let context = 200

    let rank: QuoteRank
    private let metadata: (title: String?, authors: [String], year: Int?)
    private let sectionType: SectionType
    private let section: [String]
    private let language: String?
    private let excerpt: Excerpt
    private let before: String
    private let after: String

    init(_ document: Document, _ rank: QuoteRank, evidence: [Range<Int>]) {
        self.rank = rank
        let passage = document.passages[rank.passage]
        metadata = (document.metadata.title, Array(document.metadata.authors.prefix(3)), document.metadata.year)
        (sectionType, section) = (passage.sectionType, document.sectionPath(of: passage))
        language = document.language(of: passage)
        excerpt = Excerpt(document.text, passage.span, evidence: evidence)
        func beside(_ number: Int, fromEnd: Bool) -> String {
            guard document.passages.indices.contains(number) else { return "" }
            return Excerpt.context(
                document.text, document.passages[number].span, bytes: Self.context, fromEnd: fromEnd)
        }
        before = beside(rank.passage - 1, fromEnd: true)
        after = beside(rank.passage + 1, fromEnd: false)
    }

    static let columns: [Table.Column] = [
        .document, .init("title", "Title", for: .programs),
        .init("authors", "Authors", for: .programs),
        .init("year", "Year", style: .ordinal, for: .programs), .init("passage", "Passage", style: .ordinal),
        .init("section_type", "Section type", for: .programs),
        .init("section", "Section", style: .path, for: .programs),
        .init("language", "Language", for: .programs), .init("hits", "hits", style: .integer),
        .init("words", "words", style: .integer), .init("score", "score", style: .decimal(places: 4, shown: 3)),
        .init("before", "Before", for: .programs), .init("text", "Text"), .init("after", "After", for: .programs),
        .init("evidence", "Evidence", for: .programs),
    ]

    var cells: [Table.Cell] {
        [
            .text(rank.document), metadata.title.map(Table.Cell.text) ?? .empty,
            .list(metadata.authors.map(Table.Cell.text)), metadata.year.map(Table.Cell.integer) ?? .empty,
            .integer(rank.passage), .text(sectionType.rawValue), .list(section.map(Table.Cell.text)),
            language.map(Table.Cell.text) ?? .empty, .integer(rank.evidence), .integer(rank.words),
            .number(rank.score), .text(before), .text(excerpt.text), .text(after),
            .list(
                excerpt.evidence.map {
                    .record([
                        Table.Field("start", .integer($0.lowerBound)), Table.Field("end", .integer($0.upperBound)),
                    ])
                }),
        ]
    }
}

/// The rank of a passage among a code's quotes. Better quotes compare as less.
struct QuoteRank: Sendable, Hashable, Comparable {
    let evidence: Int
    let words: Int
    let document: String
    let passage: Int

    /// evidence / (words + 25).
    var score: Double { Double(evidence) / Double(words + BestQuotes.scoreConstant) }

    static func < (left: QuoteRank, right: QuoteRank) -> Bool {
        // Cross-multiplied integers, so that equal scores compare as equal.
        let (one, other) = (
            left.evidence * (right.words + BestQuotes.scoreConstant),
            right.evidence * (left.words + BestQuotes.scoreConstant)
        )
        if one != other { return one > other }
        if left.evidence != right.evidence { return left.evidence > right.evidence }
        if left.document.utf8.elementsEqual(right.document.utf8) { return left.passage < right.passage }
        return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
    }
}
