import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest

@Suite("brat's annotations") struct BratTests {
    private func read(_ files: [String: String], _ name: String = ".") throws -> ProjectReading {
        let scratch = TemporaryFolder()
        try scratch.write(files)
        return try ProjectReading(Brat.self, scratch.file(name))
    }

    @Test("Annotations are read with their texts, in folders and alone; a CRLF counts as two") func whole() throws {
        let files = [
            "a.txt": "\u{FEFF}They 😀 took it.\r\nThen we left.", "b/c.txt": "Nobody came.", "b/c.ann": "",
            "d.txt": "no annotations",
            "a.ann": """
            T1\tLoss 8 12\ttook
            T2\tHope 1 5;18 22\tThey Then\r
            T3\tHope 18 25\tThen we
            #1\tAnnotatorNotes T1\tsad
            #2\tAnnotatorNotes R1\twhy?
            R1\tCause Arg1:T1 Arg2:T2
            E1\tLoss:T1
            A1\tNegated T1
            N1\tReference T1 Wikidata:Q1\tx
            *\tEquiv T1 T2

            """,
        ]
        let reading = try read(files)
        #expect(reading.project.documents.map(\.id) == ["a", "b/c"])
        #expect(reading.project.documents[0].text.string == "They 😀 took it.\nThen we left.")
        let codings = ["a | Loss | 7-11", "a | Hope | 0-4", "a | Hope | 16-20", "a | Hope | 16-23"]
        #expect(reading.codings == codings && reading.project.memos.map(\.text) == ["sad"])
        #expect(
            reading.lost == [
                "1 discontinuous span: its fragments became separate codings",
                "1 relation: codings have no relations",
                "1 event: codings have no roles", "1 attribute: codings have no attributes",
                "1 normalisation: codings have no references", "1 equivalence: codings have no relations",
                "1 note: it is not on a text-bound annotation",
            ])
        #expect(try read(files, "a.ann").codings == codings)
    }

    @Test("Invalid annotations are reported with file and line, and the others are read") func slips() throws {
        let reading = try read([
            "a.txt": "They took it.",
            "a.ann":
                "T1\tLoss 5 9\ttook\nT2\tLoss 5\ttook\nT3\tLoss 9 5\tx\nT4\tLoss 5 99\tx\nT5\nhello\nT6\tLoss -1 3\nT7\tLoss 5 9;x 9\tx\n",
        ])
        #expect(reading.codings == ["a | Loss | 5-9"] && reading.problems.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(reading.problems.allSatisfy { $0.file?.hasSuffix("a.ann") == true && $0.suggestion != nil })
    }

    @Test("The quoted text takes precedence over the offsets") func words() throws {
        #expect(
            try read(["a.txt": "They took it.", "a.ann": "T1\tLoss 0 4\ttook"]).codings == ["a | Loss | 0-4 [took]"])
    }

    @Test("Annotations without a text are reported, and the others in the folder are read") func missing() throws {
        let files = ["a.ann": "T1\tLoss 0 4\ttook", "b.ann": "T1\tLoss 0 4\tThey", "b.txt": "They took it."]
        let reading = try read(files)
        #expect(reading.codings == ["b | Loss | 0-4"] && reading.problems.count == 1)
        #expect(reading.lost == ["1 document: it cannot be read"])
        #expect(throws: Problem.self) { try read(files, "a.ann") }
        #expect(throws: Problem.self) { try read(["x.txt": "x"]) }
    }

    @Test("Codings are written with types that brat accepts, and read with their codes") func written() throws {
        var project = Project(
            documents: [Document(id: "10.1/é x", text: Text("They\ntook it.")), Document(id: "b", text: Text("x"))],
            codings: [
                .init(
                    id: String(repeating: "0", count: 32), document: "10.1/é x", place: .span(0..<9), code: "loss/home",
                    coder: "ana"),
                .init(document: "10.1/é x", place: .span(5..<9), code: "loss home"),
                .init(document: "b", place: .span(0..<1), code: "喪失"),
                .init(document: "c", place: .span(0..<1), code: "x"),
                .init(document: "b", place: .span(0..<9), code: "x"),
            ],
            memos: [
                .init(target: .coding(String(repeating: "0", count: 32)), text: "so\nsad"),
                .init(target: .study, text: "x"),
            ])
        project.documents[0].metadata.year = 2026
        var options = ProjectOptions()
        let files = try Brat.write(project, &options)
        #expect(files.map(\.path) == ["annotation.conf", "10.1%2Fé%20x.txt", "10.1%2Fé%20x.ann", "b.txt", "b.ann"])
        let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(
            texts[2] == "T1\tloss_home 0 9\tThey took\nT2\tloss_home_2 5 9\ttook\n#1\tAnnotatorNotes T1\tso sad\n"
                && texts[4] == "T1\tCode 0 1\tx\n")
        #expect(
            texts[0] == """
                # code of loss_home: loss%2Fhome
                # code of loss_home_2: loss%20home
                # code of Code: 喪失

                [entities]
                loss_home
                loss_home_2
                Code

                [relations]

                [events]

                [attributes]

                """)
        #expect(
            options.losses.all.map { "\($0.count) \($0.element)" } == [
                "1 memo on the study", "1 documents’ metadata", "1 coder", "1 line ends of a memo",
                "1 coding", "1 coding",
            ])
        let reading = try read(Dictionary(uniqueKeysWithValues: zip(files.map(\.path), texts)))
        #expect(
            reading.codings == ["10.1/é x | loss/home | 0-9", "10.1/é x | loss home | 5-9", "b | 喪失 | 0-1"])
    }
}
