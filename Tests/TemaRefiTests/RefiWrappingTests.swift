import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaRefi

/// Projects as they are after programs and people have packed them in other ways than the standard describes.
@Suite("The wrapping of REFI-QDA projects") struct RefiWrappingTests {
    private static let text = "We heard the sea at night."

    /// Returns a project with one coding of the word “sea” in a text at a path.
    private static func project(_ path: String) -> [UInt8] {
        Array(
            """
            <Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Composed">
            <CodeBook><Codes><Code guid="22222222-0000-0000-0000-000000000001" name="Water" isCodable="true"/></Codes></CodeBook>
            <Sources><TextSource guid="55555555-0000-0000-0000-000000000001" name="T" plainTextPath="\(path)">\
            <PlainTextSelection guid="44444444-0000-0000-0000-000000000001" startPosition="13" endPosition="16">\
            <Coding guid="33333333-0000-0000-0000-000000000001"><CodeRef targetGUID="22222222-0000-0000-0000-000000000001"/>\
            </Coding></PlainTextSelection></TextSource></Sources></Project>
            """.utf8)
    }

    private func expectCoding(_ file: QDPXFile) throws {
        let read = try file.read(.standard)
        #expect(read.project.documents.map(\.text.string) == [Self.text])
        #expect(read.project.codings.map(\.code) == ["Water"])
        #expect(read.losses.all.isEmpty, "\(read.losses.all)")
    }

    @Test(
        "A source is found by its path in any form",
        arguments: [
            "internal://t.txt", "internal:///t.txt", "internal:/t.txt", "internal:t.txt", "INTERNAL://T.TXT", "t.txt",
            "sources/t.txt", "Sources\\t.txt", "internal://sources/t.txt",
        ], ["sources/t.txt", "Sources/T.txt", "t.txt"])
    func paths(path: String, member: String) throws {
        try expectCoding(QDPXFile([("project.qde", Self.project(path)), (member, Array(Self.text.utf8))]))
    }

    @Test(
        "The project nearest to the root counts, whatever files of the system or other projects are in the archive",
        arguments: [
            ("project.qde", []), ("P/project.qde", ["__MACOSX/P/._project.qde", "P/.DS_Store"]),
            ("a/b/Name.QDE", ["a/b/sources/other.qde"]), ("p.qde", ["old/p.qde", "old/sources/t.txt"]),
        ])
    func folders(project: String, others: [String]) throws {
        let folder = project.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let members = [(project, Self.project("internal://t.txt")), (folder + "sources/t.txt", Array(Self.text.utf8))]
        let more = others.map { ($0, Array("other".utf8)) }
        try expectCoding(QDPXFile(members + more))
        try expectCoding(QDPXFile(more + members))
    }

    @Test("An unpacked project is read from its folder or its project file, a file alone without its texts")
    func unpacked() throws {
        let folder = TemporaryFolder()
        try folder.write("all/sources/t.txt", Self.text.utf8)
        try folder.write("all/p.qde", Self.project("internal://t.txt"))
        try folder.write("alone/p.qde", Self.project("internal://t.txt"))
        for name in ["all", "all/p.qde"] {
            #expect(try ProjectFormats.format(of: folder.file(name))?.name == "qdpx")
            let read = try ProjectReading(RefiProjectFormat.self, folder.file(name))
            #expect(read.codings == ["T | Water | 13-16"] && read.lost.isEmpty, "\(read.lost)")
        }
        let alone = try ProjectReading(RefiProjectFormat.self, folder.file("alone/p.qde"))
        #expect(alone.project.codebook?.codes.map(\.id) == ["Water"] && alone.project.documents.isEmpty)
        #expect(
            alone.problems.first?.message
                == "“T” cannot be shown: its file is not in a folder sources beside the project file")
    }

    @Test("A link beside a project file that leads out of its folder is not followed")
    func links() throws {
        let (folder, outside) = (TemporaryFolder(), TemporaryFolder())
        try outside.write("t.txt", Self.text.utf8)
        try folder.write("p.qde", Self.project("internal://t.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("sources"), withDestinationPath: outside.path("."))
        #expect(try ProjectReading(RefiProjectFormat.self, folder.file("p.qde")).project.documents.isEmpty)
    }

    @Test(
        "A .zip file is a project only if it contains one",
        arguments: [("p.qde", true), ("P/project.qde", true), ("._p.qde", false), ("p.txt", false)])
    func zip(member: String, isProject: Bool) throws {
        let folder = TemporaryFolder()
        let zip = try ZipWriter()
        try zip.add(member, Self.project("internal://t.txt"))
        try folder.write("named.zip", try zip.finish())
        #expect((try ProjectFormats.format(of: folder.file("named.zip")) != nil) == isProject)
    }
}
