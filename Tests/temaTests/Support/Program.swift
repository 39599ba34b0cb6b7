import Foundation

/// The program itself, run as a person runs it.
struct Program {
    let output: String
    let messages: String
    let code: Int32

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// Runs `tema` in the folder of the fixtures.
    ///
    /// - Parameter variables: Environment variables that are other than here.
    init(
        _ arguments: [String], input: String = "", in folder: URL = fixtures, variables: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "tema")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        process.currentDirectoryURL = folder
        let pipes = (input: Pipe(), output: Pipe(), messages: Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = pipes
        try process.run()
        try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipes.input.fileHandleForWriting.close()
        // Messages of these small runs fit into a pipe's buffer.
        output = String(decoding: pipes.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        messages = String(decoding: pipes.messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }

    init(
        _ line: String, input: String = "", in folder: URL = fixtures, variables: [String: String] = [:]
    ) throws {
        try self.init(line.split(separator: " ").map(String.init), input: input, in: folder, variables: variables)
    }
}
