import TemaModel
import Testing

@testable import TemaFormats

@Suite("An external program") struct ExternalProgramTests {
    private var allowance = ExternalProgram.Allowance(ifSlow: "wait", ifLong: "shorten it")

    private func run(
        _ name: String, _ arguments: [String], _ input: String = "", _ allowance: ExternalProgram.Allowance? = nil
    ) throws -> ExternalProgram.Result {
        let program = try ExternalProgram(name, missing: Problem("\(name) is not installed"))
        let source = ByteSource.bytes(Array(input.utf8), name: "input")
        return try program.run(arguments, on: source, within: allowance ?? self.allowance)
    }

    private func text(_ result: ExternalProgram.Result) throws -> String {
        String(decoding: try result.output.beginning(1 << 20), as: UTF8.self)
    }

    @Test("reads standard input and writes standard output")
    func converts() throws {
        let result = try run("tr", ["a-z", "A-Z"], "hope")
        #expect(try text(result) == "HOPE")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
    }

    @Test("is started without a shell, with a fixed environment and three descriptors")
    func isolation() throws {
        #expect(try text(run("echo", ["$HOME; ls"])) == "$HOME; ls\n")
        #expect(try text(run("env", [])) == "LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\n")
        // The fourth descriptor is the folder that ls reads.
        #expect(try text(run("ls", ["/proc/self/fd"])) == "0\n1\n2\n3\n")
    }

    @Test("that fails returns its exit code and the beginning of its errors")
    func fails() throws {
        let result = try run("ls", ["/nowhere"])
        #expect(result.exitCode == 2 && result.errors.contains("/nowhere"))
    }

    @Test("that is not installed throws the specified problem")
    func missing() {
        #expect(throws: Problem("no-such-program is not installed")) { try run("no-such-program", []) }
    }

    @Test("is stopped when it exceeds its allowance")
    func allowances() throws {
        var small = allowance
        small.output = 1 << 20
        #expect(throws: Problem("yes writes more than 1 MB", suggestion: "shorten it")) {
            try run("yes", [], "", small)
        }
        small.seconds = 0
        #expect(throws: Problem("sleep took longer than 0 seconds", suggestion: "wait")) {
            try run("sleep", ["60"], "", small)
        }
        small = allowance
        small.memory = 64 << 20
        #expect(try run("sort", ["/dev/zero"], "", small).exitCode == 2)
    }
}
