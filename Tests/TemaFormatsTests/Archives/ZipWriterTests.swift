import Foundation
import TestSupport
import Testing

@testable import TemaFormats

@Suite("Writing ZIP files") struct ZipWriterTests {
    private func zipped() throws -> [UInt8] {
        let zip = try ZipWriter()
        try zip.add("b.txt", Array("text".utf8))
        try zip.add("a/ä.txt", [])
        return try zip.finish()
    }

    @Test("Members are read back in order, with their names and bytes")
    func members() throws {
        let members = Unpacked(try zipped()).members
        #expect(members.map(\.0) == ["b.txt", "a/ä.txt"])
        #expect(members.map(\.1) == [Array("text".utf8), []])
    }

    @Test("A member can be written in parts, and the file can be taken in parts")
    func parts() throws {
        var bytes: [UInt8] = []
        let zip = try ZipWriter()
        try zip.add("a", [1])
        try zip.begin("b")
        var generator = SystemRandomNumberGenerator()
        let parts = (0..<20).map { _ in (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &generator) } }
        for part in parts {
            try zip.write(part)
            let taken = zip.take()
            #expect(taken.count < 200_000 && zip.take().isEmpty)
            bytes += taken
        }
        bytes += try zip.finish()
        #expect(Unpacked(bytes).members.map(\.1) == [[1], Array(parts.joined())])
    }

    @Test("The same members result in the same bytes, at any time and in any time zone")
    func same() throws {
        let one = try zipped()
        setenv("TZ", "Asia/Jakarta", 1)
        tzset()
        defer {
            unsetenv("TZ")
            tzset()
        }
        #expect(try zipped() == one)
    }
}
