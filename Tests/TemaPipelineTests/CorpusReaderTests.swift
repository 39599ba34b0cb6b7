import TemaCoding
import TemaModel
import Testing

@testable import TemaPipeline

@Suite("A run through a corpus") struct CorpusReaderTests {
    private let corpus = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Corpus"

    private func reader(_ paths: [String], jobs: Int) -> CorpusReader {
        var settings = ReadingSettings()
        settings.jobs = jobs
        return CorpusReader(input: .paths(paths), settings: settings)
    }

    private func run(_ paths: [String], jobs: Int) throws -> [String] {
        var ids: [String] = []
        let summary = try reader(paths, jobs: jobs).each(RunMonitor()) { ids.append($0.document.id) }
        #expect(summary.documents == ids.count)
        return ids
    }

    @Test("passes the same documents in the same order for any number of workers", arguments: [1, 2, 5])
    func order(jobs: Int) throws {
        let ids = try run([corpus], jobs: jobs)
        #expect(ids.count >= 17)
        #expect(ids == (try run([corpus], jobs: 1)))
        #expect(ids.contains("tema-study-08") && ids.contains("tema-review"))
    }

    @Test("accepts only one document with an id")
    func once() throws {
        let file = corpus + "/review.md"
        #expect(try run([file, file], jobs: 2) == ["tema-review"])
    }

    @Test("reports a missing file and continues")
    func missing() throws {
        var problems: [Problem] = []
        let summary = try reader(["/nowhere/at-all.xml", corpus + "/review.md"], jobs: 2).each(
            RunMonitor(report: { problems.append($0) })
        ) { _ in }
        #expect(summary.documents == 1 && summary.errors == 1)
        #expect(problems.map(\.file) == ["/nowhere/at-all.xml"])
    }

    @Test("ends at the first error if it is strict, and at an error that its body throws")
    func stops() throws {
        var strict = ReadingSettings()
        strict.isStrict = true
        let paths = CorpusInput.paths(["/nowhere/at-all.xml", corpus])
        #expect(throws: Problem.self) { try CorpusReader(input: paths, settings: strict).each(RunMonitor()) { _ in } }
        var count = 0
        let problem = try #require(throws: Problem.self) {
            try reader([corpus], jobs: 2).each(RunMonitor()) { _ throws(Problem) in
                count += 1
                throw Problem("the disk is full")
            }
        }
        #expect(problem.message == "the disk is full" && count == 1)
    }

    @Test("counts every document once for any number of workers", arguments: [1, 2, 5])
    func counts(jobs: Int) throws {
        let (ids, summary) = try reader([corpus, corpus + "/review.md"], jobs: jobs).count(
            [String](), RunMonitor(), add: { $0.append($1.document.id) }, merge: { $0 += $1 })
        #expect(ids.count == summary.documents && summary.errors == 0 && summary.skipped == ["1 repeated document"])
        #expect(Set(ids) == Set(try run([corpus], jobs: 1)) && ids.count == Set(ids).count)
    }

    @Test("ends early if it is cancelled")
    func cancelled() throws {
        let summary = try reader([corpus], jobs: 2).each(RunMonitor(isCancelled: { true })) { _ in }
        #expect(summary.wasCancelled && summary.documents == 0)
    }
}
