import Foundation
import TestSupport
import Testing

@Suite("tema sample and tema validate") struct ValidateCommandTests {
    private let folder = TemporaryFolder()

    private func run(_ line: String) throws -> Program { try Program(line, in: folder.url) }

    private var source: String { "-c \(Program.fixtures.path)/codebook.yaml \(Program.fixtures.path)/corpus" }

    @Test("draw the same passages for any number of workers and any order of paths")
    func order() throws {
        let one = try Program("sample -c codebook.yaml --found 2 --other 2 --format csv -j 1 corpus").output
        let paths = "corpus/notes.jsonl corpus/article.xml corpus/interview.md"
        for rest in ["-j 4 corpus", paths] {
            #expect(
                try Program("sample -c codebook.yaml --found 2 --other 2 --format csv \(rest)").output == one)
        }
    }

    @Test("use a study's hand codings as verdicts")
    func study() throws {
        let drawn = try run("sample --code people --study s.tema --format csv -o check.csv --coder ana \(source)")
        #expect(drawn.code == 0, "\(drawn.messages)")
        #expect(try run("validate check.csv --study s.tema --coder ana").messages.contains("unknown coder “ana”"))
        // Found in passage 3 of the article and 2 of the interview. The coder codes the former and another one.
        for line in ["10.5555/one --passage 3", "10.5555/one --passage 5"] {
            #expect(try run("tag s.tema \(line) --code people --coder ana").code == 0)
        }
        let table = try run("validate check.csv --study s.tema --coder ana --format csv").output
        #expect(table.contains("\nhope/people,2,2,1,9,9,1,0.500000,"))
        let errors = try run("validate check.csv --study s.tema --view errors --format csv").output
        #expect(errors.contains("wrongly found,interview-1,2,ibu") && errors.contains("missed,10.5555/one,5,"))
        #expect(try run("validate check.csv --study s.tema --coder ben").code == 2)
        #expect(try run("codebook rename s.tema people others").code == 0)
        let renamed = try run("validate check.csv --study s.tema --coder ana")
        #expect(renamed.code == 2 && renamed.messages.contains("no code hope/people"))
    }

    @Test("skip passages whose text has changed since the draw")
    func changed() throws {
        #expect(
            try run("sample --code people --study s.tema --format csv -o check.csv --coder ana \(source)").code == 0)
        let file = folder.url.appending(path: "check.csv")
        let text = try String(contentsOf: file, encoding: .utf8).replacing("They said:", with: "They wrote:")
        try Data(text.utf8).write(to: file)
        #expect(try run("tag s.tema 10.5555/one --passage 3 --code people --coder ana").code == 0)
        let table = try run("validate check.csv --study s.tema --coder ana --format csv")
        #expect(table.messages.contains("warning: passage 5 of 10.5555/one has changed since the sample was drawn"))
        #expect(table.output.contains("hope/people,2,2,1,9,8,0"))
    }

    @Test(
        "refuse invalid options",
        arguments: [
            "sample --found 0", "sample --code nothing", "sample --level nowhere", "sample --code people --level 1",
            "sample --study x.csv",
        ])
    func refusals(line: String) throws {
        #expect(try run("\(line) \(source)").code == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("report a sample without verdicts")
    func unjudged() throws {
        #expect(try run("sample --format csv -o check.csv \(source)").code == 0)
        let program = try run("validate check.csv")
        #expect(program.code == 2 && program.messages.contains("the sample has no verdicts"))
        #expect(try run("validate missing.csv").code == 2)
    }
}
