import Foundation
import Glibc
import TemaModel
import TemaStudy
import TestSupport
import Testing

/// Kills a program that tags in a loop at random moments. The study must then have exactly the acknowledged codings.
///
/// `TEMA_CRASHES` is the number of kills; `make soak` uses a thousand.
@Suite("A study whose program is killed", .serialized) struct CrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["TEMA_CRASHES"].flatMap { Int($0) } ?? 25

    @Test("has all acknowledged codings and no others")
    func kills() throws {
        let folder = TemporaryFolder()
        try prepare(folder)
        var acknowledged: Set<String> = []
        var asked = 0
        for round in 0..<Self.rounds {
            let first = asked
            let ids = try tagUntilKilled(from: first, in: folder)
            acknowledged.formUnion(ids)
            let study = try Study(folder.path("s.tema"), for: .writing)
            #expect(try study.verify().problems.isEmpty)
            let codings = try study.codings()
            #expect(Set(codings.map(\.id)).isSuperset(of: acknowledged), "round \(round)")
            // The coding in progress may or may not have been saved.
            #expect(acknowledged.count...(acknowledged.count + 1) ~= codings.count, "round \(round)")
            acknowledged = Set(codings.map(\.id))
            asked = first + ids.count + 1
            #expect(codings.allSatisfy { $0.span.count == 4 && $0.span.lowerBound < asked }, "round \(round)")
        }
        #expect(acknowledged.count >= Self.rounds)
    }

    /// Prepares a study with one text and a codebook.
    private func prepare(_ folder: TemporaryFolder) throws {
        try folder.write("talk.txt", String(repeating: "word ", count: 4_000).utf8)
        for line in [
            "init s.tema", "import s.tema talk.txt", "codebook import s.tema \(Program.fixtures.path)/codebook.yaml",
        ] {
            #expect(try Program(line, in: folder.url).code == 0)
        }
    }

    /// Returns the acknowledged ids.
    private func tagUntilKilled(from first: Int, in folder: TemporaryFolder) throws -> [String] {
        let (process, output) = try tagging(from: first, by: "ana", most: 1_000_000, in: folder)
        // Wait for the first output, because a slow machine needs time until the first coding.
        var actual = output.fileHandleForReading.availableData
        usleep(UInt32.random(in: 0...400_000))
        kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        actual += output.fileHandleForReading.readDataToEndOfFile()
        let text = String(decoding: actual, as: UTF8.self)
        return text.split(separator: "\n").map(String.init).filter { $0.count == 32 }
    }

    /// Starts a shell that tags spans in a loop.
    private func tagging(from first: Int, by coder: String, most: Int, in folder: TemporaryFolder) throws -> (
        Process, Pipe
    ) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            i=\(first); while [ $i -lt \(first + most) ]; do \
            "\(Program.executable.path)" tag s.tema talk --code harm --coder \(coder) --span $i-$((i+4)) || exit; i=$((i+1)); done
            """,
        ]
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        return (process, output)
    }

    @Test("has all codings acknowledged by two concurrent programs")
    func writers() throws {
        let folder = TemporaryFolder()
        try prepare(folder)
        let loops = try ["ana", "ben"].map { coder in try tagging(from: 0, by: coder, most: 15, in: folder) }
        var acknowledged: Set<String> = []
        for (process, output) in loops {
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            acknowledged.formUnion(text.split(separator: "\n").map(String.init))
        }
        let study = try Study(folder.path("s.tema"), for: .reading)
        #expect(acknowledged.count == 30)
        #expect(try Set(study.codings().map(\.id)) == acknowledged)
        #expect(try study.verify().problems.isEmpty)
    }
}
