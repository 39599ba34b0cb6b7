import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaIngest

@Suite("The two parsers of articles") struct ArticleParserTests {
    /// What a parser gives for an input: the documents with their ledgers, and the problems.
    private struct Outcome: Equatable {
        var documents: [Document] = []
        var problems: [String] = []

        init(_ bytes: [UInt8], _ path: String, _ buffers: ReadingBuffers) {
            var documents: [Document] = []
            var problems: [String] = []
            let sink = DocumentSink(deliver: { documents.append($0) }, report: { problems.append($0.description) })
            do throws(Problem) {
                let input = InputPath(path)
                try DocumentReaders.read(.bytes(bytes, name: path), input, buffers: buffers, into: sink)
            } catch { problems.append(error.description) }
            (self.documents, self.problems) = (documents, problems)
        }
    }

    private static let corpora = ProcessInfo.processInfo.environment["TEMA_CORPORA"]

    /// Compares the parsers on all documents below a folder and on damaged copies of articles, and returns the number of
    /// files.
    private func compare(_ folder: String, copies: Int) throws -> Int {
        let (quick, libxml2) = (ReadingBuffers(), ReadingBuffers(parser: .libxml2))
        let paths = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
            .filter { path in [".xml", ".nxml", ".md"].contains { path.hasSuffix($0) } }.sorted()
        for (number, path) in paths.enumerated() {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: path)))
            #expect(Outcome(bytes, path, quick) == Outcome(bytes, path, libxml2), "\(path)")
            var random = SeededGenerator(seed: number)
            for copy in 0..<copies where path.hasSuffix("xml") && bytes.count < 100_000 {
                let damaged = bytes.damaged(using: &random)
                #expect(
                    Outcome(damaged, path, quick) == Outcome(damaged, path, libxml2),
                    "\(path), seed \(number), copy \(copy)")
            }
        }
        return paths.count
    }

    @Test("give the same documents, ledgers and problems for the corpus and damaged copies of articles")
    func corpus() throws {
        #expect(try compare(Repository.path("Corpus"), copies: 50) > 10)
        #expect(try compare(Repository.path("Tests"), copies: 500) > 0)
    }

    @Test(
        "give the same documents, ledgers and problems for real articles and damaged copies of them",
        .enabled(if: corpora != nil, "set TEMA_CORPORA to a folder of texts and dictionaries"))
    func real() throws {
        let folder = try #require(Self.corpora)
        #expect(try compare(folder, copies: 20) > 100)
    }
}
