import Testing

@testable import TemaIngest

@Suite("BibTeX") struct BibTeXReaderTests {
    @Test("Each entry is a document with title, abstract and metadata")
    func whole() throws {
        let reading = try Reading(
            #"""
            % comment with an e-mail@example.org
            @string{jcs = "Journal of " # {Composed Studies}}
            @preamble{ "\newcommand{\noopsort}[1]{}" }
            @comment{ @no{ } }
            @ARTICLE{marlina2014,
              Author = {Marlina, Dewi and Jos{\'e} Garc{\'\i}a and {World Health Organization} and others},
              title = "{Hope} after the \emph{flood}",
              journal = jcs,
              year = 2014,
              month = mar # "~1",
              pages = {11--19},
              doi = {10.1000/abc\_1},
              abstract = {Some ``quoted'' text --- with
                50\% {\"o}.},
              keywords = {hope, flood},
              note = {seen},
            }
            """#, BibTeXReader.self)
        #expect(reading.documents.map(\.id) == ["10.1000/abc_1"] && reading.problems.isEmpty)
        #expect(
            reading.passages == [
                "title front: Hope after the flood", "abstract abstract: Some “quoted” text — with 50% ö.",
            ])
        #expect(
            reading.metadata == [
                "title: Hope after the flood", "authors: Marlina, Dewi; García, José; World Health Organization",
                "year: 2014", "journal: Journal of Composed Studies", "pages: 11-19", "doi: 10.1000/abc_1",
                "keywords: hope; flood", "article_type: article", "month: March 1",
            ])
        #expect(reading.ledger == ["note front matter ×1 4"])
    }

    private static let written: [(String, [String])] = [
        ("@book(a, title = {One (of two)})", ["a One (of two)"]),
        ("@misc{a,title={x}}@misc{b,title={y}}", ["a x", "b y"]),
        ("@misc {a ,title\n=\n\"{\"}x{\"}\"}", ["a \"x\""]),
        ("@misc{, title = {No key}}", ["file#1 No key"]),
        ("@misc{a, title = undefined # 12}", ["a undefined12"]),
        ("@string{t={T}}\n@misc{a, title = T}", ["a T"]),
        ("@misc{a, title={x}, date={2014-03}, PMID={77}}", ["77 x"]),
        ("@misc{a, title = \"No comma\"\n year = 2014}", ["a No comma"]),
        (
            "@misc{a, title = \"A \"quoted\" word, \"so\", and on\", year = 2014}",
            ["a A \"quoted\" word, \"so\", and on"]
        ),
        ("@misc{a, title = \"A {with \"inner\" quotes} x\" # \"y\",}", ["a A with \"inner\" quotes xy"]),
    ]

    @Test("Variants of the syntax are read", arguments: written)
    func variants(text: String, expected: [String]) throws {
        let reading = try Reading(text, BibTeXReader.self)
        #expect(reading.documents.map { "\($0.id) \($0.text.string)" } == expected && reading.problems.isEmpty)
    }

    private static let broken: [(String, String)] = [
        ("@misc{a,\n title = {never closed\n}", "1: error: the braces of this entry are not closed"),
        ("@misc{a, title {x}}", "1: error: “title” in this entry is not a field"),
        ("@misc{a, title = }", "1: error: a field of this entry has no value"),
        ("@misc{a, year = 2014}", "1: error: this reference has neither a title nor an abstract"),
        ("@misc{a, title = \"x}", "1: error: a value of this entry is not closed"),
    ]

    @Test("A malformed entry is reported with its line, and reading continues", arguments: broken)
    func bad(text: String, expected: String) throws {
        let reading = try Reading("\(text)\n@misc{b, title={y}}", BibTeXReader.self)
        #expect(reading.documents.map(\.id) == ["b"])
        #expect(reading.problems.count == 1 && reading.problems[0].hasPrefix(expected), "\(reading.problems)")
    }
}
