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
        for level in [nil, 1, 2, 3] {
            let expected = naivePairs(units, corpus.codes, level: level)
            for includeAll in [false, true] {
                let fresh = Cooccurrence(codes: corpus.codes, unit: unit, level: level, includeAll: includeAll)
                let table = corpus.documents.reduce(into: fresh) { $0.add($1) }.table()
                let listed = expected.filter { includeAll || $0.both > 0 }
                #expect(table.rows.map { $0.cells[0] } == listed.map { .text($0.a) }, "seed \(seed)")
                #expect(table.rows.map { $0.cells[2] } == listed.map { .text($0.b) }, "seed \(seed)")
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
                #expect(table.englishNotes.contains { $0.hasSuffix("Number of units (N): \(units.count).") })
            }
        }
    }

    @Test("pairs the codes that were given themselves by default, whatever their depth, but not with their own branch")
    func given() {
        let book = Codebook(
            id: "b", codes: [Code(id: "a", codes: [Code(id: "b", codes: [Code(id: "c")])]), Code(id: "d")])
        var counts = Cooccurrence(codes: CodeList(book), unit: .document)
        let document = Document(
            id: "1", text: Text("x"), passages: [Passage(kind: .paragraph, sectionType: .other, span: 0..<1)])
        let codings = [0, 2, 3].map { Coding(passage: 0, code: $0, evidence: 0..<0) }
        counts.add(
            CodedDocument(document: document, passages: [CodedPassage(passage: 0, words: 1)], codings: codings))
        let table = counts.table()
        #expect(table.rows.map { [$0.cells[0].text, $0.cells[2].text] } == [["a", "d"], ["a/b/c", "d"]])
        #expect(table.englishNotes.contains { $0.contains("(number of pairs: 2).") })
    }

    @Test("counts each unit for each coder if the document has their codings, so that pairs are by one coder")
    func coders() {
        let book = Codebook(id: "b", codes: ["a", "b", "c"].map { Code(id: $0) })
        let document = Document(
            id: "1", text: Text("x y"),
            passages: [0..<1, 2..<3].map { Passage(kind: .paragraph, sectionType: .other, span: $0) })
        func coded(_ codings: [(passage: Int, code: Int)]) -> CodedDocument {
            CodedDocument(
                document: document, passages: (0..<2).map { CodedPassage(passage: $0, words: 1) },
                codings: codings.map { Coding(passage: $0.passage, code: $0.code, evidence: 0..<0) })
        }
        var all = coded([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)])
        // Both coders have a and b in the first passage; in the second, each has one of them.
        all.coders = [coded([(0, 0), (0, 1), (1, 0)]), coded([(0, 0), (0, 1), (0, 2), (1, 1)])]
        var counts = Cooccurrence(codes: CodeList(book), unit: .passage)
        counts.add(all)
        let table = counts.table()
        #expect(table.rows.map { [$0.cells[0].text, $0.cells[2].text] } == [["a", "b"], ["a", "c"], ["b", "c"]])
        #expect(table.rows.map { $0.cells[4...6].map(\.number) } == [[3, 3, 2], [3, 1, 1], [3, 1, 1]])
        #expect(table.englishNotes.contains { $0.hasPrefix("Both codes of a pair are by one coder") })
        #expect(table.englishNotes.contains { $0.hasSuffix("Number of units (N): 4.") })
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
        #expect(table.layout.columns.contains { $0.definition?.description.contains("Phi: correlation") ?? false })
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

/// Every pair of codes of a level, or of codes as they were given, that both occur, in code order.
private func naivePairs(_ units: [[String]], _ codes: CodeList, level: Int?) -> [NaivePair] {
    let isBelow = { (code: String, other: String) in (code + "/").hasPrefix(other + "/") }
    let holds = { (unit: [String], code: String) in
        unit.contains { level == nil ? $0 == code : isBelow($0, code) }
    }
    let paths = codes.entries.filter { level == nil || $0.depth == level }.map(\.path)
    var pairs: [NaivePair] = []
    for (at, a) in paths.enumerated() {
        for b in paths[(at + 1)...] where !isBelow(b, a) {
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
