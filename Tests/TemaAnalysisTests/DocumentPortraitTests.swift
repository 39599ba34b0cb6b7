import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("The portrait of a document") struct DocumentPortraitTests {
    private let corpus = Corpus(seed: 3)

    private func portrait(_ document: String?) -> DocumentPortrait {
        corpus.documents.reduce(into: DocumentPortrait(codes: corpus.codes, document: document)) { $0.add($1) }
    }

    @Test("has each passage of the coded kinds of the document, with its words and codes", arguments: ["d1", "d7"])
    func passages(id: String) throws {
        let coded = try #require(corpus.documents.first { $0.document.id == id })
        let rows = portrait(id).table().rows
        #expect(rows.map { $0.cells[0] } == coded.passages.map { .integer($0.passage) })
        #expect(rows.map { $0.cells[2] } == coded.passages.map { .integer($0.words) })
        for (row, passage) in zip(rows, coded.passages) {
            let held = coded.codings.filter { $0.passage == passage.passage }.map { corpus.codes.entries[$0.code].path }
            #expect(row.cells[3] == .list(held.map { .text($0) }))
        }
    }

    @Test("is that of the first document if none is named, and knows all ids")
    func first() {
        #expect(portrait(nil).shown == "d0" && portrait("no").shown == nil)
        #expect(portrait(nil).documents == corpus.documents.map(\.document.id).sorted())
    }
}
