import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest
@testable import TemaRefi

/// Files in the form in which other programs write them.
@Suite("Projects of other programs") struct RefiProgramsTests {
    private static let users = """
        <Users><User guid="{11111111-1111-1111-1111-11111111111A}" name="Ana"/><User guid="11111111-1111-1111-1111-11111111111b" name="Budi" id="B"/></Users>
        """
    private static let codes = """
        <CodeBook><Codes><Code guid="22222222-0000-0000-0000-000000000001" name="Nodes" isCodable="false">\
        <Code guid="22222222-0000-0000-0000-000000000002" name="Being heard" isCodable="true" color="#F0a">\
        <Description>Someone listens.</Description></Code>\
        <Code guid="22222222-0000-0000-0000-000000000003" name="Being heard" isCodable="true" color="a kind of red"/></Code></Codes></CodeBook>
        """

    private static func coding(_ number: Int, code: Int = 2, user: String = "11111111-1111-1111-1111-11111111111A")
        -> String
    {
        """
        <Coding guid="33333333-0000-0000-0000-00000000000\(number)" creatingUser="\(user)" creationDateTime="2026-01-31T14:00:00+02:00">\
        <CodeRef targetGUID="{22222222-0000-0000-0000-00000000000\(code)}"/></Coding>
        """
    }

    private static func selection(_ start: Int, _ end: Int, _ inside: String, name: String = "", _ number: Int = 1)
        -> String
    {
        """
        <PlainTextSelection guid="44444444-0000-0000-0000-00000000000\(number)" name="\(name)" startPosition="\(start)" endPosition="\(end)">\(inside)</PlainTextSelection>
        """
    }

    private static func source(_ inside: String, name: String = "Interview.docx", path: String = "internal://a.txt")
        -> String
    {
        "<TextSource guid=\"55555555-0000-0000-0000-000000000001\" name=\"\(name)\" plainTextPath=\"\(path)\">\(inside)</TextSource>"
    }

