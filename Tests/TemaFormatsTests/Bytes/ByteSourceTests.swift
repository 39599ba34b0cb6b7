import Foundation
import TemaIngest
import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite("Byte sources") struct ByteSourceTests {
    private let folder = TemporaryFolder()

    private func all(_ source: ByteSource) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 7)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    @Test("can be read from the beginning several times")
    func again() throws {
        let url = folder.url.appending(path: "x")
        try Data("some bytes".utf8).write(to: url)
        for source in [try ByteSource.open(url.path), ByteSource.bytes(Array("some bytes".utf8), name: "x")] {
            #expect(source.size == 10)
            #expect(try source.beginning(4) == Array("some".utf8))
            #expect(try all(source) == Array("some bytes".utf8))
            try source.rewind()
            #expect(try all(source).count == 10)
            #expect(try source.beginning(99).count == 10)
        }
    }

    @Test("report a file that changes while it is read")
    func changed() throws {
        let url = folder.url.appending(path: "x")
        try Data("some bytes".utf8).write(to: url)
        let source = try ByteSource.open(url.path)
        _ = try source.beginning(4)
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 3)
        try handle.close()
        let problem = #expect(throws: Problem.self) { try all(source) }
        #expect(problem?.message.contains("changed while") == true)
    }

    @Test(
        "are not opened if they are not regular files",
        arguments: [
            ("/nowhere/x", "no such file"), ("/tmp", "a folder"), ("/dev/null", "a device"), ("a\0b", "no such file"),
        ])
    func refused(path: String, expected: String) {
        let problem = #expect(throws: Problem.self) { try ByteSource.open(path) }
        #expect(problem?.message.contains(expected) == true && problem?.suggestion != nil)
    }

    @Test("do not block on a pipe", .timeLimit(.minutes(1)))
    func pipe() throws {
        let url = folder.url.appending(path: "x")
        try #require(mkfifo(url.path, 0o600) == 0)
        let problem = #expect(throws: Problem.self) { try ByteSource.open(url.path) }
        #expect(problem?.message.contains("pipe") == true)
    }
}
