import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest
@testable import TemaRefi

/// Malicious and damaged files.
@Suite("Malicious and damaged REFI-QDA files") struct RefiHostileTests {
    private static let empty = Array("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\"/>".utf8)

    @Test(
        "A file that is not a project is rejected with the reason",
        arguments: [
            ([("a.txt", [65])], "it contains no project"),
            ([("a.qde", empty), ("b.QDE", empty)], "it contains 2 projects"),
            ([("one/a.qde", empty), ("two/a.qde", empty)], "it contains 2 projects"),
            ([("__MACOSX/._a.qde", empty)], "it contains no project"),
            ([("a.qde", empty), ("../evil.txt", [65])], "leads out of the archive"),
            ([("a.qde", empty), ("/etc/evil", [65])], "leads out of the archive"),
            ([("a.qde", empty), ("sources/..\\..\\evil", [65])], "leads out of the archive"),
            ([("a.qde", empty), ("C:evil", [65])], "leads out of the archive"),
            ([("a.qde", empty), ("sources/A.txt", [65]), ("Sources/a.TXT", [66])], "two files named"),
            ([("a.qde", Array("<Project".utf8))], "not well-formed"),
            ([("a.qde", Array("<CodeBook/>".utf8))], "not Project"),
            ([("a.qde", [])], "empty"),
            ([("a.qde", [0, 1, 2])], "not well-formed"),
        ] as [([(String, [UInt8])], String)])
    func refused(members: [(String, [UInt8])], message: String) throws {
        let file = try QDPXFile(members)
        let problem = #expect(throws: Problem.self) { try file.read() }
        #expect(problem?.message.contains(message) ?? false, "\(problem?.message ?? "")")
        #expect(problem?.file != nil)
    }

    @Test("A file that is not a ZIP file, or is incomplete, is rejected")
    func broken() throws {
        let whole = try QDPXFile.written(RandomProject(1).project).bytes
        for cut in [0, 1, 4, 30, whole.count / 2, whole.count - 1] {
            #expect(throws: Problem.self, "\(cut)") { try QDPXFile(Array(whole[..<cut])).read() }
        }
    }

    @Test("Entities that a file declares are not expanded")
    func entities() throws {
        let xml = """
            <!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
            <Project xmlns="urn:QDA-XML:project:1.0" name="P"><Sources><TextSource guid="55555555-0000-0000-0000-000000000001" name="T">\
            <PlainTextContent>x &b; &f; y</PlainTextContent></TextSource></Sources></Project>
            """
        let read = try QDPXFile([("p.qde", Array(xml.utf8))]).read()
        #expect(read.project.documents.map(\.text.string) == ["x &b; &f; y"])
    }

    @Test(
        "Files outside the archive and its folder are never opened",
        arguments: [
            "absolute:///etc/passwd", "/etc/passwd", "file:///etc/passwd", "relative:///../out.txt",
            "relative:///a/../../out.txt",
            "relative:////etc/passwd/../passwd", "relative:///link.txt", "internal://../project.qde", "internal://", "",
            "relative:///none.txt",
        ])
    func outside(path: String) throws {
        let file = try QDPXFile(
            """
            <Sources><TextSource guid="55555555-0000-0000-0000-000000000001" name="T" plainTextPath="\(path)">\
            <PlainTextSelection guid="44444444-0000-0000-0000-000000000001" startPosition="0" endPosition="3"><Coding guid="33333333-0000-0000-0000-000000000001">\
            <CodeRef targetGUID="22222222-0000-0000-0000-000000000001"/></Coding></PlainTextSelection></TextSource></Sources>
            """)
        let outside = TemporaryFolder()
        try outside.write("out.txt", "outside".utf8)
        try FileManager.default.createSymbolicLink(
            atPath: file.folder.path("link.txt"), withDestinationPath: outside.path("out.txt"))
        let read = try file.read()
        #expect(read.project.documents == [])
        #expect(read.lost("TextSource") == 1)
        #expect(read.lost("Coding") == 1)
        #expect(read.problems.contains { $0.severity == .error && $0.line != nil })
        // The source is exported unchanged, for a program that has the text.
        #expect(read.project.kept.map(\.name) == ["refi/project.xml"])
    }

    @Test("A text in the folder of the file is read")
    func beside() throws {
        let file = try QDPXFile(
            "<Sources><TextSource guid=\"55555555-0000-0000-0000-000000000001\" name=\"T\" plainTextPath=\"relative:///texts/t.txt\"/></Sources>"
        )
        try file.folder.write("texts/t.txt", "beside".utf8)
        #expect(try file.read().project.documents.map(\.text.string) == ["beside"])
    }