    @Test("A project of NVivo is read: UTF-16 positions, CRLF as two, a wrapper code, a byte-order mark, empty names")
    func nvivo() throws {
        let text = "\u{FEFF}One 😀 line here.\r\n\r\nThey listen 😀 to me now.\r\nAnd again they do."
        let units = Array(text.dropFirst().utf16)
        let words = ["listen 😀 to me", "here.", "again they", "One", "line here", "do."]
        let found = try words.enumerated().map { number, words in
            let start = try #require(find(Array(words.utf16), in: units))
            return Self.selection(
                start, start + words.utf16.count, "<Description></Description>" + Self.coding(number), number)
        }
        let file = try QDPXFile(
            [
                (
                    "project.qde",
                    Array(
                        ("<?xml version=\"1.0\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" origin=\"NVivo 12\" name=\"Study\">"
                            + Self.users
                            + Self.codes + "<Sources>" + Self.source(found.joined()) + "</Sources></Project>").utf8)
                ),
                ("Sources/A.TXT", Array(text.utf8)),
            ])
        let read = try file.read()
        let document = try #require(read.project.documents.first)
        #expect(document.text.string == "One 😀 line here.\n\nThey listen 😀 to me now.\nAnd again they do.")
        #expect(
            document.passages.map { document.string(of: $0) } == [
                "One 😀 line here.", "They listen 😀 to me now.\nAnd again they do.",
            ])
        #expect(quotes(read.project) == words)
        #expect(Set(read.project.codings.map(\.coder)) == ["Ana"])
        #expect(Set(read.project.codings.map(\.at)) == ["2026-01-31T12:00:00Z"])
        #expect(Set(read.project.codings.map(\.code)) == ["Nodes/Being-heard"])
        #expect(read.project.codings.first?.id == "33333333000000000000000000000000")
        let codes = try #require(read.project.codebook).codes
        #expect(codes.map(\.id) == ["Nodes"])
        #expect(codes[0].codes.map(\.id) == ["Being-heard", "Being-heard-2"])
        #expect(codes[0].codes[0].color == "#ff00aa")
        #expect(codes[0].codes[0].definition.value(in: nil) == "Someone listens.")
        #expect(read.losses.all.map(\.element) == ["color"])
        #expect(read.problems.contains { $0.message.contains("utf16,crlf=2") })
    }

    @Test("A project of MAXQDA is read: sources with the same name, selections that are notes")
    func maxqda() throws {
        let one = Self.source(
            Self.selection(0, 3, "<Description>Look here</Description>", name: "One")
                + Self.selection(4, 7, Self.coding(1), name: "two", 2))
        let two = one.replacingOccurrences(
            of: "55555555-0000-0000-0000-000000000001", with: "55555555-0000-0000-0000-000000000002"
        )
        .replacingOccurrences(of: "44444444-0000", with: "44444444-1111").replacingOccurrences(
            of: "33333333-0", with: "33333333-1")
        let file = try QDPXFile(
            Self.users + Self.codes + "<Sources>\(one)\(two)</Sources>", texts: ["a.txt": "One two three"],
            attributes: #"name="M" origin="MAXQDA""#)
        let read = try file.read()
        #expect(read.project.documents.map(\.id) == ["Interview.docx", "Interview.docx-2"])
        #expect(quotes(read.project) == ["two", "two"])
        #expect(read.project.memos.map(\.text) == ["“One”\n\nLook here", "“One”\n\nLook here"])
        #expect(read.project.memos.map(\.target) == [.document("Interview.docx"), .document("Interview.docx-2")])
        let again = try QDPXFile(try QDPXFile.written(read.project).bytes).read()
        #expect(again.project == read.project)
        let third = try QDPXFile(QDPXFile.written(read.project).bytes.withoutOwn).read()
        #expect(third.project.memos == read.project.memos)
        #expect(third.project.codings == read.project.codings)
    }

    @Test(
        "Faults of QualCoder, Taguette and Quirkos are read: empty users, wrong order, empty sets, cases without names"
    )
    func invalid() throws {
        let pdf = """
            <PDFSource guid="55555555-0000-0000-0000-000000000003" name="Paper.pdf" path="internal://p.pdf" creatingUser="">\
            <Representation guid="55555555-0000-0000-0000-000000000004" plainTextPath="internal://p.txt">\
            \(Self.selection(0, 5, Self.coding(2, user: ""), name: "Words"))</Representation>\
            <PDFSelection guid="66666666-0000-0000-0000-000000000001" page="0" firstX="1" firstY="2" secondX="3" secondY="4">\
            \(Self.coding(3))\(Self.coding(4, code: 9))</PDFSelection><Odd/></PDFSource>
            """
        let cases = """
            <Variables><Variable guid="77777777-0000-0000-0000-000000000001" name="Year" typeOfVariable="Integer"/>\
            <Variable guid="77777777-0000-0000-0000-000000000002" name="Country" typeOfVariable="Text"/></Variables>\
            <Cases><Case guid="88888888-0000-0000-0000-000000000001">\
            <SourceRef targetGUID="55555555-0000-0000-0000-000000000003"/>\
            <VariableValue><VariableRef targetGUID="77777777-0000-0000-0000-000000000001"/><IntegerValue>2019</IntegerValue></VariableValue>\
            <VariableValue><VariableRef targetGUID="77777777-0000-0000-0000-000000000002"/><TextValue>Iran</TextValue></VariableValue>\
            </Case></Cases>
            """
        let file = try QDPXFile(
            Self.users + Self.codes + cases + "<Sources>\(pdf)</Sources><Sets/>",
            texts: ["p.txt": "Words of a paper", "p.pdf": "%PDF-"])
        let read = try file.read()
        #expect(quotes(read.project) == ["Words"])
        #expect(read.project.codings.map(\.coder) == [nil])
        #expect(read.project.documents.first?.metadata.year == 2019)
        #expect(read.project.documents.first?.metadata.variables.map(\.name) == ["Country"])
        #expect(read.project.kept.map(\.name) == ["refi/project.xml", "refi/sources/p.pdf"])
        #expect(read.lost("Odd in PDFSource") == 1)
        let (bytes, losses) = try QDPXFile.written(read.project)
        let written = Unpacked(bytes)
        #expect(written["sources/p.pdf"] == Array("%PDF-".utf8))
        let xml = String(decoding: try #require(written["project.qde"]), as: UTF8.self)
        #expect(xml.contains("<PDFSource ") && xml.contains("66666666-0000-0000-0000-000000000001"))
        #expect(losses.all.contains { $0.element == "CodeRef" && $0.count == 1 })
        #expect(try XMLLint.faults(Array(xml.utf8), "Project.xsd") == "")
        #expect(try QDPXFile(bytes).read().project == read.project)
    }

    @Test("Notes, descriptions, sets, links, pictures and cases are exported unchanged")
    func kept() throws {
        let source = Self.source(
            "<Description>A talk</Description>"
                + Self.selection(
                    0, 3,
                    "<Description>Why one?</Description>"
                        + Self.coding(1).replacingOccurrences(
                            of: "</Coding>",
                            with: "<NoteRef targetGUID=\"99999999-0000-0000-0000-000000000001\"/></Coding>"),
                    name: "My quotation")
                + Self.selection(4, 7, "", name: "free", 2)
                + "<NoteRef targetGUID=\"99999999-0000-0000-0000-000000000001\"/>")
        let rest = """
            <Sources>\(source)<PictureSource guid="55555555-0000-0000-0000-000000000009" name="Me" path="internal://Me.JPG"/></Sources>\
            <Notes><Note guid="99999999-0000-0000-0000-000000000001" name="Thought" creatingUser="11111111-1111-1111-1111-11111111111b" creationDateTime="2026-02-01T00:00:00.5Z">\
            <PlainTextContent>Think of it.</PlainTextContent></Note>\
            <Note guid="99999999-0000-0000-0000-000000000002" name="Alone"><PlainTextContent>Alone in the world</PlainTextContent></Note></Notes>\
            <Links><Link guid="AAAAAAAA-0000-0000-0000-000000000001" direction="OneWay" originGUID="44444444-0000-0000-0000-000000000002" targetGUID="55555555-0000-0000-0000-000000000009"/></Links>\
            <Sets><Set guid="BBBBBBBB-0000-0000-0000-000000000001" name="Self"><MemberSource targetGUID="55555555-0000-0000-0000-000000000009"/>\
            <MemberCode targetGUID="22222222-0000-0000-0000-000000000003"/></Set></Sets><Description>All of it</Description>
            """
        let file = try QDPXFile(Self.users + Self.codes + rest, texts: ["a.txt": "One two three", "Me.JPG": "jpeg"])
        let read = try file.read()
        #expect(read.losses.all.map(\.element) == ["color"])
        #expect(
            read.project.memos.map(\.text) == [
                "Thought\n\nThink of it.", "Why one?", "A talk", "Thought\n\nThink of it.", "All of it",
                "Alone in the world",
            ])
        #expect(read.project.memos.filter { $0.coder == "Budi" && $0.at == "2026-02-01T00:00:00Z" }.count == 2)
        let (bytes, losses) = try QDPXFile.written(read.project)
        #expect(losses.isEmpty, "\(losses.all)")
        let xml = String(decoding: try #require(Unpacked(bytes)["project.qde"]), as: UTF8.self)
        #expect(try XMLLint.faults(Array(xml.utf8), "Project.xsd") == "")
        for part in [
            "<Link ", "<MemberSource ", "name=\"My quotation\"", "name=\"free\"", "name=\"Thought\"",
            "internal://Me.JPG", "id=\"B\"", "isCodable=\"false\"",
        ] {
            #expect(xml.contains(part), "\(part)")
        }
        #expect(xml.ranges(of: "Think of it.").count == 1)
        let third = try QDPXFile(bytes.withoutOwn).read()
        #expect(third.project.documents == read.project.documents)
        #expect(third.project.codings == read.project.codings)
        #expect(third.project.memos == read.project.memos)
        #expect(third.project.codebook == read.project.codebook)
        // GUIDs and order now conform to the schema and do not change again.
        let fourth = try QDPXFile(QDPXFile.written(third.project).bytes.withoutOwn).read()
        #expect(fourth.project == third.project)

        var less = read.project
        less.codebook?.codes[0].codes.removeLast()
        less.codings = []
        less.documents = []
        let (rest2, lost) = try QDPXFile.written(less)
        let bare = String(decoding: try #require(Unpacked(rest2)["project.qde"]), as: UTF8.self)
        #expect(try XMLLint.faults(Array(bare.utf8), "Project.xsd") == "")
        #expect(lost.all.contains { $0.element == "Link" } && lost.all.contains { $0.element == "MemberCode" })
        #expect(bare.contains("<MemberSource ") && !bare.contains("<MemberCode "))
    }

    private static let makersSample = Repository.path("../shared/corpora/refi/sky-loom-refi-qda/TestProject.qdpx")

    @Test(
        "The sample of the standard's authors is read, although it does not contain its texts",
        .enabled(if: FileManager.default.fileExists(atPath: makersSample)))
    func sample() throws {
        var options = ProjectOptions()
        let project = try RefiProjectFormat.read(InputPath(Self.makersSample), &options)
        #expect(CodeList(try #require(project.codebook)).count > 10)
        #expect(project.memos.count >= 2)
        let (bytes, _) = try QDPXFile.written(project)
        #expect(try XMLLint.faults(Unpacked(bytes)["project.qde"] ?? [], "Project.xsd") == "")
        #expect(try QDPXFile(bytes).read().project == project)
    }

    private func quotes(_ project: Project) -> [String] {
        project.codings.map { coding in
            guard let document = project.documents.first(where: { $0.id == coding.document }),
                case .span(let span) = coding.place
            else { return "" }
            return String(String.UnicodeScalarView(Array(document.text.string.unicodeScalars)[span]))
        }
    }

    private func find(_ words: [UInt16], in text: [UInt16]) -> Int? {
        (0...(text.count - words.count)).first { Array(text[$0..<($0 + words.count)]) == words }
    }
}
