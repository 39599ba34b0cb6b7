import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Code frequencies")
struct FrequenciesTests {
    private let layout = [
        "code", "name", "level", "passages", "documents", "hits", "own_passages", "passages_percent",
        "documents_percent", "hits_per_1000_words", "segments",
    ]

    @Test("have the columns that programs depend on, with the path only for programs")
    func columns() {
        let columns = Frequencies(codes: Corpus(seed: 1).codes).table().layout.columns
        #expect(columns.filter { $0.audience != .people }.map(\.name) == layout)
        #expect(columns.filter { $0.audience == .programs }.map(\.name) == ["code", "level", "segments"])
        #expect(columns.filter(\.bar).map(\.name) == ["passages"])
    }

    @Test("equal a naive recount", arguments: 1...20)
    func recount(seed: Int) {
        let corpus = Corpus(seed: seed)
        let table = corpus.documents.reduce(into: Frequencies(codes: corpus.codes)) { $0.add($1) }.table()
        let passages = corpus.documents.reduce(0) { $0 + $1.passages.count }
        let words = corpus.documents.flatMap(\.passages).reduce(0) { $0 + $1.words }
        #expect(table.rows.count == corpus.codes.count)
        for entry in corpus.codes.entries {
            let found = Recount(entry.path, in: corpus)
            let expected: [Double] =
                [found.passages, found.documents, found.hits, found.own].map(Double.init) + [
                    100 * Double(found.passages) / Double(passages),
                    100 * Double(found.documents) / Double(corpus.documents.count),
                    1000 * Double(found.hits) / Double(words), Double(found.segments),
                ]
            let row = table.cells(entry.path)
            #expect(layout.dropFirst(3).map { row?[$0]?.number } == expected, "\(entry.path), seed \(seed)")
        }
    }

    @Test("are in code order, indented by depth")
    func order() {
        let codes = Corpus(seed: 3).codes
        let table = Frequencies(codes: codes).table()
        #expect(table.rows.map { $0.cells[0] } == codes.entries.map { .text($0.path) })
        #expect(table.rows.map(\.depth) == codes.entries.map { $0.depth - 1 })
    }

    @Test("of one level are not indented", arguments: 1...3)
    func level(level: Int) {
        let codes = Corpus(seed: 3).codes
        let rows = Frequencies(codes: codes, level: level).table().rows
        #expect(rows.map { $0.cells[0] } == codes.entries.filter { $0.depth == level }.map { .text($0.path) })
        #expect(rows.allSatisfy { $0.depth == 0 })
    }

    @Test("count a document without passages, and report the denominators")
    func emptyArticle() {
        let codes = CodeList(Codebook(id: "b", codes: [Code(id: "a")]))
        var frequencies = Frequencies(codes: codes)
        frequencies.add(CodedDocument(document: Document(id: "1")))
        #expect(frequencies.table().cells("a")?["documents_percent"] == .number(0))
        #expect(frequencies.table().cells("a")?["passages_percent"] == .empty)
        #expect(
            frequencies.table().englishNotes.last == "Empty cells: the share is undefined because its denominator is 0."
        )
        #expect(frequencies.table().notes[0].description.contains("0 passages of the coded kinds, 1 document ("))
    }
}

/// The counts of a code, computed naively by its path.
private struct Recount {
    var passages = 0
    var documents = 0
    var hits = 0
    var own = 0
    var segments = 0

    init(_ path: String, in corpus: Corpus) {
        for document in corpus.documents {
            var inArticle = false
            for passage in document.passages {
                let codings = document.codings.filter { $0.passage == passage.passage }
                let below = codings.filter { (corpus.codes.entries[$0.code].path + "/").hasPrefix(path + "/") }
                passages += below.isEmpty ? 0 : 1
                hits += below.reduce(0) { $0 + $1.evidence.count }
                own += codings.filter { corpus.codes.entries[$0.code].path == path }.count
                segments += below.count
                inArticle = inArticle || !below.isEmpty
            }
            documents += inArticle ? 1 : 0
        }
    }
}
