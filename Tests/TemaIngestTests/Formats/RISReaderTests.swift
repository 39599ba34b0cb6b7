import TemaFormats
import Testing

@testable import TemaIngest

@Suite("RIS") struct RISReaderTests {
    @Test("Each reference is a document with title, abstract and metadata")
    func whole() throws {
        let reading = try Reading(
            """
            TY  - JOUR
            AU  - Marlina, Dewi
            A1  - O'Neill, Sam, Jr.
            T1  - Hope after
              the flood
            T2  - Journal of Composed Studies
            Y1  - 2014/03/01/
            VL  - 4
            IS  - 2
            SP  - 11
            EP  - 19
            DO  - https://doi.org/10.1000/abc.1
            SN  - 1234-5678
            UR  - https://example.org/1
            KW  - hope
            KW  - flood
            LA  - English
            N2  - They said: a - b.
            AB  - They said: a - b.
            N1  - seen twice
            ER  - 
            """, RISReader.self)
        #expect(reading.documents.map(\.id) == ["10.1000/abc.1"] && reading.problems.isEmpty)
        #expect(reading.passages == ["title front: Hope after the flood", "abstract abstract: They said: a - b."])
        #expect(
            reading.metadata == [
                "title: Hope after the flood", "authors: Marlina, Dewi; O'Neill, Sam, Jr.", "year: 2014",
                "journal: Journal of Composed Studies", "volume: 4", "issue: 2", "pages: 11-19", "doi: 10.1000/abc.1",
                "language: en", "keywords: hope; flood", "article_type: JOUR", "url: https://example.org/1",
                "issn: 1234-5678",
            ])
        #expect(reading.ledger == ["N2 alternative ×1 17", "N1 front matter ×1 10"])
        #expect(reading.documents[0].languages == ["en"])
    }

    private static let variants: [(String, [String])] = [
        ("TY  - JOUR\nTI  - A\n\nTY  - JOUR\nTI  - B\n", ["file#1 A", "file#2 B"]),
        ("TY - JOUR\r\nTI - One space\r\nER -\r\n", ["file#1 One space"]),
        ("TY  - JOUR\rTI  - Old Mac\rER  - \r", ["file#1 Old Mac"]),
        ("TI  - No type\nER  - \nTY  - JOUR\nID  - key7\nTI  - B", ["file#1 No type", "key7 B"]),
        (
            "TY  - JOUR\nID  - 12\nTI  - A\nAB - no tag, for it has one space\nER  -",
            ["file#1 A AB - no tag, for it has one space"]
        ),
        ("TY  - JOUR\nTI  - A\nAN  - 77\nDB  - PubMed\nER  - ", ["77 A"]),
        ("TY  - JOUR\nTI  - A\nC2  - PMC55\nDO  - 10.1/x\nER  - ", ["PMC55 A"]),
        ("TY  - JOUR\nTI  - A\nUR  - https://doi.org/10.1/x\nER  - ", ["10.1/x A"]),
    ]

    @Test("Variants of the syntax are read", arguments: variants)
    func written(text: String, expected: [String]) throws {
        let reading = try Reading(text, RISReader.self)
        #expect(reading.documents.map { "\($0.id) \($0.text.string)" } == expected && reading.problems.isEmpty)
    }

    @Test("References without text and lines outside references are reported with their lines")
    func bad() throws {
        let reading = try Reading(
            "Provider: X\n\nTY  - JOUR\nAU  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", RISReader.self)
        #expect(reading.documents.map(\.text.string) == ["B"])
        #expect(
            reading.problems == [
                "3: error: this reference has neither a title nor an abstract (complete it or remove it)",
                "1: note: lines outside references are ignored; this is the first",
            ])
    }

    @Test("Tagged lines between references are noted once")
    func between() throws {
        let reading = try Reading(
            "1. \nTY  - JOUR\nTI  - A\nER  - \n\nC1  - Database: X\n\n2. \nTY  - JOUR\nTI  - B\nER  - \nC1  - Y\n",
            RISReader.self)
        #expect(reading.documents.map(\.id) == ["file#1", "file#2"])
        #expect(reading.problems == ["1: note: lines outside references are ignored; this is the first"])
        #expect(RISReader.recognises(InputBeginning(Array("1. \r\nTY  - JOUR\r\n".utf8))))
    }

    @Test("An abstract with the markup of JATS is read as headings and paragraphs")
    func marked() throws {
        let reading = try Reading(
            "TY  - JOUR\nTI  - A\nAB  - <jats:title>Aims</jats:title><jats:p>x &lt; <jats:italic>y</jats:italic></jats:p>\nER  -",
            RISReader.self)
        #expect(reading.passages == ["title front: A", "heading abstract: Aims", "abstract abstract: x < y"])
    }

    @Test("A file without references is rejected")
    func none() {
        #expect(throws: (any Error).self) { try Reading("Just a text.", RISReader.self) }
    }
}
