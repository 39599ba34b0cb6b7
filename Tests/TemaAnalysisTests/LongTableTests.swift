import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("A table with one number a row") struct LongTableTests {
    @Test("has the numbers of the frequency table, which count and denominator explain", arguments: [1, 2, 3])
    func frequencies(seed: Int) throws {
        let corpus = Corpus(seed: seed)
        var frequencies = Frequencies(codes: corpus.codes)
        for document in corpus.documents { frequencies.add(document) }
        let (wide, long) = (frequencies.table(), frequencies.longTable())
        let measures = wide.layout.columns.indices.dropFirst(3)
        #expect(long.rows.count == wide.rows.count * measures.count, "seed \(seed)")
        for (row, cells) in wide.rows.enumerated() {
            for (index, measure) in measures.enumerated() {
                let one = long.rows[row * measures.count + index].cells
                #expect(one[..<3] == cells.cells[..<3])
                #expect(one[3] == .text(wide.layout.columns[measure].name) && one[4] == cells.cells[measure])
                guard let count = one[5].number, let of = one[6].number, of > 0 else { continue }
                let scale =
                    one[3].text.hasSuffix("percent") ? 100 / of : one[3].text.contains("per_1000") ? 1000 / of : 1
                #expect(abs((one[4].number ?? -1) - scale * count) < 1e-9, "seed \(seed), \(one)")
            }
        }
    }

    @Test("has the measures of each pair, with N", arguments: CooccurrenceUnit.allCases)
    func pairs(unit: CooccurrenceUnit) throws {
        let corpus = Corpus(seed: 7)
        var pairs = Cooccurrence(codes: corpus.codes, unit: unit)
        for document in corpus.documents { pairs.add(document) }
        let (wide, long) = (pairs.table(), pairs.longTable())
        let names = long.layout.columns.map(\.name)
        #expect(
            names == [
                "code_a", "name_a", "code_b", "name_b", "measure", "value", "n_a", "n_b", "n_ab", "units",
            ])
        #expect(long.rows.count == 7 * wide.rows.count && !wide.rows.isEmpty)
        for (index, row) in long.rows.enumerated() {
            let pair = wide.rows[index / 7].cells
            #expect(row.cells[..<4] == pair[..<4] && row.cells[6..<9] == pair[4..<7])
            #expect(row.cells[5] == pair[7 + index % 7] && row.cells[9] == .integer(pairs.units))
        }
    }
}
