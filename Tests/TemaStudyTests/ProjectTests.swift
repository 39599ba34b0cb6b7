import GRDB
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("A project") struct ProjectTests {
    private let codes: Set<String> = ["water", "loss", "loss/boat"]

    private func taken(_ project: Project, into study: Study) throws -> ProjectImportResult {
        try study.take(project, codebook: nil, codes: codes, by: "ana")
    }

    private func coding(_ place: Project.Place, _ code: String = "water", document: String = "lake") -> Project.Coding {
        Project.Coding(document: document, place: place, code: code, coder: "ben")
    }

    @Test(
        "is imported with its codings at the right words",
        arguments: [
            (Project.Place.span(4..<8), "went"),
            (.passage(2), "Nobody saw the boat again."),
            (.quote("to the lake"), "to the lake"),
            (.quote("the boat", before: "saw "), "the boat"),
            (.quote("lake", before: "the ", after: "."), "lake"),
            (.quote("cold,  and\nthe boat"), "cold, and the boat"),
            (.spanOfQuote(4..<8, "went"), "went"),
            (.spanOfQuote(70..<76, "boat"), "boat"),
        ])
    func placed(_ place: Project.Place, _ words: String) throws {
        let home = Place()
        let study = try Composed.study(at: home)
        let result = try taken(Project(codings: [coding(place)]), into: study)
        #expect(result.refused.isEmpty)
        #expect(try study.codings().map(\.quote) == [words])
        #expect(try study.codings().map(\.coder) == ["ben"])
    }

    @Test(
        "is imported without invalid codings, which are reported",
        arguments: [
            (Project.Place.span(4..<4), "lake", "water", "is not a span of lake"),
            (.span(9..<9_000), "lake", "water", "is not a span of lake"),
            (.quote("the boat"), "lake", "water", "occur 2 times"),
            (.quote("the ship"), "lake", "water", "do not occur in lake"),
            (.passage(9), "lake", "water", "no passage 9"),
            (.passage(0), "river", "water", "no document “river”"),
            (.passage(0), "lake", "fire", "no code “fire”"),
        ])
    func refused(_ place: Project.Place, _ document: String, _ code: String, _ message: String) throws {
        let home = Place()
        let study = try Composed.study(at: home)
        let project = Project(codings: [coding(place, code, document: document), coding(.span(4..<8))])
        let result = try taken(project, into: study)
        #expect(result.refused.count == 1)
        #expect(result.refused.first?.message.contains(message) == true)
        #expect(result.codings == 1)
    }

    @Test("changes nothing if the disk is full, and the error names the study")
    func full() throws {
        let home = Place()
        let study = try Composed.study(at: home)
        // A limited number of pages simulates a full disk.
        try study.perform { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let spans = (0..<60).flatMap { start in (start + 1..<60).map { Project.Place.span(start..<$0) } }
        let problem = try #require(throws: Problem.self) {
            try taken(Project(codings: spans.map { coding($0) }), into: study)
        }
        #expect(problem.cause == .writing && problem.file == study.path)
        #expect(try study.codings().isEmpty)
    }

    @Test(
        "survives import and export, and importing it again changes nothing", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let project = Self.random(&random)
        let home = Place()
        let study = try Study.create(at: home.path)
        let result = try taken(project, into: study)
        #expect(result.refused.isEmpty, "seed \(seed)")
        var losses = Losses()
        let given = try study.project(losses: &losses)
        #expect(losses.isEmpty)
        #expect(given.documents == project.documents, "seed \(seed)")
        #expect(Set(given.codings) == Set(project.codings), "seed \(seed)")
        #expect(Set(given.memos) == Set(project.memos), "seed \(seed)")
        #expect(given.kept == project.kept, "seed \(seed)")
        let before = try study.history().count
        let again = try taken(given, into: study)
        #expect(again.knownCodings == project.codings.count && again.isNothing, "seed \(seed)")
        #expect(try study.history().count == before)
        #expect(try study.verify().problems.isEmpty)
        _ = try study.undo(1, by: "ana")
        #expect(try study.documentIDs().isEmpty && study.codings().isEmpty && study.keptParts().isEmpty)
    }

    private static func random(_ random: inout SeededGenerator) -> Project {
        let letters = ["a", "b ", "é", "e\u{301}", "👩‍👧", "\u{5D0}", "漢", "\t", "\u{2028}", ". "]
        var project = Project()
        for number in 0..<Int.random(in: 1...4, using: &random) {
            let paragraphs = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                "x" + (0..<30).map { _ in letters.randomElement(using: &random) ?? "" }.joined() + "x"
            }
            let document = Composed.document("d\(number)", paragraphs)
            project.documents.append(document)
            let count = ScalarOffsets(document.text).count
            for at in 0..<Int.random(in: 0...20, using: &random) {
                let start = Int.random(in: 0..<count, using: &random)
                // Starts and ends are random, and coders differ, so that no two codings are the same.
                project.codings.append(
                    Project.Coding(
                        id: String(repeating: "0", count: 28) + String(1000 + number * 100 + at), document: document.id,
                        place: .span(start..<Int.random(in: (start + 1)...count, using: &random)),
                        code: at % 2 == 0 ? "water" : "loss/boat", coder: "coder \(at)", at: "2026-01-31T12:00:00Z"))
            }
        }
        for (at, coding) in project.codings.enumerated() where at % 3 == 0 {
            project.memos.append(memo(at, .coding(coding.id ?? "")))
        }
        project.memos += [memo(900, .study), memo(901, .document("d0")), memo(902, .code("loss"))]
        project.kept = [Project.Kept(name: "refi/a", bytes: []), Project.Kept(name: "refi/b", bytes: [0, 255, 10])]
        return project
    }

    private static func memo(_ number: Int, _ target: Project.Memo.Target) -> Project.Memo {
        Project.Memo(id: "memo \(number)", target: target, coder: "ben", text: "noted \(number)\n👀", at: "2026-02-01")
    }

    @Test("does not change documents with the same text, or codings with the same id")
    func ours() throws {
        let home = Place()
        let study = try Composed.study(at: home)
        var flat = Composed.lake
        flat.passages = [Passage(kind: .paragraph, sectionType: .other, span: 0..<22)]
        var mine = coding(.span(4..<8))
        mine.id = "0123"
        _ = try taken(Project(documents: [flat], codings: [mine]), into: study)
        #expect(try study.document("lake") == Composed.lake)
        mine.place = .span(0..<3)
        let result = try taken(Project(codings: [mine]), into: study)
        #expect(result.refused.first?.message.contains("another coding with the id") == true)
        #expect(try study.codings().map(\.quote) == ["went"])
    }

    @Test("adds its memos to the study's own coding if that has another id")
    func twin() throws {
        let home = Place()
        let study = try Composed.study(at: home)
        let own = try study.tag("lake", .quote("went", place: nil), code: "water", by: "ben")
        var theirs = coding(.span(4..<8))
        theirs.id = "ffff"
        let result = try taken(
            Project(codings: [theirs], memos: [Project.Memo(target: .coding("ffff"), text: "why")]), into: study)
        #expect(result.codings == 0 && result.knownCodings == 1)
        #expect(try study.memos().map(\.subject) == [own.id])
    }

    @Test("has coders' names cut to one line of 200 bytes, or replaced by the importing coder's if blank")
    func coders() throws {
        let home = Place()
        let study = try Composed.study(at: home)
        let names = ["two\nlines", String(repeating: "é", count: 300), " ", nil]
        let codings = names.enumerated().map {
            Project.Coding(document: "lake", place: .span(0..<($0.offset + 1)), code: "water", coder: $0.element)
        }
        _ = try taken(Project(codings: codings), into: study)
        #expect(
            try study.codings().map(\.coder) == ["two lines", String(repeating: "é", count: 100), "ana", "ana"])
    }

    @Test("can be imported into a study of version 1")
    func migrated() throws {
        let home = Place()
        _ = try Study.create(at: home.path, Schema(steps: Array(Schema.current.steps.prefix(1))))
        let study = try Study(home.path, for: .writing)
        let kept = [Project.Kept(name: "refi/a", bytes: [1])]
        _ = try taken(Project(kept: kept), into: study)
        #expect(try study.keptParts() == kept)
    }
}
