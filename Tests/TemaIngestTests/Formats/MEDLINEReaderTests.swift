import Testing

@testable import TemaIngest

@Suite("MEDLINE") struct MEDLINEReaderTests {
    @Test("Each reference is a document with title, abstract and metadata")
    func whole() throws {
        let reading = try Reading(
            """

            PMID- 123
            OWN - NLM
            TI  - [Hope after the
                  flood.]
            PG  - 123-30
            LID - 10.1000/abc.1 [doi]
            AB  - BACKGROUND: Some text
                  goes on.
            FAU - Marlina, Dewi
            AU  - Marlina D
            CN  - Study Group
            LA  - ind
            PT  - Journal Article
            TT  - Harapan setelah banjir.
            DP  - 2014 Mar-Apr
            JT  - Journal of composed studies
            MH  - Floods
            OT  - hope
            PMC - PMC55

            PMID- 124
            TI  - Another.
            AU  - Smith JA
            """, MEDLINEReader.self)
        #expect(reading.documents.map(\.id) == ["PMC55", "124"] && reading.problems.isEmpty)
        #expect(
            reading.passages == [
                "title front: [Hope after the flood.]", "title front: Harapan setelah banjir.",
                "abstract abstract: BACKGROUND: Some text goes on.", "title front: Another.",
            ])
        #expect(reading.documents[0].languages == ["en", "id"])
        #expect(
            reading.metadata == [
                "title: [Hope after the flood.]", "authors: Marlina, Dewi; Study Group", "year: 2014",
                "journal: Journal of composed studies", "pages: 123-30", "doi: 10.1000/abc.1", "pmid: 123",
                "pmcid: PMC55",
                "language: id", "keywords: hope", "article_type: Journal Article", "subjects: Floods",
            ])
        #expect(reading.documents[1].metadata.authors == ["Smith, JA"])
        #expect(reading.ledger == ["OWN front matter ×1 3"])
    }
}
