import TemaModel
import TestSupport
import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Every reader") struct DocumentReaderTests {
    private static let texts: [String: String] = [
        "jats": "<article><body><sec><title>Metode</title><p>Satu dua.</p><p>Trés 三</p></sec></body></article>",
        "jsonl": "{\"id\": \"a\", \"text\": \"One.\\n\\nTwo é\"}\n{\"id\": \"b\", \"text\": \"三\"}\n",
        "markdown":
            "---\ntitle: T\n---\n# Head\n\nOne *two*.\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "text": "---\nid: x\n---\nOne\ntwo.\n\nThree é 三\n",
        "ris": "TY  - JOUR\nTI  - Trés\nAB  - One\n  two\nPY  - 2014\nER  - \nTY  - BOOK\nTI  - 三\nER  - \n",
        "medline": "PMID- 1\nTI  - Trés\n      two\nAB  - One\n\nPMID- 2\nTI  - 三\n",
        "bibtex": "@article{a, title = {Tr{\\'e}s} # \"x\", year=2014}\n@book(b, title = {三},)\n",
        "csl":
            "[{\"id\": \"a\", \"title\": \"Tr\\u00e9s\", \"issued\": {\"date-parts\": [[2014]]}},\n {\"title\": \"三\"}]\n",
        "wos": "FN Clarivate\nVR 1.0\nPT J\nTI Trés\n   one\nAB One\nER\n\nPT J\nTI 三\nER\nEF\n",
        "csv": "Title,Source title,Year\nTrés \"one\",J,2014\n\"三,\n\"\"a\"\"\",J,\n",
        "pubmed":
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Trés</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
        "endnote":
            "<xml><records><record><rec-number>1</rec-number><titles><title><style>Trés</style></title></titles></record></records></xml>",
        "tei":
            "<TEI><teiHeader/><text><body><div><head>Metode</head><p>Trés<note>n</note></p><table><row><cell>三</cell></row></table></div></body></text></TEI>",
        "office": OfficeReaderTests.sample,
        "html":
            "<!doctype html><h1>Metode</h1><p>Trés &amp; <ul><li>三<table><tr><td>a<td>b</table><!-- c --><script>x</script>",
    ]

    private static let samples = texts.mapValues { Array($0.utf8) }.merging([
        "docx": ComposedWord.file(ComposedWord.p("Metode", "berschrift1") + ComposedWord.p("Trés 三")),
        "pdf": ComposedPDF.file([[.init(x: 50, y: 700, text: "One two.")], [.init(x: 50, y: 700, text: "Tr\u{E9}s.")]]),
    ]) { text, _ in text }

    /// The formats that can be read on this machine.
    static let names = DocumentReaders.all.map { $0.name }.filter {
        ($0 != "pdf" || hasPDFProgram) && ($0 != "office" || hasOfficeProgram)
    }

    private func sample(_ name: String) throws -> [UInt8] { try #require(Self.samples[name]) }

    private func read(_ bytes: [UInt8], _ name: String) throws -> [Document] {
        try Reading(bytes, try #require(DocumentReaders.named(name))).documents
    }

    @Test("Documents are sound and identical each time", arguments: names)
    func sound(_ name: String) throws {
        let sample = try sample(name)
        let documents = try read(sample, name)
        #expect(!documents.isEmpty && documents.allSatisfy { !$0.passages.isEmpty })
        #expect(documents == (try read(sample, name)))
        #expect(documents.allSatisfy(DamageCheck.isSound))
    }

    @Test("Each reader recognises its sample by the first bytes", arguments: names)
    func recognises(_ name: String) throws {
        let sample = try sample(name)
        #expect(try #require(DocumentReaders.named(name)).recognises(InputBeginning(sample)))
    }

    @Test("Empty files are rejected", arguments: names)
    func empty(_ name: String) {
        for bytes in [[], [0xEF, 0xBB, 0xBF], Array(" \n\n".utf8)] as [[UInt8]] {
            #expect((try? read(bytes, name))?.isEmpty ?? true)
        }
    }

    @Test("The reader is found by content if several share an extension or there is none", arguments: names)
    func found(_ name: String) throws {
        let source = ByteSource.bytes(try sample(name), name: "x")
        // A plain text with front matter is recognised as Markdown.
        if name != "text" { #expect(try DocumentReaders.reader(for: InputPath("x"), source).name == name) }
        let reader = try #require(DocumentReaders.named(name))
        for ending in reader.extensions {
            #expect(try DocumentReaders.reader(for: InputPath("a.\(ending)"), source).name == name)
            #expect(DocumentReaders.extensions.contains(ending))
        }
    }

    @Test(
        "References saved as .txt are recognised, and texts are texts",
        arguments: ["ris", "medline", "bibtex", "csl", "pubmed", "endnote", "wos", "csv", "jats", "html", "jsonl"])
    func saved(_ name: String) throws {
        let source = ByteSource.bytes(try sample(name), name: "a.txt")
        let isText = ["jats", "html", "jsonl"].contains(name)
        #expect(try DocumentReaders.reader(for: InputPath("a.txt"), source).name == (isText ? "text" : name))
    }

    @Test(
        "A sample with a cut or a changed byte anywhere is read as sound documents or rejected", arguments: names
    )
    func hostile(_ name: String) throws {
        let sample = try sample(name)
        var law = DamageCheck(try #require(DocumentReaders.named(name)))
        // Fewer positions for slow formats: some start a program, and each Word document opens a ZIP file.
        let step = ["office": sample.count / 2, "pdf": sample.count / 10, "docx": sample.count / 100][name] ?? 1
        for at in stride(from: 0, to: sample.count, by: step) {
            law.expect(Array(sample[..<at]), "\(name) cut at \(at)")
            for byte: UInt8 in [0, 0xFF, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "\n")] {
                var changed = sample
                changed[at] = byte
                law.expect(changed, "\(name) with \(byte) at \(at)")
            }
        }
        #expect(law.read > 0 && law.refused > 0, "\(law)")
    }

    @Test("A randomly damaged sample is read as sound documents or rejected", arguments: names)
    func mutated(_ name: String) throws {
        let sample = try sample(name)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var law = DamageCheck(try #require(DocumentReaders.named(name)))
        for round in 0..<(["office": 3, "pdf": 10][name] ?? 300) {
            law.expect(sample.damaged(using: &random), "\(name), seed \(seed), round \(round)")
        }
    }
}
