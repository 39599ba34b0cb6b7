import Foundation
import TemaAnalysis
import TemaCodebook
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("Coded files") struct CodedFilesTests {
    private static let yaml = """
        tema: 1
        id: loss
        levels: [concept, theme]
        codes:
          - id: feeling
            codes:
              - {id: fear, indicators: [fear*, afraid, "not > sleep"]}
              - {id: hope, indicators: [hope*, "look* forward"]}
          - id: help
            indicators: [friend*, teacher]
        """

    private let folder = TemporaryFolder()

    private func corpus(_ input: CorpusInput, jobs: Int = 1) throws -> CodedCorpus {
        var settings = ReadingSettings()
        settings.jobs = jobs
        guard case .paths = input else { return try CodedCorpus(input, settings: settings) }
        return try CodedCorpus(
            input, codebook: CodebookFile(yaml: Array(Self.yaml.utf8), name: "loss.yaml"), settings: settings)
    }

    @discardableResult
    private func write(_ paths: [String], to name: String, jobs: Int = 1) throws -> String {
        _ = try corpus(.paths(paths), jobs: jobs).writeCodedFile(folder.path(name), program: "tema 1")
        return folder.path(name)
    }

    /// All tables, problems and counts of a run.
    private func results(_ input: CorpusInput, jobs: Int = 1) throws -> [String] {
        var problems: [String] = []
        let monitor = RunMonitor(report: { problems.append($0.description) })
        let corpus = try corpus(input, jobs: jobs)
        let (statistics, summary) = try corpus.count(AllStatistics(corpus.codes), monitor)
        return statistics.tables.map { "\($0.rows.map(\.cells)) \($0.notes)" } + problems + summary.skipped
            + ["\(summary.documents) documents, \(summary.errors) errors"]
    }

    /// Writes documents with names whose order is easily got wrong, some of them repeated, in conflict or damaged.
    private func writeTexts(_ random: inout SeededGenerator) throws -> [String] {
        let folders = ["a", "a-b", "a.b", "aa", "é", "a/c", "a/c.d"]
        let words = ["fear", "afraid", "hope.", "We", "look", "forward", "Friends", "teacher!", "slept", "été", "日本。"]
        for number in 0..<Int.random(in: 3...14, using: &random) {
            func text() -> String {
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in words.randomElement(using: &random) }
                        .joined(separator: " ")
                }.joined(separator: "\n\n")
            }
            let id = random.chance(30) ? "same" : "d\(number)"
            let name = "texts/\(folders.randomElement(using: &random) ?? "a")/\(number % 9)"
            switch Int.random(in: 0..<8, using: &random) {
            case 0: try folder.write(name + ".xml", "<article><front>".utf8)
            case 1:
                let lines = (0..<3).map {
                    "{\"id\": \"r\($0 + number % 2)\", \"text\": \"fear \($0)\", \"year\": 201\($0)}"
                }
                try folder.write(name + ".jsonl", (lines.joined(separator: "\n") + "\n{").utf8)
            case 2: try folder.write(name + ".png", [0])
            default:
                let front = "---\nid: \(id)\nyear: 20\(10 + number)\nplace: [x, \(number)]\n---\n"
                try folder.write(name + ".md", (front + "# Part\n\n" + (id == "same" ? "fear" : text()) + "\n").utf8)
            }
        }
        var files: [String] = []
        for case let file as URL in FileManager.default.enumerator(
            at: folder.url.appending(path: "texts"), includingPropertiesForKeys: nil) ?? .init()
        where !file.hasDirectoryPath {
            files.append(folder.path("texts/" + file.path.components(separatedBy: "/texts/")[1]))
        }
        return files.sorted().filter { !$0.hasSuffix(".png") }
    }

    @Test("give the results of one run over all texts, however the texts are divided", arguments: 0..<24)
    func law(number: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var files = try writeTexts(&random)
        let whole = try results(.paths(files))
        files.shuffle(using: &random)
        var parts: [String] = []
        while !files.isEmpty {
            let own = Array(files.prefix(Int.random(in: 1...5, using: &random)))
            files.removeFirst(own.count)
            let ending = CodedFile.endings.randomElement(using: &random) ?? ".coded"
            parts.append(try write(own, to: "\(parts.count)\(ending)", jobs: Int.random(in: 1...3, using: &random)))
        }
        parts.shuffle(using: &random)
        let merged = try results(.coded(CodedFiles(parts)), jobs: Int.random(in: 1...3, using: &random))
        #expect(merged == whole, "seed \(seed)")
    }

    @Test("give the results of a run over a folder, with what was skipped")
    func folders() throws {
        var random = SeededGenerator(seed: 7)
        _ = try writeTexts(&random)
        try folder.write("texts/more.odd", [0])
        let paths = [folder.path("texts")]
        let whole = try results(.paths(paths))
        #expect(whole.contains { $0.contains(".odd") })
        #expect(try results(.coded(CodedFiles([try write(paths, to: "all.coded.gz")]))) == whole)
    }

    @Test("are refused or mean the same when they are damaged, also with a right checksum", arguments: 0..<80)
    func damage(number: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        _ = try writeTexts(&random)
        let path = try write([folder.path("texts")], to: "all.coded")
        let whole = try results(.coded(CodedFiles([path])))
        var bytes = try folder.bytes("all.coded").damaged(using: &random)
        let isSealed = number % 2 == 0
        if isSealed { bytes = Self.sealed(bytes) }
        try folder.write("all.coded", bytes)
        guard let damaged = try? results(.coded(CodedFiles([path]))) else { return }
        #expect(isSealed || damaged == whole, "seed \(seed)")
    }

    /// Returns a file with the right checksum in its closing line.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "{\"type\":\"end\"", options: .backwards),
            let old = text.range(of: "\"sha256\":\"", range: end.lowerBound..<text.endIndex)
        else { return bytes }
        let hash = SHA256.hex(Array(text[..<end.lowerBound].utf8))
        return Array((text[..<old.upperBound] + hash + "\"}\n").utf8)
    }

    @Test("are refused without their closing line, with another line in it, and after another codebook or option")
    func refused() throws {
        try folder.write(["a.txt": "fear and hope", "b.txt": "afraid"])
        let path = try write([folder.path("a.txt"), folder.path("b.txt")], to: "all.coded")
        let lines = try folder.text("all.coded").split(separator: "\n").map { String($0) + "\n" }
        #expect(lines.count == 4)
        func problem(_ text: [String], _ others: [String] = []) throws -> String {
            try folder.write(["x.coded": text.joined()])
            return try #require(throws: Problem.self) {
                try results(.coded(CodedFiles(others + [folder.path("x.coded")])))
            }.message
        }
        #expect(try problem(Array(lines.dropLast())).contains("ends before its closing line"))
        #expect(try problem([lines[0], lines[1], lines[3]]).contains("checksum is wrong"))
        #expect(try problem([lines[0], lines[2], lines[1], lines[3]]).contains("not in order"))
        #expect(try problem(lines + [lines[1]]).contains("follows its closing line"))
        #expect(try problem(["{}\n"]) == "it is not a coded file")
        #expect(try problem([]) == "it is empty")
        let later = lines[0].replacing("\"version\":1,\"program\"", with: "\"version\":2,\"program\"")
        #expect(try problem([later] + lines.dropFirst()).contains("version 2 of the format"))
        let other = lines[0].replacing("\"sub-articles\":false", with: "\"sub-articles\":true")
        #expect(try problem([other] + lines.dropFirst(), [path]).contains("--sub-articles true"))
        let book = CodebookFile.self
        #expect(throws: Problem.self) {
            let yaml = Array(Self.yaml.replacing("afraid", with: "scared").utf8)
            _ = try CodedCorpus(.coded(CodedFiles([path])), codebook: book.init(yaml: yaml, name: "new.yaml"))
        }
    }

    @Test("are equal for equal texts, compressed or not, and by any number of workers", arguments: CodedFile.endings)
    func deterministic(ending: String) throws {
        var random = SeededGenerator(seed: 3)
        _ = try writeTexts(&random)
        try write([folder.path("texts")], to: "first" + ending)
        try write([folder.path("texts")], to: "second" + ending, jobs: 4)
        #expect(try folder.bytes("first" + ending) == folder.bytes("second" + ending))
    }

    @Test("are not written if a file is named twice")
    func named() throws {
        try folder.write(["texts/a.txt": "fear", "texts/b.txt": "hope"])
        let problem = try #require(throws: Problem.self) {
            try write([folder.path("texts"), folder.path("texts/a.txt")], to: "all.coded")
        }
        #expect(problem.message.contains("read twice"))
        #expect(try folder.names() == ["texts"])
    }

    @Test("keep the order of paths that are not UTF-8")
    func bytes() throws {
        for name in [[0x61, 0xE9], [0x61, 0xC3, 0xA9], [0x61, 0x7A]] as [[UInt8]] {
            let path = InputPath(bytes: Array(folder.path("").utf8) + name + Array(".txt".utf8))
            let file = fopen(path.terminated, "w")
            fputs("fear \(name.count)", file)
            fclose(file)
        }
        let whole = try results(.paths([folder.path]))
        #expect(whole.contains("3 documents, 0 errors"))
        let coded = TemporaryFolder()
        _ = try corpus(.paths([folder.path])).writeCodedFile(coded.path("a.coded"), program: "")
        #expect(try results(.coded(CodedFiles([coded.path("a.coded")]))) == whole)
    }
}

