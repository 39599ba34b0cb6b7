import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("The matrix of codes and documents")
struct CodeMatrixTests {
    @Test("has 1 if a document has the code or a descendant, and equals a comparison by document")
    func values() throws {
        let corpus = Corpus(seed: 11)
        var matrix = CodeMatrix(codes: corpus.codes)
        var comparison = Comparison(codes: corpus.codes, by: .article, measure: .documents)
        for document in corpus.documents {
            matrix.add(document)
            comparison.add(document)
        }
        let (table, other) = (matrix.table(), comparison.table())
        #expect(table.rows.count == corpus.documents.count)
        for row in table.rows {
            let column = try #require(other.layout.columns.firstIndex { row.cells[0] == .text($0.label.description) })
            #expect(Array(row.cells.dropFirst()) == other.rows.map { $0.cells[column] })
        }
    }
}
