import Foundation
import TestSupport

/// A run of the program, with its output.
struct Program {
    let output: String
    let messages: String
    let code: Int32

    static let fixtures = Repository.url("Tests/temaTests/Fixtures")
    static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "tema")

    /// Runs `tema` in the folder of the fixtures.
    ///
    /// - Parameter variables: Environment variables to set in addition to those of the test.
    init(
        _ arguments: [String], input: String = "", in folder: URL = fixtures, variables: [String: String] = [:]
    ) throws {
        try self.init(Self.executable, arguments, input, folder, variables)
    }

    init(
        _ line: String, input: String = "", in folder: URL = fixtures, variables: [String: String] = [:]
    ) throws {
        try self.init(line.split(separator: " ").map(String.init), input: input, in: folder, variables: variables)
    }

    /// Runs a shell command line, in which `tema` is the program. The output includes the messages, as on a terminal.
    init(shell line: String, in folder: URL) throws {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        try self.init(
            URL(filePath: "/bin/sh"), ["-c", "exec 2>&1\n\(line)"], "", folder,
            ["PATH": "\(Self.executable.deletingLastPathComponent().path):\(path)"])
    }

    private init(
        _ executable: URL, _ arguments: [String], _ input: String, _ folder: URL, _ variables: [String: String]
    ) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        process.currentDirectoryURL = folder
        let pipes = (input: Pipe(), output: Pipe(), messages: Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = pipes
        try process.run()
        try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipes.input.fileHandleForWriting.close()
        // The messages of these small runs fit into a pipe's buffer, so reading one pipe after the other cannot block.
        output = String(decoding: pipes.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        messages = String(decoding: pipes.messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }
}
