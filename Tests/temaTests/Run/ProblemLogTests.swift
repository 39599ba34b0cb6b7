import Foundation
import TemaModel
import TestSupport
import Testing

@testable import tema

@Suite("The problems of a run") struct ProblemLogTests {
    private func problem(_ number: Int, _ kind: Problem.Kind, _ severity: Problem.Severity = .error) -> Problem {
        Problem("bad", severity: severity, kind: kind, suggestion: "repair it", file: "\(number).xml", line: number)
    }

    @Test("are printed one by one up to three of a kind, otherwise in one line with the first places")
    func lines() throws {
        let log = try ProblemLog(file: nil)
        for number in 1...1_200 { log.add(problem(number, .malformed)) }
        for number in 1...3 { log.add(problem(number, .other, .warning)) }
        log.add(Problem("worse", file: "x"))
        let warnings = (1...3).map { "\($0).xml:\($0): warning: bad (repair it)" }
        #expect(
            log.takeLines(quiet: false) == [
                "error: bad (repair it) in 1,200 places: 1.xml:1, 2.xml:2, 3.xml:3, …; --problems FILE lists all"
            ] + warnings + ["x: error: worse"])
        #expect(log.takeLines(quiet: false).isEmpty)
    }

    @Test("of one kind with different messages are named by their kind")
    func messages() throws {
        let log = try ProblemLog(file: nil)
        for number in 1...4 {
            log.add(Problem("\(number) is twice", kind: .repeatedDocument, suggestion: "omit it", file: "a"))
        }
        #expect(
            log.takeLines(quiet: true) == [
                "error: documents with the id and the text of an earlier one, skipped (omit it) in 4 places: a, a, a, …; "
                    + "--problems FILE lists all"
            ])
    }

    @Test("are not printed with --quiet unless they are errors, nor if they are counted as skipped files")
    func quiet() throws {
        let log = try ProblemLog(file: nil)
        log.add(problem(1, .other, .note))
        log.add(problem(2, .noDocument, .note))
        log.add(problem(3, .noDocument))
        #expect(log.takeLines(quiet: true) == ["3.xml:3: error: bad (repair it)"])
        log.add(problem(1, .other, .note))
        log.add(problem(2, .noDocument, .note))
        #expect(log.takeLines(quiet: false) == ["1.xml:1: note: bad (repair it)"])
    }

    @Test("are all written to a file, one JSON object per line")
    func file() throws {
        let folder = TemporaryFolder()
        let path = folder.path("problems.jsonl")
        let log = try ProblemLog(file: path)
        for number in 1...5 { log.add(problem(number, .noDocument, .note)) }
        _ = log.takeLines(quiet: false)
        try log.finish()
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(
            lines[1] == """
                {"path":"2.xml","line":2,"column":null,"byte":null,"severity":"note","code":"no-document",\
                "message":"bad","suggestion":"repair it"}
                """)
    }

    @Test("do not replace a file that is something else", arguments: ["Text.", "{\"id\": \"a\"}", "tema: 1"])
    func existing(content: String) throws {
        let folder = TemporaryFolder()
        try folder.write("a.jsonl", content.utf8)
        #expect(throws: Problem.self) { try ProblemLog(file: folder.path("a.jsonl")) }
        let log = try ProblemLog(file: folder.path("b.jsonl"))
        log.add(problem(1, .other))
        try log.finish()
        _ = try ProblemLog(file: folder.path("b.jsonl"))
    }
}
