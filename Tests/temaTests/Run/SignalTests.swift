import Foundation
import Glibc
import TestSupport
import Testing

/// Time limits are generous: they only detect that a run hangs.
@Suite("A run ended by a signal or a closed pipe", .serialized) struct SignalTests {
    private let folder = TemporaryFolder()

    /// Prepares a codebook, a study, an older `out.csv`, and a thousand links to one text, which take seconds to read.
    init() throws {
        let text = String(repeating: "She had plans, and the people there gave her hope. ", count: 800)
        try folder.write(["corpus/0.txt": text, "out.csv": "old\n"])
        for number in 1...1_000 {
            try FileManager.default.linkItem(
                atPath: folder.path("corpus/0.txt"), toPath: folder.path("corpus/\(number).txt"))
        }
        try FileManager.default.copyItem(
            at: Program.fixtures.appending(path: "codebook.yaml"), to: folder.url.appending(path: "codebook.yaml"))
        for line in ["init s.tema", "codebook import s.tema codebook.yaml", "import s.tema codebook.yaml --from text"] {
            let run = try Program(line, in: folder.url)
            try #require(run.code == 0, "\(line): \(run.messages)")
        }
    }

    private static let lines = [
        "passages corpus -o out.csv", "frequencies -c codebook.yaml corpus -o out.csv", "passages corpus -o new.jsonl",
        "export -c codebook.yaml corpus -o new.xlsx", "import s.tema corpus",
        "frequencies -c codebook.yaml corpus", "passages --jobs 1 corpus",
    ]

    @Test(
        "exits with 128 plus the number of SIGINT or SIGTERM, and leaves all files unchanged",
        .timeLimit(.minutes(5)), arguments: lines, [SIGINT, SIGTERM])
    func signals(line: String, signal: CInt) throws {
        let before = try contents()
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = line.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder.url
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        wait { catches(signal, process) }
        usleep(300_000)
        kill(process.processIdentifier, signal)
        let start = ContinuousClock.now
        process.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
        #expect(try contents() == before)
    }

    /// Returns whether a process has a handler for a signal, according to the kernel.
    private func catches(_ signal: CInt, _ process: Process) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") } ?? ""
        let caught = UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) ?? 0
        return caught >> (signal - 1) & 1 == 1
    }

    private func wait(_ isReady: () -> Bool) {
        for _ in 0..<6_000 {
            if isReady() { return }
            usleep(10_000)
        }
        Issue.record("the process did not start within a minute")
    }

    /// Returns the bytes of every file in the folder, without those of the corpus, which no command writes.
    private func contents() throws -> [String: [UInt8]] {
        try folder.names().reduce(into: [:]) { $0[$1] = $1 == "corpus" ? [] : try folder.bytes($1) }
    }

    @Test("exits with 128 plus the number of the signal in the middle of long texts", .timeLimit(.minutes(5)))
    func longTexts() throws {
        let text = String(repeating: "She had plans, and the people there gave her hope. ", count: 140_000)
        try folder.write(["long/0.txt": text])
        for number in 1..<40 {
            try FileManager.default.linkItem(
                atPath: folder.path("long/0.txt"), toPath: folder.path("long/\(number).txt"))
        }
        for line in ["import s.tema long", "quotes -c codebook.yaml --code plans long -o out.csv"] {
            let before = (try folder.bytes("s.tema"), try folder.text("out.csv"))
            let run = try Program(shell: "timeout --preserve-status -s INT 1 tema \(line); echo $?", in: folder.url)
            #expect(run.output.hasSuffix("130\n"), "\(line): \(run.output)")
            #expect(try folder.bytes("s.tema") == before.0 && folder.text("out.csv") == before.1, "\(line)")
        }
    }

    @Test("ends silently if its output is closed, at the first byte or later")
    func pipes() throws {
        let table = "-c codebook.yaml corpus/1.txt"
        for (line, reader) in [
            ("passages --format jsonl corpus", "head -n 1"), ("passages corpus/1.txt", "true"),
            ("codings -c codebook.yaml --format csv corpus", "head -n 1"), ("frequencies \(table)", "true"),
            ("frequencies \(table) --format xlsx", "true"), ("chart frequencies \(table)", "true"),
            ("report \(table)", "true"), ("codebook show codebook.yaml", "true"), ("check codebook.yaml", "true"),
            ("history s.tema", "true"), ("export s.tema --to tema", "true"), ("--help", "true"),
            ("--version", "true"),
        ] {
            let run = try Program(
                shell: "{ sleep 0.2; tema \(line) 2>messages; echo $? >code; } | \(reader)", in: folder.url)
            let (code, messages) = (try folder.text("code"), try folder.text("messages"))
            #expect(["0\n", "141\n"].contains(code) && messages.isEmpty, "\(line): \(code)\(messages)")
            #expect(run.output.split(separator: "\n").count == (reader == "true" ? 0 : 1), "\(line)")
        }
    }
}
