import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite struct ZipReaderTests {
    private func source(_ bytes: [UInt8]) -> ByteSource { .bytes(bytes, name: "a.qdpx") }

    private func packed(_ files: [(name: String, text: String)]) -> [UInt8] {
        Packed.archive(.zip, files.map { ($0.name, Array($0.text.utf8)) })
    }

    /// Returns the names of all members, each with its text or its hazard.
    private func members(_ bytes: [UInt8], atMost most: Int = 1 << 24) throws(Problem) -> [String] {
        let zip = try ZipReader(source(bytes))
        var found: [String] = []
        while let member = try zip.next() {
            if member.isFolder {
                found.append("\(member.name) folder")
            } else if let hazard = member.hazard {
                found.append("\(member.name) \(hazard)")
            } else {
                found.append(
                    "\(member.name) " + String(decoding: try zip.bytes(of: member, atMost: most), as: UTF8.self))
            }
        }
        return found
    }

    @Test func membersComeWithTheirNamesAndBytesInOrder() throws {
        let bytes = packed([("project.qde", "<Project/>"), ("sources/", ""), ("sources/ä.txt", "Grüße"), ("e", "")])
        #expect(
            try members(bytes) == ["project.qde <Project/>", "sources/ folder", "sources/ä.txt Grüße", "e "])
    }

    @Test func aMemberThatNobodyWantsNeedNotBeRead() throws {
        let zip = try ZipReader(source(packed([("a", "1"), ("b", "2")])))
        _ = try zip.next()
        let second = try #require(try zip.next())
        #expect(try zip.bytes(of: second, atMost: 9) == Array("2".utf8))
        #expect(try zip.next() == nil)
    }

    @Test(arguments: [
        "../evil.txt", "sources/../../evil.txt", "/tmp/evil.txt", "C:/evil.txt", "..\\..\\evil.txt", "a\u{7}b",
        String(repeating: "a/", count: 3_000),
    ])
    func aPathThatLeadsOutIsNeverRead(_ name: String) throws {
        let zip = try ZipReader(source(packed([(name, "evil")])))
        let member = try #require(try zip.next())
        #expect(member.hazard != nil)
        #expect(throws: Problem.self) { try zip.bytes(of: member, atMost: 100) }
    }

    @Test(arguments: [("a.txt", "a.txt"), ("Project.QDE", "project.qde")])
    func twoMembersOfOneNameAreRefused(_ one: String, _ other: String) throws {
        let problem = #expect(throws: Problem.self) { try members(packed([(one, "1"), (other, "2")])) }
        #expect(problem?.message == "it has two files named \(other)")
    }

    @Test func aMemberLongerThanIsAllowedIsRefused() throws {
        let problem = #expect(throws: Problem.self) { try members(packed([("a", "123456")]), atMost: 5) }
        #expect(problem?.message.hasPrefix("entry a is larger than") == true)
    }

    @Test func whatWasMadeToFillTheMemoryIsRefused() throws {
        let bytes = packed([("a", String(repeating: "0", count: 20 << 20))])
        let problem = #expect(throws: Problem.self) { try members(bytes, atMost: 1 << 30) }
        #expect(problem?.message == "it expands to more than 100 times its size")
    }

    @Test(arguments: [[], Array("PK".utf8), Array("no archive at all".utf8), [0x50, 0x4B, 0x05, 0x06]])
    func whatIsNoZIPFileIsRefused(_ bytes: [UInt8]) {
        #expect(throws: Problem.self) { try members(bytes) }
    }

    @Test func aDamagedFileIsAnErrorOrReadsAsItWas() throws {
        let text = String(repeating: "All happy families are alike. ", count: 20)
        let whole = packed([("project.qde", text), ("sources/1.txt", "one")])
        var read = 0
        for at in whole.indices {
            for damaged in [Array(whole[..<at]), whole[..<at] + [whole[at] ^ 0x41] + whole[(at + 1)...]] {
                guard let found = try? members(damaged) else { continue }
                read += 1
                // The damage may be in a name, but never in a text.
                for member in found where member.hasSuffix("alike. ") { #expect(member.hasSuffix(" " + text)) }
            }
        }
        #expect(read > 0)
    }
}
