import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Combinations of codes") struct CombinationsTests {
    private func rows(_ table: Table) -> [[Table.Cell]] { table.rows.map { [$0.cells[1], $0.cells[2], $0.cells[3]] } }

    @Test("count the units with exactly these codes", arguments: 1...6, CooccurrenceUnit.allCases)
    func exact(seed: Int, unit: CooccurrenceUnit) {
        let corpus = Corpus(seed: seed)
        let table = corpus.documents.reduce(into: Combinations(codes: corpus.codes, unit: unit, from: 1)) { $0.add($1) }
            .table()
        var expected: [Set<Int>: Int] = [:]
        var units = 0
        for document in corpus.documents {
            var held: [Int: Set<Int>] = [:]
            units += unit.visit(document) { held[$0, default: []].insert($1) }
            for set in held.values { expected[set, default: 0] += 1 }
        }
        var found: [Set<Int>: Int] = [:]
        for row in table.rows {
            guard case .list(let codes) = row.cells[0], case .integer(let count) = row.cells[3],
                case .number(let share) = row.cells[4]
            else {
                Issue.record("seed \(seed): \(row)")
                continue
            }
            let numbers = codes.compactMap { code in
                corpus.codes.entries.firstIndex { .text($0.path) == code }
            }
            found[Set(numbers)] = count
            #expect(row.cells[2] == .integer(codes.count) && abs(share - 100 * Double(count) / Double(units)) < 1e-9)
        }
        #expect(found == expected, "seed \(seed)")
    }

    @Test("are sorted by units, then by the order of the codes, and can be limited to larger sets")
    func sorted() {
        let corpus = Corpus(seed: 4)
        let all = corpus.documents.reduce(into: Combinations(codes: corpus.codes, unit: .section, from: 1)) {
            $0.add($1)
        }.table()
        let large = corpus.documents.reduce(into: Combinations(codes: corpus.codes, unit: .section)) { $0.add($1) }
            .table()
        let counts = all.rows.compactMap { if case .integer(let count) = $0.cells[3] { count } else { nil } }
        #expect(counts == counts.sorted(by: >))
        let sizes = large.rows.compactMap { if case .integer(let size) = $0.cells[2] { size } else { nil } }
        #expect(sizes.allSatisfy { $0 >= 3 } && large.rows.count < all.rows.count && !sizes.isEmpty)
    }
}
