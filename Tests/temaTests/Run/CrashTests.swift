import Foundation
import Glibc
import Model
import Store
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
        let text = String(repeating: "word ", count: 4_000)
        try Data(text.utf8).write(to: folder.appending(path: "talk.txt"))
        for line in [
            "init s.tema", "import s.tema talk.txt", "codebook import s.tema \(Program.fixtures.path)/codebook.yaml",
        ] {
            #expect(try Program(line, in: folder).code == 0)
        }
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
        #expect(acknowledged.count >= Self.rounds / 2)
    }

    /// - Returns: The ids that were acknowledged.
    private func tagUntilKilled(from first: Int, in folder: URL) throws -> [String] {
        let tema = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "tema").path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            i=\(first); while :; do "\(tema)" tag s.tema talk --code harm --coder ana --span $i-$((i+4)) || exit; \
            i=$((i+1)); done
            """,
        ]
        process.currentDirectoryURL = folder
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        usleep(UInt32.random(in: 20_000...400_000))
        kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return text.split(separator: "\n").map(String.init).filter { $0.count == 32 }
    }
}
