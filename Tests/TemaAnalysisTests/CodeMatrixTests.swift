import TemaAnalysis
import TemaModel
import Testing

@Suite("The matrix of codes and documents")
struct CodeMatrixTests {
    @Test("has 1 where a document has a code or one below it, and says the same as a comparison by article")
    func values() {
        let corpus = Corpus(seed: 11)
        var matrix = CodeMatrix(codes: corpus.codes)
        var comparison = Comparison(codes: corpus.codes, by: .article, measure: .articles)
        for document in corpus.documents {
            matrix.add(document)
            comparison.add(document)
        }
        let (table, other) = (matrix.table(), comparison.table())
        #expect(table.rows.count == corpus.documents.count)
        for row in table.rows {
            guard case .text(let id) = row.cells[0] else { continue }
            let column = other.layout.columns.firstIndex { $0.label == id }
            #expect(column != nil)
            guard let column else { continue }
            #expect(Array(row.cells.dropFirst()) == other.rows.map { $0.cells[column] })
        }
    }
}
