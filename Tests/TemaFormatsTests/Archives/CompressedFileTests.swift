import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite("A compressed file") struct CompressedFileTests {
    private let folder = TemporaryFolder()

    private func write(_ pieces: [[UInt8]], _ compression: Compression?) throws -> String {
        let path = folder.path("file")
        let output = try CompressedOutput(path, compression)
        for piece in pieces { try output.write(piece) }
        try output.finish()
        return path
    }

    private func read(_ path: String) throws(Problem) -> [UInt8] {
        let file = try CompressedFile(InputPath(path))
        var all: [UInt8] = []
        while true {
            var chunk = [UInt8](repeating: 0, count: 10_000)
            let count = try file.read(into: &chunk, from: 10)
            if count == 0 { return all }
            all += chunk[10..<(10 + count)]
        }
    }

    @Test("is read as it was written", arguments: [nil] + Compression.allCases, [0, 1, 100_000])
    func roundTrip(compression: Compression?, length: Int) throws {
        let pieces = [(0..<length).map { UInt8(truncatingIfNeeded: $0 / 7) }, Array("end\n".utf8)]
        let path = try write(pieces, compression)
        #expect(try read(path) == pieces.flatMap(\.self))
        #expect(try (folder.bytes("file").count < length) == (compression != nil && length > 100))
    }

    @Test("of no bytes has none", arguments: [nil] + Compression.allCases)
    func empty(compression: Compression?) throws {
        #expect(try read(write([], compression)) == [])
    }

    @Test("is refused if it is cut", arguments: Compression.allCases)
    func cut(compression: Compression) throws {
        let path = try write([(0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }], compression)
        try folder.write("file", try folder.bytes("file").dropLast(20))
        let problem = try #require(throws: Problem.self) { try read(path) }
        #expect(problem.file == path && problem.message.hasPrefix("it cannot be read"))
    }

    @Test("does not appear if it is not finished", arguments: [nil] + Compression.allCases)
    func unfinished(compression: Compression?) throws {
        do {
            let output = try CompressedOutput(folder.path("file"), compression)
            try output.write([1, 2, 3])
        }
        #expect(try folder.names() == [])
    }
}
