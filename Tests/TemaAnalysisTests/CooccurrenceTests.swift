import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Co-occurrence")
struct CooccurrenceTests {
    @Test("has the columns that programs depend on, and names for people")
    func columns() {
        let columns = Cooccurrence(codes: Corpus(seed: 1).codes, unit: .passage).table().layout.columns
        #expect(
            columns.filter { $0.audience != .people }.map(\.name) == [
                "code_a", "code_b", "n_a", "n_b", "n_ab", "jaccard", "lift", "npmi", "phi", "g2", "p", "q",
            ])
        #expect(columns.filter { $0.audience == .people }.map(\.name) == ["name_a", "name_b"])
    }

    @Test("equals a naive recount of all pairs in every unit", arguments: CooccurrenceUnit.allCases, 1...12)
    func recount(unit: CooccurrenceUnit, seed: Int) {
        let corpus = Corpus(seed: seed)
        let units = corpus.documents.flatMap { naiveUnits(of: $0, unit, corpus.codes) }
        for level in 1...3 {
            let expected = naivePairs(units, corpus.codes, level: level)
            for includeAll in [false, true] {
                let fresh = Cooccurrence(codes: corpus.codes, unit: unit, level: level, includeAll: includeAll)
                let table = corpus.documents.reduce(into: fresh) { $0.add($1) }.table()
                let listed = expected.filter { includeAll || $0.both > 0 }
                #expect(table.rows.map { $0.cells[0] } == listed.map { .text($0.a) }, "seed \(seed)")
                #expect(table.rows.map { $0.cells[1] } == listed.map { .text($0.b) }, "seed \(seed)")
                for (row, pair) in zip(table.rows, listed) {
                    #expect(row.cells[4...6].map(\.number) == [pair.inA, pair.inB, pair.both].map(Double.init))
                    let counts = PairAssociation(both: pair.both, a: pair.inA, b: pair.inB, units: units.count)
                    #expect(
                        row.cells[7...11].map(\.number) == [
                            counts.jaccard, counts.lift, counts.npmi, counts.phi, counts.logLikelihood,
                        ])
                    expectClose(row.cells[12].number, pair.p, "p of \(pair.a), \(pair.b), seed \(seed)")
                    expectClose(row.cells[13].number, pair.q, "q of \(pair.a), \(pair.b), seed \(seed)")
                }
                #expect(table.englishNotes.contains { $0.hasPrefix("Number of units: N = \(units.count).") })
            }
        }
    }

    @Test("pairs codes of the deepest level by default")
    func deepest() {
        let corpus = Corpus(seed: 2)
        let depths = { (level: Int?) in
            let fresh = Cooccurrence(codes: corpus.codes, unit: .document, level: level)
            return Set(
                corpus.documents.reduce(into: fresh) { $0.add($1) }.table().rows.flatMap { $0.cells[0...1] }.map {
                    cell in
                    corpus.codes.entries.first { .text($0.path) == cell }?.depth
                })
        }
        #expect(depths(nil) == [3])
        #expect(depths(1) == [1])
    }

    @Test("leaves phi empty, with a note, for a code in every unit")
    func undefined() {
        let codes = CodeList(Codebook(id: "b", codes: [Code(id: "a"), Code(id: "b")]))
        var counts = Cooccurrence(codes: codes, unit: .passage)
        let passage = Passage(kind: .paragraph, sectionType: .results, span: 0..<1)
        counts.add(
            CodedDocument(
                document: Document(id: "1", text: Text("x"), passages: [passage]),
                passages: [CodedPassage(passage: 0, words: 1)],
                codings: [Coding(passage: 0, code: 0, evidence: 0..<1), Coding(passage: 0, code: 1, evidence: 1..<2)],
                evidence: [Evidence(span: 0..<1, indicator: 0), Evidence(span: 0..<1, indicator: 1)]))
        let table = counts.table()
        #expect(table.cells("a", "b")?["phi"] == .empty)
        #expect(table.cells("a", "b")?["npmi"] == .number(1))
        #expect(table.englishNotes.contains { $0.contains("Phi is undefined") })
    }
}

/// The codes of each unit of a document, without their ancestors.
private func naiveUnits(of coded: CodedDocument, _ unit: CooccurrenceUnit, _ codes: CodeList) -> [[String]] {
    let document = coded.document
    func paths(_ belongs: (CodedPassage, Evidence) -> Bool) -> [String] {
        coded.passages.flatMap { passage in
            coded.codings.filter { coding in
                coding.passage == passage.passage && coded.evidence(of: coding).contains { belongs(passage, $0) }
            }.map { codes.entries[$0.code].path }
        }
    }
    switch unit {
    case .document: return [paths { _, _ in true }]
    case .passage: return coded.passages.map { wanted in paths { passage, _ in passage == wanted } }
    case .sentence:
        return coded.passages.flatMap { wanted in
            Sentences.ranges(in: document.text.utf8[document.passages[wanted.passage].span]).map { sentence in
                paths { $0 == wanted && $1.span.overlaps(sentence) }
            }
        }
    case .section:
        let name = { (passage: CodedPassage) in
            let passage = document.passages[passage.passage]
            return passage.section.map { "section \($0)" } ?? passage.sectionType.rawValue
        }
        return Set(coded.passages.map(name)).map { wanted in paths { passage, _ in name(passage) == wanted } }
    }
}

private struct NaivePair {
    var a: String
    var b: String
    var inA: Int
    var inB: Int
    var both: Int
    var p: Double
    var q = 1.0
}

/// Every pair of codes of a level that both occur, in code order.
private func naivePairs(_ units: [[String]], _ codes: CodeList, level: Int) -> [NaivePair] {
    let holds = { (unit: [String], code: String) in unit.contains { ($0 + "/").hasPrefix(code + "/") } }
    let paths = codes.entries.filter { $0.depth == level }.map(\.path)
    var pairs: [NaivePair] = []
    for (at, a) in paths.enumerated() {
        for b in paths[(at + 1)...] {
            let (inA, inB) = (units.count { holds($0, a) }, units.count { holds($0, b) })
            let both = units.count { holds($0, a) && holds($0, b) }
            guard inA > 0, inB > 0 else { continue }
            let p = naiveFisher(both: both, a: inA, b: inB, units: units.count)
            pairs.append(NaivePair(a: a, b: b, inA: inA, inB: inB, both: both, p: p))
        }
    }
    for at in pairs.indices {
        pairs[at].q = pairs.filter { $0.p >= pairs[at].p }.reduce(1) { least, other in
            min(least, other.p * Double(pairs.count) / Double(pairs.count { $0.p <= other.p }))
        }
    }
    return pairs
}
