import TemaFormats
import TemaModel
import Testing

@testable import TemaIngest

@Suite("JATS reader") struct JATSReaderTests {
    private func read(_ xml: String, name: String = "file.xml") throws -> [Document] {
        try Reading(xml, JATSReader.self, name: name).documents
    }

    private static let idCases: [(String, String)] = [
        ("<article-id pub-id-type='publisher-id'>p</article-id>", "p"),
        ("<article-id pub-id-type='publisher-id'>p</article-id><article-id pub-id-type='pmid'>7</article-id>", "7"),
        ("<article-id pub-id-type='pmid'>7</article-id><article-id pub-id-type='doi'>10.1/x</article-id>", "10.1/x"),
        ("<article-id pub-id-type='doi'>10.1/x</article-id><article-id pub-id-type='pmc'>12</article-id>", "PMC12"),
        ("<article-id pub-id-type='other'>o</article-id>", "file"), ("", "file"),
    ]

    @Test("The id is the PMC id, else the DOI, PMID, publisher id, or file name", arguments: idCases)
    func identity(xml: String, expected: String) throws {
        let documents = try read("<article><front><article-meta>\(xml)</article-meta></front></article>")
        #expect(documents.map(\.id) == [expected])
    }

    @Test("The language is that of the nearest element that declares one")
    func languages() throws {
        let document = try #require(
            try read(
                "<article xml:lang='en'><body><sec xml:lang='id'><p>a</p><p xml:lang='ms'>b</p></sec><p>c</p></body></article>"
            ).first)
        #expect(document.passages.map { document.language(of: $0) } == ["id", "ms", "en"])
        #expect(document.metadata.language == "en")
    }

    @Test(
        "Articles are read in any namespace, with any DOCTYPE and DTD version",
        arguments: [
            "<article>",
            "<!DOCTYPE article PUBLIC '-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN' 'x.dtd'><article>",
            "<article xmlns='http://jats.nlm.nih.gov'>",
            "<article dtd-version='1.3' xmlns:mml='http://www.w3.org/1998/Math/MathML'>",
            "<!DOCTYPE article><!-- c --><?pi?><article>",
        ])
    func versions(head: String) throws {
        #expect(try read("\(head)<body><p>x</p></body></article>").map(\.text.string) == ["x"])
    }

    @Test("Titles and abstracts of the front matter are passages, the rest is metadata")
    func front() throws {
        let document = try #require(
            try read(
                """
                <article article-type="review" xml:lang="en"><front><journal-meta><journal-title-group>
                <journal-title>J</journal-title></journal-title-group></journal-meta><article-meta>
                <article-id pub-id-type="doi">10.1/x</article-id><article-id pub-id-type="pmc">12</article-id>
                <title-group><article-title>Main <italic>title</italic></article-title><subtitle>Sub</subtitle>
                <trans-title-group xml:lang="id"><trans-title>Judul</trans-title></trans-title-group></title-group>
                <contrib-group><contrib contrib-type="author"><name><surname>Yasmin</surname><given-names>A</given-names></name></contrib>
                <contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group>
                <pub-date pub-type="epub"><year>2020</year></pub-date><volume>3</volume><issue>1</issue><fpage>5</fpage>
                <lpage>9</lpage><abstract><p>About</p></abstract><trans-abstract xml:lang="id">Tentang</trans-abstract>
                <kwd-group><kwd>one</kwd></kwd-group></article-meta></front></article>
                """
            ).first)
        #expect(document.id == "PMC12")
        #expect(
            document.passages.map {
                "\($0.kind) \($0.sectionType) \(document.language(of: $0) ?? "") \(document.string(of: $0))"
            } == [
                "title front en Main title", "title front en Sub", "title front id Judul", "abstract abstract en About",
                "abstract abstract id Tentang",
            ])
        let metadata = document.metadata
        #expect(metadata.title == "Main title" && metadata.journal == "J" && metadata.doi == "10.1/x")
        #expect(metadata.authors == ["Yasmin, A"] && metadata.year == 2020 && metadata.pages == "5-9")
        #expect(metadata.volume == "3" && metadata.issue == "1" && metadata.keywords == ["one"])
        #expect(metadata.articleType == "review" && metadata.language == "en")
        #expect(
            document.ledger.entries.contains {
                $0.element == "contrib-group" && $0.reason == .frontMatter && $0.characters == 10
            })
    }

    @Test("Sections form paths, and the outermost section determines the type")
    func sections() throws {
        let document = try #require(
            try read(
                """
                <article><body><p>lead</p><sec><title>2. Metode Penelitian</title><sec><title>Results?</title><p>in</p></sec></sec>
                <sec sec-type="results|discussion"><p>r</p></sec></body><back><ack><p>t</p></ack>
                <app-group><app><title>A</title><p>p</p></app></app-group></back></article>
                """
            ).first)
        let actual = document.passages.map {
            "\($0.sectionType) \(document.sectionPath(of: $0).joined(separator: "/"))"
        }
        #expect(
            actual == [
                "other ", "methods 2. Metode Penelitian", "methods 2. Metode Penelitian/Results?",
                "methods 2. Metode Penelitian/Results?", "results ", "back ", "appendix A", "appendix A",
            ])
    }

    @Test("Every article and sub-article of a file is a document")
    func several() throws {
        let documents = try read(
            """
            <set><article><front><article-meta><article-id pub-id-type="pmid">7</article-id></article-meta></front>
            <body><p>a</p></body><sub-article id="r1"><body><p>b</p></body></sub-article><response><body><p>c</p></body></response>
            </article><record><article><body><p>d</p></body></article></record></set>
            """, name: "set.xml")
        #expect(documents.map(\.id) == ["7", "7#r1", "7#s2", "set#1"])
        #expect(documents.map(\.parent) == [nil, "7", "7", nil])
        #expect(documents.map(\.text.string) == ["a", "b", "c", "d"])
    }

    @Test("Omitted elements are in the ledger")
    func ledger() throws {
        let document = try #require(
            try read(
                "<article><body><p>a<label> one  two </label>&odd;</p><table><tr>x<td>y</td></tr></table></body></article>"
            ).first)
        let actual = document.ledger.entries.map { "\($0.element) \($0.reason.rawValue) \($0.count) \($0.characters)" }
        #expect(actual == ["label not text 1 7", "&odd; unknown entity 1 5", "tr misplaced text 1 1"])
    }

    @Test("Note marks are in the ledger, each with its own characters")
    func noteMarks() throws {
        let mark = "<xref ref-type='fn'><sup>é 1</sup></xref>"
        let reading = try Reading(
            "<article><body><p>a\(mark)<sup>, </sup>\(mark) b <sup><xref ref-type='bibr'>3</xref></sup></p></body></article>",
            JATSReader.self)
        #expect(reading.ledger == ["xref note mark ×2 6", "sup note mark ×2 2"])
    }

    @Test("Misplaced text between two tags is counted once, however long")
    func misplaced() throws {
        let long = String(repeating: "word ", count: 20_000)
        let reading = try Reading(
            "<article>\(long)&mdash;<!-- c --> x<body/>\n&#120;y<back/></article>", JATSReader.self)
        #expect(reading.ledger == ["article misplaced text ×2 100005"])
    }

    private static let refusedFiles: [(String, String)] = [
        ("<article><body><p>x</body></article>", "1:27: error: not well-formed XML"),
        ("<html/>", "error: it contains no <article>"),
        ("<article><body><p>x</p></body></article> more", "error: not well-formed XML"),
        (String(repeating: "<article>", count: 201), "error: elements are nested more than 200 levels deep"),
        (
            "<article x=\"" + String(repeating: "y", count: 200_000) + "\"/>",
            "error: a tag or declaration is longer than 64 KB"
        ),
        (
            "<!DOCTYPE a [<!ENTITY % x '<!ENTITY y \"z\">'>%x;]><article>",
            "error: "
        ),
    ]

    @Test("Hostile and malformed files are rejected with line and reason", arguments: refusedFiles.indices)
    func refused(at index: Int) {
        let (xml, expected) = Self.refusedFiles[index]
        #expect(throws: Problem.self) { try read(xml) }
        do {
            _ = try read(xml)
        } catch {
            #expect("\(error)".contains(expected), "\(error)")
        }
    }

    @Test("A file truncated anywhere delivers no document")
    func truncated() throws {
        let whole = "<article><front/><body><p>Säng &amp; text</p></body></article>"
        #expect(try read(whole).count == 1)
        for length in 0..<whole.utf8.count {
            let cut = Array(whole.utf8.prefix(length))
            #expect(throws: Problem.self, "\(length) bytes") {
                let input = try UTF8Input(ByteSource.bytes(cut, name: "cut.xml"), encoding: nil, isXML: true)
                try JATSReader.read(
                    input, ReadingBuffers(),
                    into: DocumentSink(deliver: { _ in Issue.record("\(length)") }, report: { _ in }))
            }
        }
    }

    @Test("A file too long to keep in memory is read twice and delivers the same documents")
    func long() throws {
        let article = "<article><body><p>\(String(repeating: "word ", count: 20_000))</p></body></article>"
        let documents = try read("<set>" + String(repeating: article, count: 90) + "</set>", name: "long.xml")
        #expect(documents.count == 90)
        #expect(documents.last?.id == "long#89")
        #expect(Set(documents.map(\.text)).count == 1)
    }
}