    @Test("Invalid elements are counted, and the others are read")
    func counted() throws {
        func selection(_ start: String, _ end: String, _ number: Int, code: String = "1") -> String {
            """
            <PlainTextSelection guid="44444444-0000-0000-0000-00000000000\(number)" startPosition="\(start)" endPosition="\(end)">\
            <Coding guid="33333333-0000-0000-0000-000000000001" creationDateTime="yesterday"><CodeRef targetGUID="22222222-0000-0000-0000-00000000000\(code)"/></Coding></PlainTextSelection>
            """
        }
        let selections = [
            selection("0", "3", 1), selection("4", "7", 2), selection("3", "3", 3), selection("9", "2", 4),
            selection("-5", "3", 5),
            selection("0", "99999999999999999999", 6), selection("x", "3", 7), selection("5", "999", 8),
            selection("0", "3", 9, code: "7"),
        ].joined()
        let file = try QDPXFile(
            """
            <CodeBook><Codes><Code guid="22222222-0000-0000-0000-000000000001" name="" isCodable="1"/><Code guid="22222222-0000-0000-0000-000000000001" name="b" isCodable="1"/>\
            <Code name="c" isCodable="1"/></Codes></CodeBook>
            <Sources><TextSource guid="55555555-0000-0000-0000-000000000001" name="T" plainTextPath="internal://t.txt">\(selections)\
            <NoteRef targetGUID="99999999-0000-0000-0000-000000000001"/></TextSource></Sources>
            <Sets><Set guid="BBBBBBBB-0000-0000-0000-000000000001" name="Self"><MemberSource targetGUID="BBBBBBBB-0000-0000-0000-000000000001"/></Set></Sets>
            """, texts: ["t.txt": "One two three"])
        let read = try file.read(.standard)
        #expect(read.project.codings.map(\.place) == [.span(0..<3), .span(4..<7)])
        #expect(Set(read.project.codings.map(\.id)).count == 2)
        #expect(read.lost("PlainTextSelection") == 6)
        #expect(read.lost("Coding") == 7)
        #expect(read.lost("Code") == 2)
        #expect(read.lost("NoteRef") == 1)
        #expect(read.lost("creationDateTime") == 3)
        #expect(read.problems.filter { $0.severity == .warning && $0.line != nil }.count == 6)
        let (bytes, _) = try QDPXFile.written(read.project)
        #expect(try XMLLint.faults(Unpacked(bytes)["project.qde"] ?? [], "Project.xsd") == "")
    }

    @Test("Codes that are nested too deep are rejected with their line", arguments: [70, 150, 300])
    func deep(depth: Int) throws {
        let codes = (0..<depth).map { _ in
            "<Code guid=\"22222222-0000-0000-0000-000000000001\" name=\"x\" isCodable=\"1\">"
        }
        let file = try QDPXFile(
            "<CodeBook><Codes>\(codes.joined())\(String(repeating: "</Code>", count: depth))</Codes></CodeBook>")
        let problem = #expect(throws: Problem.self) { try file.read() }
        #expect(problem?.message.contains("deep") ?? false)
        #expect(problem?.line != nil)
    }

    @Test("A very long name is truncated")
    func long() throws {
        let name = String(repeating: "ä", count: 200_000)
        let file = try QDPXFile(
            "<CodeBook><Codes><Code guid=\"22222222-0000-0000-0000-000000000001\" name=\"\(name)\" isCodable=\"1\"/></Codes></CodeBook>"
        )
        let read = try file.read()
        #expect(read.project.codebook?.codes.first?.name.value(in: nil)?.count == 1_000)
        #expect(read.lost("name") == 1)
    }

    @Test("A ZIP bomb is rejected")
    func bomb() throws {
        let file = try QDPXFile([
            (
                "p.qde",
                Array(
                    "<Project name=\"P\"><Sources><PictureSource guid=\"55555555-0000-0000-0000-000000000001\" path=\"internal://b\"/></Sources></Project>"
                        .utf8)
            ),
            ("sources/b", [UInt8](repeating: 0, count: 60 << 20)),
        ])
        #expect(throws: Problem.self) { try file.read() }
    }

    @Test("Damaged kept parts of a study are reported")
    func damaged() throws {
        var project = RandomProject(3).project
        project.kept = [
            Project.Kept(name: "refi/project.xml", bytes: Array("<Project".utf8)),
            Project.Kept(name: "../x", bytes: [1]),
            Project.Kept(name: "a", bytes: []), Project.Kept(name: "A", bytes: []), Project.Kept(name: "", bytes: []),
        ]
        let (bytes, losses) = try QDPXFile.written(project)
        #expect(losses.all.contains { $0.element == "refi/project.xml" })
        #expect(losses.all.first { $0.element == "kept part" }?.count == 3)
        #expect(try byID(QDPXFile(bytes).read().project.codings) == byID(project.codings))
    }

    @Test("A damaged project is rejected, or read as a valid one that can be written", arguments: 0..<150)
    func damagedBytes(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        var members = Unpacked(try QDPXFile.written(RandomProject(seed % 3).project).bytes).members
        let at = Int.random(in: 0..<min(3, members.count), using: &random)
        members[at].1 = members[at].1.damaged(using: &random)
        let file = try QDPXFile(members)
        var law = ProjectDamageCheck()
        try law.expect(RefiProjectFormat.self, file.path, "seed \(seed)")
        guard law.read == 1 else { return }
        let xml = try #require(Unpacked(try QDPXFile.written(file.read().project).bytes)["project.qde"])
        let findings = try RefiLint.check(.bytes(xml, name: "project.qde"))
        #expect(findings.count(.error) == 0, "seed \(seed): \(findings.table())")
        if seed % 10 == 0 { #expect(try XMLLint.faults(xml, "Project.xsd") == "", "seed \(seed)") }
    }

    private func byID(_ codings: [Project.Coding]) -> [Project.Coding] {
        codings.sorted { ($0.id ?? "") < ($1.id ?? "") }
    }
}
