import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaIngest

/// Whether PDF tests can run on this machine.
let hasPDFProgram = (try? ExternalProgram("pdftotext", missing: Problem(""))) != nil

@Suite("PDF", .enabled(if: hasPDFProgram, "pdftotext is not installed")) struct PDFReaderTests {
    private static func page(_ number: Int) -> [ComposedPDF.Line] {
        [
            .init(x: 50, y: 800, size: 9, text: "Journal of Composed Studies 4 (2014)"),
            .init(x: 50, y: 770, size: 16, text: number == 1 ? "Hope after the flood" : ""),
            .init(x: 50, y: 740, size: 12, text: number == 1 ? "1. Introduction" : "2. Methods"),
            .init(x: 50, y: 720, text: "The first paragraph is of several lines that are long enough to go"),
            .init(x: 50, y: 708, text: "across the page, and it has a word that is hyphen-"),
            .init(x: 50, y: 696, text: "ated at the end of a line."),
            .init(x: 62, y: 684, text: "A second one begins with an indent and is also longer than one line so"),
            .init(x: 50, y: 672, text: "that it can be seen as one paragraph, with a self-"),
            .init(x: 50, y: 660, text: "report and caf\u{E9}."),
            .init(x: 50, y: 630, text: "A third stands behind a gap. It speaks of self-report again, and goes on"),
            .init(x: 50, y: 618, text: number == 1 ? "to the next page without" : "to its end."),
            .init(x: 300, y: 30, size: 9, text: "\(number)"),
        ].filter { !$0.text.isEmpty }
    }

    private static let paragraphs = [
        "The first paragraph is of several lines that are long enough to go across the page, and it has a word that is hyphenated at the end of a line.",
        "A second one begins with an indent and is also longer than one line so that it can be seen as one paragraph, with a self-report and café.",
    ]

    @Test("Paragraphs are inferred from the layout, without running heads")
    func paragraphs() throws {
        let reading = try Reading(ComposedPDF.file([Self.page(1), Self.page(2), Self.page(3)]), PDFReader.self)
        let third = "A third stands behind a gap. It speaks of self-report again, and goes on to"
        let first = (Self.paragraphs + ["\(third) the next page without"]).map { "paragraph introduction: \($0)" }
        let other = (Self.paragraphs + ["\(third) its end."]).map { "paragraph methods: \($0)" }
        let heading = "heading methods: 2. Methods"
        var expected = ["title front: Hope after the flood", "heading introduction: 1. Introduction"]
        expected += first + [heading] + other + [heading] + other
        #expect(reading.passages == expected)
        #expect(reading.metadata == ["title: Hope after the flood"] && reading.problems.isEmpty)
        #expect(reading.ledger == ["running head not text ×6 111"])
    }

    @Test("A summary is an abstract on the first page only")
    func summary() throws {
        // Lines that recur at the edges of pages would be running heads.
        func page(_ number: String, _ heading: String) -> [ComposedPDF.Line] {
            let prose = "asked what the children think about it, although they live with the same plan."
            let tops = [
                (760, "One \(number)"), (740, "Two \(number)"), (600, "Three \(number)"), (580, "Four \(number)"),
            ]
            return [
                .init(x: 50, y: 710, size: 14, text: heading),
                .init(x: 50, y: 680, text: "\(number) person \(prose)"),
            ] + tops.map { .init(x: 50, y: $0.0, text: "\($0.1) \(prose)") }
        }
        let passages = try Reading(
            ComposedPDF.file([page("No", "Summary"), page("A", "Results"), page("Some", "Summary")]), PDFReader.self
        ).passages
        let headings = passages.filter { $0.hasPrefix("heading") }
        #expect(headings == ["heading abstract: Summary", "heading results: Results", "heading other: Summary"])
    }

    @Test("A sentence continues on the next page")
    func pages() throws {
        let reading = try Reading(
            ComposedPDF.file([
                [.init(x: 50, y: 700, text: "One sentence goes on")], [.init(x: 50, y: 700, text: "to the next page.")],
            ]), PDFReader.self)
        #expect(reading.passages == ["paragraph other: One sentence goes on to the next page."])
    }

    @Test("Files without text and malformed files are rejected with a suggestion")
    func refused() throws {
        let whole = ComposedPDF.file([[.init(x: 50, y: 700, text: "One.")]])
        let cases: [([UInt8], String)] = [
            (ComposedPDF.file([[]]), "its pages are images"), (Array("%PDF-1.4\nnothing".utf8), "cannot read it"),
            (Array("no PDF".utf8), "cannot read it"), ([], "empty"),
        ]
        for (bytes, expected) in cases {
            let problem = #expect(throws: Problem.self) { try Reading(bytes, PDFReader.self) }
            #expect(problem?.message.contains(expected) == true, "\(String(describing: problem))")
        }
        // A file truncated in its cross-reference table can still be readable.
        for count in stride(from: 0, to: whole.count, by: 40) {
            guard let reading = try? Reading(Array(whole[..<count]), PDFReader.self) else { continue }
            #expect(reading.passages == ["paragraph other: One."])
        }
    }
}

@Suite("PDF lines") struct PDFLinesTests {
    private static let joined: [([String], String)] = [
        (["a hyphen-", "ated word"], "a hyphenated word"),
        (["a self-report and self-", "report"], "a self-report and self-report"),
        (["COVID-", "19"], "COVID-19"), (["Smith-", "Jones"], "Smith-Jones"), (["so \u{AD}", "ft"], "so ft"),
        (["1 -", "2"], "1 - 2"), (["plain", "lines"], "plain lines"), ([], ""),
        (["her mother was in", "the mother-", "in-law"], "her mother was in the mother-in-law"),
        (["a self-", "employed", "well-", "being scale"], "a self-employed well-being scale"),
        (["wellbeing is", "the well-", "being scale"], "wellbeing is the wellbeing scale"),
        (["of 1990-", "2000"], "of 1990-2000"),
    ]

    @Test("Lines are joined, and end-of-line hyphenation is removed", arguments: joined)
    func hyphens(lines: [String], expected: String) {
        #expect(LineHyphens(lines).joined(lines) == expected)
    }

    private static let blocks: [([(Double, String)], [String])] = [
        ([(0, "a"), (0, "b"), (10, "c"), (0, "d")], ["a b", "c d"]),
        ([(10, "a"), (0, "b"), (10, "c"), (0, "d")], ["a b", "c d"]),
        // References have a hanging indent.
        ([(0, "a"), (10, "b"), (0, "c"), (10, "d"), (10, "e")], ["a b", "c d e"]),
    ]

    @Test("Indents separate paragraphs", arguments: blocks)
    func indents(lines: [(Double, String)], expected: [String]) {
        let block = lines.enumerated().map {
            PDFPage.Line(text: $1.1, left: $1.0, right: 100, top: Double($0) * 12, height: 10)
        }
        let layout = PDFParagraphs([PDFPage(blocks: [block])])
        #expect(layout.paragraphs.map(layout.text(of:)) == expected)
    }
}