/// The statistics that can be computed without the words of texts.
private struct AllStatistics: Statistic {
    private var frequencies: Frequencies
    private var pairs: [Cooccurrence]
    private var combinations: Combinations
    private var comparisons: [Comparison]
    private var saturation: Saturation
    private var matrix: CodeMatrix
    private var overview = CorpusOverview()
    private var portrait: DocumentPortrait

    init(_ codes: CodeList) {
        frequencies = Frequencies(codes: codes)
        pairs = CooccurrenceUnit.allCases.map { Cooccurrence(codes: codes, unit: $0, includeAll: true) }
        combinations = Combinations(codes: codes, unit: .passage)
        comparisons = ["article", "section", "language", "kind", "year", "place"].map {
            Comparison(codes: codes, by: ComparisonVariable($0))
        }
        saturation = Saturation(codes: codes)
        matrix = CodeMatrix(codes: codes)
        portrait = DocumentPortrait(codes: codes)
    }

    mutating func add(_ coded: CodedDocument) {
        frequencies.add(coded)
        for index in pairs.indices { pairs[index].add(coded) }
        combinations.add(coded)
        for index in comparisons.indices { comparisons[index].add(coded) }
        saturation.add(coded)
        matrix.add(coded)
        overview.add(coded)
        portrait.add(coded)
    }

    mutating func merge(_ other: AllStatistics) {
        frequencies.merge(other.frequencies)
        for index in pairs.indices { pairs[index].merge(other.pairs[index]) }
        combinations.merge(other.combinations)
        for index in comparisons.indices { comparisons[index].merge(other.comparisons[index]) }
        saturation.merge(other.saturation)
        matrix.merge(other.matrix)
        overview.merge(other.overview)
        portrait.merge(other.portrait)
    }

    var tables: [Table] {
        [frequencies.table()] + pairs.map { $0.table() } + [combinations.table()] + comparisons.map { $0.table() }
            + [saturation.table(), matrix.table(), overview.table(), portrait.table()]
    }

    func table() -> Table { frequencies.table() }
}
