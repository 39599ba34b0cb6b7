import TemaModel
import Testing

@testable import TemaIngest

@Suite("Article metadata") struct MetadataReaderTests {
    private func metadata(_ xml: String) throws -> Metadata {
        try #require(
            try Reading("<article><front><article-meta>\(xml)</article-meta></front></article>", JATSReader.self)
                .documents.first
        ).metadata
    }

    @Test(
        "The first id of each kind is kept, and PMC ids have their prefix",
        arguments: [
            ("<article-id pub-id-type=\"pmc\">123</article-id>", "pmcid", "PMC123"),
            ("<article-id pub-id-type=\"pmcid\">PMC123</article-id>", "pmcid", "PMC123"),
            ("<article-id pub-id-type=\"pmc\">pmc9</article-id>", "pmcid", "PMC9"),
            (
                "<article-id pub-id-type=\"doi\">10.1/a</article-id><article-id pub-id-type=\"doi\">10.1/b</article-id>",
                "doi", "10.1/a"
            ),
            ("<article-id pub-id-type=\"pmid\"> 7 </article-id>", "pmid", "7"),
            ("<article-id pub-id-type=\"publisher-id\">p</article-id>", "publisher_id", "p"),
        ])
    func ids(xml: String, name: String, expected: String) throws {
        #expect(try metadata(xml).values(of: name) == [expected])
    }

    @Test(
        "Authors are written as surname and given names, or as one string",
        arguments: [
            ("<contrib><name><surname>Noor</surname></name></contrib>", ["Noor"]),
            (
                "<contrib contrib-type=\"author\"><name><surname>Noor</surname><given-names>A B</given-names></name></contrib>",
                ["Noor, A B"]
            ),
            (
                "<contrib><string-name>Sukarno</string-name></contrib><contrib contrib-type=\"editor\"><string-name>No</string-name></contrib>",
                ["Sukarno"]
            ),
            (
                "<contrib><collab>The Group<contrib-group><contrib><name><surname>Member</surname></name></contrib></contrib-group></collab></contrib>",
                ["The Group"]
            ),
            ("<contrib><anonymous/></contrib>", []),
        ])
    func authors(xml: String, expected: [String]) throws {
        #expect(try metadata("<contrib-group>\(xml)</contrib-group>").authors == expected)
    }

    @Test(
        "The year is the earliest year of publication",
        arguments: [
            (
                "<pub-date pub-type=\"epub\"><year>2020</year></pub-date><pub-date pub-type=\"ppub\"><year>2021</year></pub-date>",
                2020
            ),
            (
                "<pub-date pub-type=\"pmc-release\"><year>2018</year></pub-date><pub-date date-type=\"pub\"><year>2021</year></pub-date>",
                2021
            ),
            ("<pub-date><year>soon</year></pub-date>", nil), ("<history><date><year>2001</year></date></history>", nil),
        ] as [(String, Int?)])
    func year(xml: String, expected: Int?) throws {
        #expect(try metadata(xml).year == expected)
    }

    @Test("Pages, licence, subjects, keywords and custom metadata are read")
    func rest() throws {
        let metadata = try metadata(
            """
            <volume>3</volume><issue>1</issue><elocation-id>e7</elocation-id><permissions><license
            xmlns:x="u" x:href="http://cc/by"><license-p>text</license-p></license></permissions>
            <article-categories><subj-group><subject>One</subject><subj-group><subject>Two</subject></subj-group></subj-group>
            </article-categories><kwd-group><kwd>a <italic>b</italic></kwd><kwd/></kwd-group><related-article><volume>9</volume></related-article>
            <custom-meta-group><custom-meta><meta-name>country</meta-name><meta-value>Nepal</meta-value></custom-meta></custom-meta-group>
            """)
        #expect(
            metadata.volume == "3" && metadata.issue == "1" && metadata.pages == "e7"
                && metadata.licence == "http://cc/by")
        #expect(metadata.subjects == ["One", "Two"] && metadata.keywords == ["a b"])
        #expect(metadata.values(of: "country") == ["Nepal"])
    }
}
