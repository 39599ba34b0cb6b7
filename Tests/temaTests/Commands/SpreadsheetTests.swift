import Foundation
import TestSupport
import Testing

@Suite("A spreadsheet") struct SpreadsheetTests {
    private func made(_ line: String, _ name: String) throws -> Data {
        let folder = TemporaryFolder()
        let program = try Program(line.split(separator: " ").map(String.init) + ["-q", "-o", folder.path(name)])
        #expect(program.code == 0 && program.messages.isEmpty, "\(program.messages)")
        #expect(try folder.names() == [name])
        return Data(try folder.bytes(name))
    }

    private static let lines = [
        "frequencies -c codebook.yaml corpus", "cooccurrence -c codebook.yaml corpus", "passages corpus",
        "ledger corpus",
        "quotes -c codebook.yaml --code harm corpus", "codings -c codebook.yaml corpus",
        "compare -c codebook.yaml --by year corpus", "saturation -c codebook.yaml corpus",
    ]

    @Test("is made of every table, with the same bytes for any output", arguments: lines)
    func same(line: String) throws {
        let file = try made(line + " --format xlsx", "a.xlsx")
        #expect(file.starts(with: Array("PK\u{3}\u{4}".utf8)))
        #expect(try made(line, "c.xlsx") == file)
        #expect(try made(line, "xlsx") != file)
        #expect(try made(line + " --jobs 1 --format xlsx", "b.xlsx") == file)
    }

    @Test("of all tables has the same bytes for any number of workers")
    func export() throws {
        let line = "export -c codebook.yaml --unit document corpus"
        #expect(try made(line + " -j 1", "a.xlsx") == (try made(line + " -j 3", "b.xlsx")))
    }

    @Test("is reported as failed if the disk is full")
    func full() throws {
        #expect(try Program("frequencies -c codebook.yaml corpus --format xlsx -o /dev/full").code == 74)
    }

    @Test("is refused with a clear message if there is no temporary folder")
    func temporary() throws {
        let program = try Program(
            "frequencies -c codebook.yaml corpus --format xlsx", variables: ["TMPDIR": "/nowhere"])
        #expect(program.code == 74 && program.output.isEmpty)
        #expect(program.messages.contains("set TMPDIR to another folder"), "\(program.messages)")
    }
}
