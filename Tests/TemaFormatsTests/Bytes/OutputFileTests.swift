import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite("Output files") struct OutputFileTests {
    private let folder = TemporaryFolder()

    @Test("appear under their names only when they are finished")
    func finish() throws {
        let output = try OutputFile(folder.path("out.csv"))
        try output.write("a,b\n".utf8)
        #expect(try folder.names().filter { $0 == "out.csv" }.isEmpty)
        try output.finish()
        #expect(try folder.names() == ["out.csv"])
        #expect(try folder.text("out.csv") == "a,b\n")
    }

    @Test("leave an existing file as it was if they are not finished")
    func unfinished() throws {
        try folder.write(["out.csv": "old"])
        do {
            let output = try OutputFile(folder.path("out.csv"))
            try output.write([UInt8](repeating: 0x78, count: 200_000))
        }
        #expect(try folder.names() == ["out.csv"])
        #expect(try folder.text("out.csv") == "old")
    }

    @Test("replace the file that a link leads to, and keep its permissions")
    func link() throws {
        try folder.write(["real.csv": "old"])
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("real.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.csv"), withDestinationPath: folder.path("real.csv"))
        try OutputFile.write("new".utf8, to: folder.path("link.csv"))
        #expect(try folder.names() == ["link.csv", "real.csv"])
        #expect(try folder.text("real.csv") == "new")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("real.csv"))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test("are refused with the file's name if the folder does not exist")
    func missingFolder() {
        let path = folder.path("missing/out.csv")
        let problem = #expect(throws: Problem.self) { try OutputFile(path) }
        #expect(problem?.file == path && problem?.suggestion != nil)
    }

    @Test("need a path that is not empty")
    func emptyPath() {
        let problem = #expect(throws: Problem.self) { try OutputFile("") }
        #expect(problem?.description == "error: the path of the output is empty (name a file with -o)")
    }

    @Test("report a full device as a problem of writing")
    func fullDevice() throws {
        let problem = #expect(throws: Problem.self) { try OutputFile.write("text".utf8, to: "/dev/full") }
        #expect(problem?.cause == .writing && problem?.file == "/dev/full")
    }
}
