import TemaFormats
import Testing

@testable import TemaIngest

@Suite("PubMed XML") struct PubMedReaderTests {
    private static let set = """
        <?xml version="1.0" ?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/x.dtd">
        <PubmedArticleSet>
        <PubmedArticle><MedlineCitation><PMID Version="1">123</PMID>
        <Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>4</Volume><Issue>2</Issue>
        <PubDate><MedlineDate>2014 Mar-Apr</MedlineDate></PubDate></JournalIssue><Title>Journal of Composed Studies</Title></Journal>
        <ArticleTitle>[Hope after <i>the</i> flood.]</ArticleTitle>
        <Pagination><StartPage>11</StartPage><EndPage>19</EndPage><MedlinePgn>11-9</MedlinePgn></Pagination>
        <ELocationID EIdType="doi">10.1000/abc.1</ELocationID>
        <Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Why &amp; how.</AbstractText>
        <AbstractText Label="UNLABELLED">And so on.</AbstractText><CopyrightInformation>© X</CopyrightInformation></Abstract>
        <AuthorList><Author><LastName>Marlina</LastName><ForeName>Dewi</ForeName></Author>
        <Author><LastName>King</LastName><Initials>M</Initials><Suffix>Jr</Suffix></Author>
        <Author ValidYN="N"><LastName>Kin</LastName></Author><Author><CollectiveName>Study Group</CollectiveName></Author></AuthorList>
        <Language>ind</Language><PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
        <VernacularTitle>Harapan setelah banjir.</VernacularTitle></Article>
        <MeshHeadingList><MeshHeading><DescriptorName>Floods</DescriptorName><QualifierName>x</QualifierName></MeshHeading></MeshHeadingList>
        <OtherAbstract Type="Publisher" Language="ind"><AbstractText>Mengapa.</AbstractText></OtherAbstract>
        <KeywordList><Keyword>hope</Keyword></KeywordList></MedlineCitation>
        <PubmedData><ArticleIdList><ArticleId IdType="pubmed">123</ArticleId><ArticleId IdType="pmc">PMC55</ArticleId></ArticleIdList>
        <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9/other</ArticleId></ArticleIdList></Reference></ReferenceList>
        </PubmedData></PubmedArticle>
        <PubmedBookArticle><BookDocument><PMID>7</PMID><Book><BookTitle>A book</BookTitle></Book>
        <ArticleTitle>A chapter</ArticleTitle><Sections><Section>One</Section></Sections>
        <PublicationType>Review</PublicationType></BookDocument></PubmedBookArticle>
        <PubmedArticle><MedlineCitation><PMID>8</PMID><Article/></MedlineCitation></PubmedArticle>
        </PubmedArticleSet>
        """

    @Test("Each reference is a document, and labels of the abstract are sections")
    func whole() throws {
        let reading = try Reading(Self.set, PubMedReader.self)
        #expect(reading.documents.map(\.id) == ["PMC55", "7"])
        #expect(
            reading.passages == [
                "title front: [Hope after the flood.]", "title front: Harapan setelah banjir.",
                "heading abstract: BACKGROUND", "abstract abstract: Why & how.", "abstract abstract: And so on.",
                "abstract abstract: Mengapa.", "title front: A chapter",
            ])
        let document = reading.documents[0]
        #expect(document.passages.map { document.language(of: $0) } == ["en", "id", "en", "en", "en", "id"])
        #expect(document.sectionPath(of: document.passages[3]) == ["BACKGROUND"])
        #expect(
            reading.metadata == [
                "title: [Hope after the flood.]", "authors: Marlina, Dewi; King, M, Jr; Study Group", "year: 2014",
                "journal: Journal of Composed Studies", "volume: 4", "issue: 2", "pages: 11-9", "doi: 10.1000/abc.1",
                "pmid: 123", "pmcid: PMC55", "language: id", "keywords: hope", "article_type: Journal Article",
                "subjects: Floods", "issn: 1234-5678",
            ])
        #expect(
            reading.ledger == [
                "CopyrightInformation front matter ×1 3", "ReferenceList front matter ×1 10",
                "Author front matter ×1 3",
                "Sections front matter ×1 3",
            ])
        let chapter = reading.documents[1].metadata
        #expect(chapter.journal == "A book" && chapter.articleType == "Review")
        #expect(reading.problems.count == 1 && reading.problems[0].contains("neither a title nor an abstract"))
    }

    @Test("A truncated file delivers the references before the cut")
    func cut() throws {
        let end = try #require(Self.set.range(of: "<PubmedBookArticle>")?.upperBound)
        var ids: [String] = []
        let source = ByteSource.bytes(Array(Self.set[..<end].utf8), name: "a.xml")
        #expect(throws: (any Error).self) {
            try PubMedReader.read(
                source, encoding: nil, into: DocumentSink(deliver: { ids.append($0.id) }, report: { _ in }))
        }
        #expect(ids == ["PMC55"])
    }
}
