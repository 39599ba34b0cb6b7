import CodingEngine
import Ingest
import Model
import TestSupport
import Testing

@testable import tema

@Suite("A run over a corpus") struct CorpusRunTests {
    private let corpus = Repository.path("Corpus")

    private func run(_ paths: [String], jobs: Int, subArticles: Bool = false) throws -> [String] {
        var ids: [String] = []
        let settings = CorpusRun.Settings(
            paths: paths, format: nil, encoding: nil, subArticles: subArticles, jobs: jobs, strict: false)
        let count = try CorpusRun(
            settings: settings, messages: Messages(quiet: true, progress: Progress(paths: [], isShown: false))
        ).each(coder: nil) {
            ids.append($0.document.id)
        }
        #expect(count == ids.count)
        return ids
    }

    @Test("gives the same documents in the same order, however many workers read", arguments: [1, 2, 5])
    func order(jobs: Int) throws {
        let ids = try run([corpus], jobs: jobs)
        #expect(ids.count >= 17)
        #expect(ids == (try run([corpus], jobs: 1)))
        #expect(ids.contains("tema-study-08") && ids.contains("tema-review"))
    }

    @Test("takes a document once, by its id")
    func once() throws {
        let file = corpus + "/review.md"
        #expect(try run([file, file], jobs: 2) == ["tema-review"])
    }

    @Test("tells a missing file and goes on")
    func missing() throws {
        #expect(try run(["/nowhere/at-all.xml", corpus + "/review.md"], jobs: 2) == ["tema-review"])
    }
}
