import TemaModel
import Testing

@testable import TemaTables

@Suite("References in APA style")
struct APAReferenceTests {
    /// Made-up articles, modelled on the examples in chapters 9 and 10 of the manual.
    static func article(
        _ authors: [String], _ year: Int? = 2020, _ title: String? = "On hope", journal: String? = "Journal of Plans",
        volume: String? = "3", issue: String? = "2", pages: String? = "14-29", doi: String? = nil
    ) -> Metadata {
        var metadata = Metadata()
        (metadata.authors, metadata.year, metadata.title, metadata.journal) = (authors, year, title, journal)
        (metadata.volume, metadata.issue, metadata.pages, metadata.doi) = (volume, issue, pages, doi)
        return metadata
    }

    private static let cases: [(Metadata, String)] = [
        (article(["Maas, Anna"]), "Maas, A. (2020). On hope. Journal of Plans, 3(2), 14–29."),
        (
            article(["Maas, Anna Beatrix", "Roe, Jean-Paul"], doi: "10.5555/x"),
            "Maas, A. B., & Roe, J.-P. (2020). On hope. Journal of Plans, 3(2), 14–29. https://doi.org/10.5555/x"
        ),
        (
            article(["Maas, AB", "Roe, J. P.", "King, Martin Luther, Jr."], nil),
            "Maas, A. B., Roe, J. P., & King, M. L., Jr. (n.d.). On hope. Journal of Plans, 3(2), 14–29."
        ),
        (
            article(["Falaq", "World Health Organization"], 2016, "What helps?"),
            "Falaq, & World Health Organization. (2016). What helps? Journal of Plans, 3(2), 14–29."
        ),
        (article([], 2019), "On hope. (2019). Journal of Plans, 3(2), 14–29."),
        (article([], nil, nil, journal: nil, volume: nil, issue: nil, pages: nil), "[doc-1]. (n.d.)."),
        (
            article(["Maas, A."], issue: nil, pages: "104152", doi: "https://doi.org/10.5555/y"),
            "Maas, A. (2020). On hope. Journal of Plans, 3, Article 104152. https://doi.org/10.5555/y"
        ),
        (article(["Maas, A."], pages: "e12"), "Maas, A. (2020). On hope. Journal of Plans, 3(2), Article e12."),
        (article(["Maas, A."], volume: nil, issue: nil, pages: "9"), "Maas, A. (2020). On hope. Journal of Plans, 9."),
        (
            article(["Maas, A."], 2020, "Two\n lines\u{1B}"),
            "Maas, A. (2020). Two lines␛. Journal of Plans, 3(2), 14–29."
        ),
    ]

    @Test("follow the manual", arguments: cases.indices)
    func text(at index: Int) {
        let (metadata, text) = Self.cases[index]
        #expect(APAReference(metadata, id: "doc-1").text() == text)
    }

    private static let counts: [(Int, String)] = [
        (20, "A19, X., & A20, X. (2020)"), (21, "A18, X., A19, X., . . . A21, X. (2020)"),
        (300, "A19, X., . . . A300, X. (2020)"),
    ]

    @Test("list up to 20 authors; of more, the first 19 and the last", arguments: counts)
    func authors(count: Int, end: String) {
        let text = APAReference(Self.article((1...count).map { "A\($0), X" }), id: "").text()
        #expect(text.contains(end) && text.hasPrefix("A1, X., A2, X., "), "\(text)")
    }
}
