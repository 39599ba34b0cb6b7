import Foundation
import Glibc
import TemaModel
import TemaStudy
import Testing

/// A program that tags without end is killed at random moments: what it acknowledged is there, and nothing else.
///
/// `TEMA_CRASHES` says how often; `make soak` takes a thousand.
@Suite("A study that loses its program", .serialized) struct CrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["TEMA_CRASHES"].flatMap { Int($0) } ?? 25

    @Test("keeps every coding that was acknowledged, and has none that was not asked for")
    func kills() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try prepare(folder)
        var acknowledged: Set<String> = []
        var asked = 0
        for round in 0..<Self.rounds {
            let first = asked
            let ids = try tagUntilKilled(from: first, in: folder)
            acknowledged.formUnion(ids)
            let study = try Study(folder.appending(path: "s.tema").path, for: .writing)
            #expect(try study.verify().problems.isEmpty)
            let codings = try study.codings()
            #expect(Set(codings.map(\.id)).isSuperset(of: acknowledged), "round \(round)")
            // The one under way may or may not have come through.
            #expect(acknowledged.count...(acknowledged.count + 1) ~= codings.count, "round \(round)")
            acknowledged = Set(codings.map(\.id))
            asked = first + ids.count + 1
            #expect(codings.allSatisfy { $0.span.count == 4 && $0.span.lowerBound < asked }, "round \(round)")
        }
        #expect(acknowledged.count >= Self.rounds)
    }

    /// A study with one text and a codebook.
    private func prepare(_ folder: URL) throws {
        try Data(String(repeating: "word ", count: 4_000).utf8).write(to: folder.appending(path: "talk.txt"))
        for line in [
            "init s.tema", "import s.tema talk.txt", "codebook import s.tema \(Program.fixtures.path)/codebook.yaml",
        ] {
            #expect(try Program(line, in: folder).code == 0)
        }
    }

    /// - Returns: The ids that were acknowledged.
    private func tagUntilKilled(from first: Int, in folder: URL) throws -> [String] {
        let (process, output) = try tagging(from: first, by: "ana", most: 1_000_000, in: folder)
        // On a slow machine it takes a while until there is anything to lose.
        var told = output.fileHandleForReading.availableData
        usleep(UInt32.random(in: 0...400_000))
        kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        told += output.fileHandleForReading.readDataToEndOfFile()
        let text = String(decoding: told, as: UTF8.self)
        return text.split(separator: "\n").map(String.init).filter { $0.count == 32 }
    }

    /// Starts a shell that tags one span after the other.
    private func tagging(from first: Int, by coder: String, most: Int, in folder: URL) throws -> (Process, Pipe) {
        let tema = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "tema").path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            i=\(first); while [ $i -lt \(first + most) ]; do \
            "\(tema)" tag s.tema talk --code harm --coder \(coder) --span $i-$((i+4)) || exit; i=$((i+1)); done
            """,
        ]
        process.currentDirectoryURL = folder
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        return (process, output)
    }

    @Test("keeps every coding that two programs at once had acknowledged")
    func writers() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try prepare(folder)
        let loops = try ["ana", "ben"].map { coder in try tagging(from: 0, by: coder, most: 15, in: folder) }
        var acknowledged: Set<String> = []
        for (process, output) in loops {
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            acknowledged.formUnion(text.split(separator: "\n").map(String.init))
        }
        let study = try Study(folder.appending(path: "s.tema").path, for: .reading)
        #expect(acknowledged.count == 30)
        #expect(try Set(study.codings().map(\.id)) == acknowledged)
        #expect(try study.verify().problems.isEmpty)
    }
}
