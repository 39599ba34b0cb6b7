import Foundation
import TemaAnalysis
import TemaModel
import TemaTables
import Testing

@testable import TemaReport

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("A report") struct ReportTests {
    static let provenance = Provenance(
        software: "Tema 9.9", codebookHash: String(repeating: "ab", count: 32), codebookSource: "<book>.yaml",
        corpus: ["articles/"], inputs: "-c b.yaml articles/", files: 2, documents: 2, kinds: [.title, .paragraph],
        unit: .passage,
        level: "theme",
        coder: "small@2", options: [Fact("Nested matches", .text("independent"))], problemCount: 2,
        problems: [Problem("it is <bad>", file: "x.xml", line: 3)])

    private static func page(_ documents: [CodedDocument], _ options: ReportStatistics.Options = .init()) -> String {
        var statistics = ReportStatistics(codes: Coded.codes, options: options)
        for document in documents { statistics.add(document) }
        return String(
            decoding: Report(codes: Coded.codes, tables: statistics.tables, provenance: provenance).html, as: UTF8.self)
    }

    private let page = page(Coded.documents)

    @Test("has all sections, each linked from the contents")
    func parts() {
        let parts = [
            "brief", "frequencies", "cooccurrence", "articles", "saturation", "quotes", "documents",
            "methods", "corpus", "codebook", "provenance", "places",
        ]
        for part in parts {
            #expect(page.contains("<a href=\"#\(part)\">") && page.contains("<section id=\"\(part)\""), "\(part)")
        }
    }

    @Test("contains no scripts or external links, and escapes input")
    func alone() {
        for word in [
            "<script", "http:", "https:", "src=", "@import", "url(", "<b> hope", "<bad>", "<book>", "<small>",
            "<planned>",
        ] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("default-src 'none'") && page.contains("A &lt;small&gt; codebook"))
    }

    @Test("has a target for every link, and unique ids")
    func links() {
        func all(_ start: String) -> [String] {
            page.components(separatedBy: start).dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
        let (links, ids) = (all("href=\"#"), all(" id=\""))
        #expect(links.count > 12 && Set(ids).count == ids.count && Set(links).subtracting(ids).isEmpty)
    }

    @Test("quotes the best passages with marked evidence, and shows their context")
    func quotes() {
        #expect(page.contains("<mark>Pa</mark>ssage 1 of d1 &lt;b&gt; hope fear.</p>"))
        #expect(page.contains("Maas &amp; Roe 2019, Results</a>"))
        #expect(page.contains("Maas &amp; Roe 2019: Title of d1 · d1</h3>"))
        #expect(page.contains("<p class=\"beside\" dir=\"auto\">Passage 0 of d1"))
        #expect(page.contains("Quoted for: Plans, People"))
    }

    @Test("describes its inputs, methods and problems")
    func origin() {
        for words in [
            "Tema 9.9", String(repeating: "ab", count: 32), "title, paragraph", "the first 1 of 2",
            "x.xml:3: error: it is &lt;bad&gt;",
            "A corpus of 2 documents was coded with Tema 9.9 using the codebook", "hits of the code / (words + 25)",
            "Nested matches",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test("is the same after merging, and can be made without documents")
    func shared() {
        var one = ReportStatistics(codes: Coded.codes)
        var other = one
        one.add(Coded.documents[1])
        other.add(Coded.documents[0])
        one.merge(other)
        let merged = Report(codes: Coded.codes, tables: one.tables, provenance: Self.provenance).html
        #expect(String(decoding: merged, as: UTF8.self) == page)
        #expect(!Self.page([]).isEmpty)
    }

    @Test("shows the most frequent of very many codes, with a note")
    func bounded() {
        let codes = CodeList(Codebook(id: "many", codes: (0..<510).map { Code(id: "c\($0)") }))
        var statistics = ReportStatistics(codes: codes)
        statistics.add(Coded.document("d", (0..<510).map { [$0: 1] } + [[509: 1]]))
        let page = String(
            decoding: Report(codes: codes, tables: statistics.tables, provenance: Self.provenance).html, as: UTF8.self)
        for words in ["500 of 510 codes", "the 40 of 510 codes", "the 200 of 510 codes"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains("<h3>c509 ") && page.contains("<h3>c198 ") && !page.contains("<h3>c199 "))
    }

    @Test("begins with five sentences on the results")
    func brief() throws {
        let list = try #require(page.split(separator: "<ol class=\"brief\">\n").dropFirst().first)
        let sentences = list.prefix { $0 != "!" }.split(separator: "</ol>")[0].split(separator: "\n").map(String.init)
        #expect(sentences[0].hasPrefix("<li>2 documents with "))
        #expect(sentences[1].contains("Most frequent codes of level “theme”: “"))
        #expect(sentences[2].contains("overlap most"))
        #expect((3...5).contains(sentences.count))
    }

    @Test("folds what is not a result")
    func folded() {
        for (id, title) in [
            ("codebook", "with definitions"), ("provenance", "Inputs and options"), ("places", "Each quoted"),
        ] {
            let section = page.components(separatedBy: "<section id=\"\(id)\"").dropFirst().first ?? ""
            let summary = section.components(separatedBy: "<summary>").dropFirst().first?.prefix { $0 != "<" } ?? ""
            #expect(summary.contains(title))
        }
        #expect(page.components(separatedBy: "<details>").count == page.components(separatedBy: "</details>").count)
    }

    @Test("has agreement and validation if there is data")
    func optional() {
        #expect(!page.contains("id=\"agreement\"") && !page.contains("id=\"validation\""))
        var statistics = ReportStatistics(codes: Coded.codes)
        statistics.add(Coded.documents[0])
        var tables = statistics.tables
        tables.agreement = Table(.init(title: "A", columns: [.init("a", "Alpha")]), rows: [.init([.text("x")])])
        tables.validation = Table(.init(title: "V", columns: [.init("v", "Precision")]), rows: [.init([.text("y")])])
        let page = String(
            decoding: Report(codes: Coded.codes, tables: tables, provenance: Self.provenance).html, as: UTF8.self)
        #expect(page.contains("<section id=\"agreement\"") && page.contains("<section id=\"validation\""))
    }

    @Test("names a command below each figure and table that one can make")
    func commands() {
        var statistics = ReportStatistics(codes: Coded.codes)
        for document in Coded.documents { statistics.add(document) }
        var provenance = Self.provenance
        provenance.documentInputs = "articles/"
        let page = String(
            decoding: Report(codes: Coded.codes, tables: statistics.tables, provenance: provenance).html, as: UTF8.self)
        let captions = page.components(separatedBy: "<figcaption>").dropFirst().map {
            $0.components(separatedBy: "</figcaption>")[0]
        }
        #expect(captions.count >= 7 && captions.allSatisfy { $0.contains("<code>tema ") })
        #expect(page.contains("<code>tema articles --cite apa articles/</code>"))
        // Coded files have no references to print.
        #expect(!self.page.contains("tema articles"))
    }

    @Test("draws the years between others that have no documents")
    func years() {
        var statistics = ReportStatistics(codes: Coded.codes)
        for year in [2004, 2006, 2016] { statistics.add(Coded.document("d\(year)", year: year, [[1: 1]])) }
        let page = String(
            decoding: Report(codes: Coded.codes, tables: statistics.tables, provenance: Self.provenance).html,
            as: UTF8.self)
        let figure =
            page.components(separatedBy: "Documents by year</b>").dropFirst().first?
            .components(separatedBy: "</svg>").first ?? ""
        for label in ["2004", "2005", "2006", "2007–2015", "2016"] { #expect(figure.contains(">\(label)<")) }
        #expect(figure.components(separatedBy: ">0<").count == 3)
    }

    @Test("applies its options")
    func options() {
        var options = ReportStatistics.Options()
        (options.level, options.unit, options.quotes, options.draws) = (1, .document, 0, 0)
        let page = Self.page(Coded.documents, options)
        #expect(page.contains("Co-occurrence of codes in one document") && !page.contains("<mark>"))
        #expect(page.contains("No random orders were drawn."))
    }
}
