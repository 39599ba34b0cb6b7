import TemaModel
import TestSupport
import Testing

@testable import TemaIngest

@Suite("Word documents") struct WordReaderTests {
    private typealias Word = ComposedWord

    private static let cases: [(String, [String])] = [
        (
            Word.p("T", "Titel") + Word.p("Methods", "berschrift1") + Word.p("x") + Word.p("Sample", "berschrift2")
                + Word.p("y")
                + Word.p("Results", "Eigen") + Word.p("q", "Zitat") + Word.p("l", "Liste"),
            [
                "title front: T", "heading methods: Methods", "paragraph methods: x", "heading methods: Sample",
                "paragraph methods: y", "heading results: Results", "quote results: q", "list-item results: l",
            ]
        ),
        (Word.p("a", "Kreis") + Word.p("b", "unknown"), ["paragraph other: a", "paragraph other: b"]),
        (
            "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>",
            ["heading results: Results"]
        ),
        (
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr><w:pStyle w:val=\"unknown\"/></w:pPr><w:r><w:t>i</w:t></w:r></w:p>",
            ["list-item other: i"]
        ),
        (
            "<w:p><w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t></w:r></w:p>",
            ["paragraph other: a b c d-e"]
        ),
        // Deleted and moved text is omitted, inserted text is kept, and a deleted paragraph mark joins two paragraphs.
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></w:p>"
                + Word.p("c"),
            ["paragraph other: abc"]
        ),
        (
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
            ["paragraph other: x"]
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>Table 1</w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>!</w:t></w:r></w:fldSimple></w:p>",
            ["paragraph other: Table 1!"]
        ),
        (
            "<w:tbl><w:tr><w:tc>\(Word.p("a"))\(Word.p("b"))</w:tc><w:tc>\(Word.p("c"))</w:tc></w:tr><w:tr><w:tc>\(Word.p("1"))<w:tbl><w:tr><w:tc>\(Word.p("2"))</w:tc></w:tr></w:tbl></w:tc><w:tc>\(Word.p(""))</w:tc></w:tr></w:tbl>"
                + Word.p("after"),
            ["table-row other: a b\tc", "table-row other: 1 2\t", "paragraph other: after"]
        ),
        // A text box is stored twice, and is added after the paragraph that it is anchored in.
        (
            "<w:p><w:r><w:t>be</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>\(Word.p("box"))</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>\(Word.p("box"))</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>fore</w:t></w:r></w:p>",
            ["paragraph other: before", "box other: box"]
        ),
        ("<w:p><w:r><w:drawing><a:t>chart</a:t></w:drawing><w:t>x</w:t></w:r></w:p>", ["paragraph other: x"]),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>x</w:t></w:r></w:p>",
            ["paragraph other: x"]
        ),
        (Word.p("Introduction 3", "Verzeichnis1") + Word.p("x"), ["paragraph other: x"]),
        (
            "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>x &amp; y</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
            ["paragraph other: x & y"]
        ),
    ]

    @Test("Paragraphs become passages by their styles", arguments: cases)
    func passages(body: String, expected: [String]) throws {
        #expect(try Reading(ComposedWord.file(body), WordReader.self).passages == expected)
    }

    @Test("Notes are at the end, properties are metadata, and omitted text is in the ledger")
    func parts() throws {
        let bytes = ComposedWord.file(
            ComposedWord.p("Results", "berschrift1") + ComposedWord.p("x")
                + "<w:p><w:del><w:r><w:delText>old words</w:delText></w:r></w:del></w:p>",
            more: [
                (
                    "word/footnotes.xml",
                    "<w:footnotes \(ComposedWord.namespaces)><w:footnote w:type=\"separator\">\(ComposedWord.p("no"))</w:footnote><w:footnote w:id=\"1\">\(ComposedWord.p("note"))</w:footnote></w:footnotes>"
                ),
                ("word/comments.xml", "<w:comments \(ComposedWord.namespaces)>\(ComposedWord.p("so so"))</w:comments>"),
                ("word/header1.xml", "<w:hdr \(ComposedWord.namespaces)>\(ComposedWord.p("Draft"))</w:hdr>"),
                (
                    "docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Hope</dc:title><dc:creator>Marlina, Dewi;Dam, B</dc:creator><cp:keywords>a, b</cp:keywords></cp:coreProperties>"
                ),
            ])
        let reading = try Reading(bytes, WordReader.self, name: "a/interview.docx")
        #expect(reading.documents.map(\.id) == ["interview"])
        #expect(reading.passages == ["heading results: Results", "paragraph results: x", "footnote other: note"])
        #expect(reading.metadata == ["title: Hope", "authors: Marlina, Dewi; Dam, B", "keywords: a; b"])
        #expect(
            reading.ledger == [
                "del not text ×1 9", "footnote not text ×1 2", "comment not text ×1 5", "header not text ×1 5",
            ])
    }

    @Test("Files that are not Word documents or have no text are rejected with a suggestion")
    func refused() throws {
        let cases: [([UInt8], String)] = [
            (ComposedWord.file(""), "no text"),
            (Packed.archive(.zip, [(name: "a.txt", bytes: [0x61])]), "no Word document"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "encrypted"), (Array("text".utf8), "not a ZIP file"),
            ([], "empty"),
            (ComposedWord.file("<w:p><w:t>x</w:p>"), "not well-formed"),
            (ComposedWord.file(String(repeating: "<w:p>", count: 300)), "deep"),
        ]
        for (bytes, expected) in cases {
            let problem = #expect(throws: Problem.self) { try Reading(bytes, WordReader.self) }
            #expect(problem?.message.contains(expected) == true, "\(String(describing: problem))")
        }
    }
}
