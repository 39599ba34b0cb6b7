import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Best quotes") struct BestQuotesTests {
    private let codes = CodeList(
        Codebook(id: "b", levels: ["theme"], codes: [Code(id: "a", codes: [Code(id: "b")]), Code(id: "c")]))

    /// - Parameter passages: The kind, the number of words, and the number of hits of code b of each passage.
    private func document(_ id: String, _ passages: [(kind: PassageKind, words: Int, evidence: Int)]) -> CodedDocument {
        var document = Document(id: id)
        var coded = CodedDocument(document: document)
        let text = Array("0123456789".utf8)
        for (number, passage) in passages.enumerated() {
            document.passages.append(Passage(kind: passage.kind, sectionType: .other, span: number..<(number + 1)))
            coded.passages.append(CodedPassage(passage: number, words: passage.words))
            let first = coded.evidence.count
            coded.evidence += (0..<passage.evidence).map { _ in Evidence(span: number..<(number + 1), indicator: 0) }
            if passage.evidence > 0 {
                coded.codings.append(Coding(passage: number, code: 1, evidence: first..<coded.evidence.count))
            }
        }
        document.text = Text(utf8: text)
        coded.document = document
        return coded
    }

    private func quoted(_ documents: [CodedDocument], most: Int) -> [String] {
        var best = BestQuotes(codes: codes, most: most)
        for document in documents { best.add(document) }
        let table = best.table()
        let names = table.layout.columns.map(\.name)
        return table.rows.map { row in
            let cells = Dictionary(uniqueKeysWithValues: zip(names, row.cells))
            return "\(cells["code"] ?? .empty) \(cells["document"] ?? .empty) \(cells["passage"] ?? .empty)"
        }
    }

    @Test("are the passages with the highest score, one per document and no titles")
    func chosen() {
        let documents = [
            document("d", [(.title, 5, 3), (.paragraph, 30, 1), (.paragraph, 30, 2)]),
            document("e", [(.paragraph, 100, 1)]), document("f", [(.paragraph, 30, 0)]),
        ]
        let expected = [("d", 2), ("e", 0)].map { id, passage in
            "\(Table.Cell.text("a")) \(Table.Cell.text(id)) \(Table.Cell.integer(passage))"
        }
        #expect(quoted(documents, most: 3) == expected)
        #expect(quoted(documents.reversed(), most: 1) == Array(expected.prefix(1)))
        #expect(quoted(documents, most: 0) == [])
    }
}
