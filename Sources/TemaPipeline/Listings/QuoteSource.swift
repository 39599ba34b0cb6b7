import TemaModel
import TemaReport
import TemaStudy

/// The hand codings that are quoted, and the memos on them.
struct HandQuotes: Sendable {
    private let study: Study
    private let coder: String?
    private let numbers: [String: Int]
    /// The memos on codings, by the ids of the codings.
    let memos: [String: String]

    /// Creates nil if no hand codings count.
    init?(_ corpus: CodedCorpus) throws(Problem) {
        guard case .study(let study) = corpus.input, corpus.codings != .automatic else { return nil }
        (self.study, coder) = (study, corpus.codings.hand?.name)
        numbers = Dictionary(corpus.codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        memos = Dictionary(
            try study.memos().filter { $0.target == .coding }.map { ($0.subject, $0.text) }
        ) { "\($0) · \($1)" }
    }

    /// Returns the codings of a document that overlap its coded passages, in text order, without orphaned ones.
    func codings(of coded: CodedDocument) throws(Problem) -> [(coding: HandCoding, code: Int)] {
        try study.codings(of: coded.document.id, by: coder).compactMap { coding in
            guard coding.state != .lost, let code = numbers[coding.code] else { return nil }
            let passages = coded.document.passages(in: coding.span)
            let next = coded.passages.firstIndexOfSorted { $0.passage >= passages.lowerBound }
            guard next < coded.passages.count, coded.passages[next].passage < passages.upperBound else { return nil }
            return (coding, code)
        }
    }
}

/// What is quoted of the document itself, computed once.
struct QuoteSource {
    let document: Document
    let offsets: ScalarOffsets
    let author: Table.Cell
    let year: Table.Cell
    let citation: Table.Cell

    init(_ document: Document) {
        self.document = document
        offsets = ScalarOffsets(document.text)
        let metadata = document.metadata
        author = Citation.byline(metadata.authors).map(Table.Cell.text) ?? .empty
        year = metadata.year.map(Table.Cell.integer) ?? .empty
        citation = .text(Citation.short(metadata) ?? document.id)
    }

    func cells(of passage: Int) -> (type: Table.Cell, section: Table.Cell, language: Table.Cell) {
        guard document.passages.indices.contains(passage) else { return (.empty, .list([]), .empty) }
        let passage = document.passages[passage]
        let language = document.language(of: passage) ?? document.metadata.language
        return (
            .text(passage.sectionType.rawValue), .list(document.sectionPath(of: passage).map(Table.Cell.text)),
            language.map(Table.Cell.text) ?? .empty
        )
    }
}
