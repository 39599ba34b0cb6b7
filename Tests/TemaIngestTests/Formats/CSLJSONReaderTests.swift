import Testing

@testable import TemaIngest

@Suite("CSL-JSON") struct CSLJSONReaderTests {
    @Test("Each item is a document with title, abstract and metadata")
    func whole() throws {
        let reading = try Reading(
            #"""
            [{"id": "marlina", "type": "article-journal", "title": "Hope after <i>the</i> flood: 1 < 2",
              "author": [{"family": "Marlina", "given": "Dewi"}, {"literal": "Study Group"},
                {"family": "Dam", "non-dropping-particle": "van", "given": "B", "suffix": "Jr"}],
              "issued": {"date-parts": [[2014, 3, 1]]}, "container-title": ["Journal of Composed Studies"],
              "volume": "4", "issue": 2, "page": "11–19", "DOI": "10.1000/abc.1", "ISSN": ["1", "2"],
              "abstract": "<jats:title>Why</jats:title><jats:p>Because \"so\" é\u00e9.</jats:p>", "note": "seen"},
             {"id": 7, "type": "book", "title": "B", "issued": "2001"}]
            """#, CSLJSONReader.self)
        #expect(reading.documents.map(\.id) == ["10.1000/abc.1", "7"] && reading.problems.isEmpty)
        #expect(
            reading.passages == [
                "title front: Hope after the flood: 1 < 2", "heading abstract: Why",
                "abstract abstract: Because \"so\" éé.",
                "title front: B",
            ])
        #expect(
            reading.metadata == [
                "title: Hope after the flood: 1 < 2", "authors: Marlina, Dewi; Study Group; van Dam, B, Jr",
                "year: 2014",
                "journal: Journal of Composed Studies", "volume: 4", "issue: 2", "pages: 11-19", "doi: 10.1000/abc.1",
                "article_type: article-journal", "issn: 1; 2",
            ])
        #expect(reading.ledger == ["note front matter ×1 4"])
    }

    @Test(
        "Character references are resolved, and other text is kept",
        arguments: [
            ("R&amp;D &#x2014; p &lt; .05", "R&D — p < .05"), ("A&B; Q&A", "A&B; Q&A"), ("&lt;p&gt;", "<p>"),
            ("a &amp", "a &amp"), ("&#0;&", "&#0;&"), ("x &nosuch; y", "x &nosuch; y"),
        ])
    func references(written: String, meant: String) {
        #expect(MarkedText.plain(written) == meant)
    }

    @Test("Titles in an abstract are headings of its paragraphs")
    func headings() throws {
        let reading = try Reading(
            """
            [{"title": "T", "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aims</jats:title>\
            <jats:p>One<jats:break/>a.</jats:p><jats:p>Two <jats:new>b</jats:new>.</jats:p></jats:sec>"}]
            """, CSLJSONReader.self)
        #expect(
            reading.passages == [
                "title front: T", "heading abstract: Abstract", "heading abstract: Aims", "abstract abstract: One a.",
                "abstract abstract: Two b.",
            ])
        let document = reading.documents[0]
        #expect(
            document.passages.map { document.sectionPath(of: $0) } == [[], ["Abstract"], ["Aims"], ["Aims"], ["Aims"]])
    }

    @Test("A single item is read")
    func single() throws {
        #expect(
            try Reading("{\"id\": \"a\", \"title\": \"{[\\\"]}\"}", CSLJSONReader.self).passages == [
                "title front: {[\"]}"
            ])
    }

    @Test("An invalid object is reported with its line, and reading continues")
    func bad() throws {
        let reading = try Reading("[{\"title\": x},\n{\"id\": 1},\n{\"title\": \"y\"}]", CSLJSONReader.self)
        #expect(reading.documents.map(\.text.string) == ["y"])
        #expect(reading.problems.map { String($0.prefix(20)) } == ["1: error: this objec", "2: error: this objec"])
    }

    @Test(
        "Other JSON and truncated files are rejected",
        arguments: ["[1, 2]", "{\"name\": \"tema\"}", "[{\"title\": \"a\"}", "{\"title\": \"a\"} x", "[]", "null"])
    func refused(text: String) {
        #expect(throws: (any Error).self) { try Reading(text, CSLJSONReader.self) }
    }
}
