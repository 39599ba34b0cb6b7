import Foundation
import TestSupport
import Testing

@Suite("The commands of a team") struct TeamCommandTests {
    private let folder = TemporaryFolder()

    init() throws {
        let fixtures = Program.fixtures.path
        for line in [
            "init s.tema", "import s.tema \(fixtures)/corpus", "codebook import s.tema \(fixtures)/codebook.yaml",
            "coders s.tema --add ana --role coordinator", "coders s.tema --add ben",
        ] { #expect(try run(line).code == 0, "\(line)") }
    }

    private func run(_ line: String) throws -> Program { try Program(line + " --format csv", in: folder.url) }

    private func code() throws {
        for line in [
            "tag s.tema interview-1 --code people --passage 3 --coder ana",
            "tag s.tema interview-1 --code harm --passage 3 --coder ben",
            "tag s.tema interview-1 --code harm --passage 2 --coder ana",
            "tag s.tema interview-1 --code harm --passage 2 --coder ben",
        ] { #expect(try run(line).code == 0, "\(line)") }
    }

    @Test("add, list and remove coders")
    func coders() throws {
        #expect(try run("assign s.tema --to ben interview-1").code == 0)
        let rows = try run("coders s.tema").output.split(separator: "\n")
        #expect(rows.dropFirst() == ["ana,coordinator,0,0,0,0,0,", "ben,coder,1,0,0,0,0,"])
        #expect(try run("coders s.tema --remove ben").code == 0)
        #expect(try run("coders s.tema --remove ben").code == 2)
        #expect(try run("coders s.tema --role coder").messages.contains("--role needs --add"))
    }

    @Test("divide documents, and show them in the status")
    func assign() throws {
        #expect(try !run("status s.tema").output.contains("assigned"))
        let divided = try run("assign s.tema --evenly ana,ben --shared 1 --seed 5")
        #expect(divided.code == 0, "\(divided.messages)")
        #expect(divided.output.hasPrefix("study,coders,documents,shared,seed\n"))
        let rows = try run("status s.tema").output.split(separator: "\n")
        #expect(rows.first?.hasSuffix(",done,assigned") == true && rows.count { $0.hasSuffix("ana; ben") } == 1)
        #expect(try run("status s.tema --by coder").output.contains("assigned"))
        #expect(try run("assign s.tema --all --to ana --undo").code == 0)
        #expect(try !run("status s.tema").output.contains("ana"))
        for wrong in ["--to ana", "--to ana --evenly ben", "--evenly ana interview-1", "--to ana --all --seed 3"] {
            #expect(try run("assign s.tema \(wrong)").code == 2, "\(wrong)")
        }
    }

    @Test("set and show the blind rule")
    func blind() throws {
        try code()
        #expect(try run("blind s.tema --on --open interview-1").output == "study,blind,changed\ns.tema,on,2\n")
        let rows = try run("blind s.tema").output.split(separator: "\n")
        #expect(rows.contains("interview-1,open,ana; ben,ana; ben"))
        #expect(try run("blind s.tema --close interview-1").code == 0)
        for coder in ["ana", "ben"] { #expect(try run("done s.tema interview-1 --coder \(coder)").code == 0) }
        #expect(try run("blind s.tema").output.contains("\ninterview-1,done,ana; ben,\n"))
        #expect(try run("blind s.tema --on --off").code == 2)
    }

    @Test("list disagreements, decide on them and adopt what coders agree on")
    func reconcile() throws {
        try code()
        let rows = try run("reconcile s.tema").output.split(separator: "\n")
        #expect(rows.count == 2 && rows.first == "id,document,passage,codes_ana,codes_ben,text")
        let id = rows.last?.prefix(32) ?? ""
        #expect(rows.last?.dropFirst(32).hasPrefix(",interview-1,3,hope/people,harm,") == true)
        #expect(try run("reconcile s.tema \(id) --take eve").messages.contains("one of ana, ben, both, neither"))
        #expect(try run("reconcile s.tema \(id.prefix(6)) --take both --note why --coder ana").code == 0)
        #expect(try run("reconcile s.tema").output.split(separator: "\n").count == 1)
        #expect(try run("reconcile s.tema --all").output.contains(",both,harm; hope/people,why,"))
        #expect(try run("reconcile s.tema \(id) --code harm").output.contains(",own,harm,"))
        #expect(try run("reconcile s.tema --agreed").output == "study,codings\ns.tema,1\n")
        let codings = try run("codings s.tema --coder consensus").output.split(separator: "\n")
        #expect(codings.count == 3)
        #expect(try run("coders s.tema").output.contains("consensus,consensus,0,2,1,1,0,"))
        #expect(try run("agreement s.tema --draws 0").code == 0)
        #expect(try run("verify s.tema").code == 0)
        for wrong in ["\(id)", "\(id) --take ana --code harm", "--take ana", "\(id) --agreed"] {
            #expect(try run("reconcile s.tema \(wrong)").code == 2, "\(wrong)")
        }
    }
}
