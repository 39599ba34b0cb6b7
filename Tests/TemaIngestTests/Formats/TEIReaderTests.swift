import Testing

@testable import TemaIngest

@Suite("TEI") struct TEIReaderTests {
    private static let article = """
        <?xml version="1.0" encoding="UTF-8"?>
        <TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader xml:lang="en"><fileDesc><titleStmt><title level="a" type="main">Hope after the flood</title></titleStmt>
        <publicationStmt><publisher>X</publisher></publicationStmt>
        <sourceDesc><biblStruct><analytic>
        <author><persName><forename type="first">Dewi</forename><forename type="middle">A</forename><surname>Marlina</surname></persName>
        <affiliation>University</affiliation></author><author><affiliation>Lost</affiliation></author>
        <title level="a" type="main">Hope after the flood</title></analytic>
        <monogr><title level="j">Journal of Composed Studies</title><imprint><biblScope unit="volume">4</biblScope>
        <biblScope unit="page" from="11" to="19"/><date type="published" when="2014-03-01"/></imprint></monogr>
        <idno type="DOI">10.1000/abc.1</idno></biblStruct></sourceDesc></fileDesc>
        <profileDesc><textClass><keywords><term>hope</term><term>flood</term></keywords></textClass>
        <abstract><div><p>Why it <hi>was</hi> so.</p></div></abstract></profileDesc></teiHeader>
        <text xml:lang="en"><body>
        <div><head n="1.">Introduction</head><p>One <ref type="bibr">(Smith, 2001)</ref> said<note place="foot">A note.</note>.</p></div>
        <div><p>Without a heading.</p></div>
        <div><head n="2">Methods</head><p>Two.</p></div><div><head n="2.1">Sample</head><p>Who &amp; how. <formula>x=1</formula></p>
        <list><item>first</item><item>second</item></list><quote>They took it.</quote></div>
        <div><head>Results</head><p>He said <quote>no</quote>.</p></div>
        <figure><head>Figure 1</head><label>1</label><figDesc>A picture.</figDesc></figure>
        <figure type="table"><head>Table 1</head><table><row><cell>a</cell><cell>b <hi>c</hi></cell></row><row><cell>1</cell><cell/></row></table></figure>
        </body><back><div type="acknowledgement"><div><head>Thanks</head><p>To all.</p></div></div>
        <div type="annex"><p>More.</p></div>
        <div type="references"><listBibl><biblStruct><analytic><title>Old work</title><author><persName><forename>J</forename><surname>Smith</surname></persName></author></analytic>
        <monogr><title level="j">Old Journal</title><imprint><date when="2001">2001</date></imprint></monogr></biblStruct></listBibl></div></back></text></TEI>
        """

    @Test("The text becomes passages and sections")
    func passages() throws {
        let reading = try Reading(Self.article, TEIReader.self)
        #expect(
            reading.passages == [
                "title front: Hope after the flood", "abstract abstract: Why it was so.",
                "heading introduction: Introduction", "paragraph introduction: One (Smith, 2001) said",
                "footnote introduction: A note.", "paragraph introduction: .",
                "paragraph introduction: Without a heading.", "heading methods: Methods", "paragraph methods: Two.",
                "heading methods: Sample", "paragraph methods: Who & how.", "list-item methods: first",
                "list-item methods: second", "quote methods: They took it.", "heading results: Results",
                "paragraph results: He said no.", "caption results: Figure 1", "caption results: A picture.",
                "caption results: Table 1", "table-row results: a\tb c", "table-row results: 1\t",
                "heading back: Thanks",
                "acknowledgement back: To all.", "paragraph appendix: More.",
                "reference back: Old work J Smith Old Journal 2001",
            ])
        #expect(reading.documents[0].sectionPath(of: reading.documents[0].passages[10]) == ["Methods", "Sample"])
    }

    @Test("The header becomes metadata, and omitted elements are in the ledger")
    func metadata() throws {
        let reading = try Reading(Self.article, TEIReader.self, name: "a.grobid.tei.xml")
        #expect(
            reading.metadata == [
                "title: Hope after the flood", "authors: Marlina, Dewi A", "year: 2014",
                "journal: Journal of Composed Studies",
                "volume: 4", "pages: 11-19", "doi: 10.1000/abc.1", "language: en", "keywords: hope; flood",
            ])
        #expect(reading.ledger.contains("formula not text ×1 3") && reading.ledger.contains("label not text ×1 1"))
    }

    private static let markCases: [(String, String)] = [
        ("<s>It <hi>is</hi> so.</s><s>Or</s><s>not.</s> <s>(<s>a</s>b)</s>", "It is so. Or not. (ab)"),
        ("a<ref type='bibr' rend='superscript'>1</ref>b<ref type='foot'><hi rend='sup'>2</hi></ref>", "ab"),
        ("a<hi rend='bold super'><ref type='bibr'>1</ref>, <ref type='note'>2</ref></hi>.", "a."),
        (
            "a <ref type='bibr'>(Doe, 2010)</ref> m<hi rend='sup'>2</hi> <hi rend='sup'><ref type='fig'>3</ref></hi>",
            "a (Doe, 2010) m2 3"
        ),
    ]

    @Test("Sentences are separated by spaces, and note marks are not text", arguments: markCases)
    func marks(text: String, expected: String) throws {
        let reading = try Reading("<TEI><text><body><p>\(text)</p></body></text></TEI>", TEIReader.self)
        #expect(reading.documents.map(\.text.string) == [expected])
    }

    @Test("Entities are those of the file and of HTML; others are in the ledger, with a warning")
    func entities() throws {
        let head = "<!DOCTYPE TEI [<!ENTITY org 'the Aid Society'>]>"
        let reading = try Reading(
            "\(head)<TEI><text><body><p>&org; &mdash; &x;</p></body></text></TEI>", TEIReader.self)
        #expect(reading.documents.map(\.text.string) == ["the Aid Society — &x;"])
        #expect(reading.ledger == ["&x; unknown entity ×1 3"] && reading.problems.count == 1)
    }

    @Test("The id is the file name if there is no DOI, and a corpus has several documents")
    func ids() throws {
        let text = "<TEI><text><body><p>x</p></body></text></TEI>"
        #expect(try Reading(text, TEIReader.self, name: "a/b.tei.xml").documents.map(\.id) == ["b"])
        let corpus = "<teiCorpus><teiHeader/>\(text)\(text)</teiCorpus>"
        #expect(try Reading(corpus, TEIReader.self, name: "c.xml").documents.map(\.id) == ["c", "c#2"])
    }

    @Test("Files that are not well-formed or not TEI are rejected", arguments: ["<TEI><text><p>x</TEI>", "<article/>"])
    func refused(text: String) {
        #expect(throws: (any Error).self) { try Reading(text, TEIReader.self) }
    }
}
