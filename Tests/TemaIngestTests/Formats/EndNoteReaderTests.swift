import Testing

@testable import TemaIngest

@Suite("EndNote XML") struct EndNoteReaderTests {
    @Test("Each record is a document, and styles are ignored")
    func whole() throws {
        let reading = try Reading(
            """
            <?xml version="1.0" encoding="UTF-8" ?><xml><records>
            <record><database name="My.enl">My.enl</database><rec-number>12</rec-number>
            <ref-type name="Journal Article">17</ref-type>
            <contributors><authors><author><style face="normal">Marlina, Dewi</style></author>
            <author><style>Study Group,</style></author></authors></contributors>
            <titles><title><style face="normal">Hope </style><style face="italic">after</style><style> the flood</style></title>
            <secondary-title><style>Journal of Composed Studies</style></secondary-title></titles>
            <pages><style>11-19</style></pages><volume><style>4</style></volume><number><style>2</style></number>
            <keywords><keyword><style>hope</style></keyword><keyword>flood</keyword></keywords>
            <dates><year><style>2014</style></year></dates><isbn><style>1234-5678</style></isbn>
            <abstract><style>First&#xD;second.</style></abstract>
            <electronic-resource-num><style>10.1000/abc.1</style></electronic-resource-num>
            <urls><related-urls><url><style>https://example.org/1</style></url></related-urls></urls>
            <notes><style>seen</style></notes></record>
            <record><rec-number>13</rec-number><titles><title>B</title></titles></record>
            <record><rec-number>14</rec-number></record>
            </records></xml>
            """, EndNoteReader.self)
        #expect(reading.documents.map(\.id) == ["10.1000/abc.1", "file#13"])
        #expect(
            reading.passages == [
                "title front: Hope after the flood", "abstract abstract: First second.", "title front: B",
            ])
        #expect(
            reading.metadata == [
                "title: Hope after the flood", "authors: Marlina, Dewi; Study Group", "year: 2014",
                "journal: Journal of Composed Studies", "volume: 4", "issue: 2", "pages: 11-19", "doi: 10.1000/abc.1",
                "keywords: hope; flood", "article_type: Journal Article", "url: https://example.org/1",
                "issn: 1234-5678",
            ])
        #expect(reading.ledger == ["notes front matter ×1 4"])
        #expect(reading.problems.count == 1)
    }
}
