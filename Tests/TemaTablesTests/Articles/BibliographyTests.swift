import TemaModel
import Testing

@testable import TemaTables

@Suite("Lists of references")
struct BibliographyTests {
    private func list(_ articles: [(id: String, authors: [String], year: Int?, title: String)]) -> Bibliography {
        articles.reduce(into: Bibliography()) { list, article in
            var metadata = Metadata()
            (metadata.authors, metadata.year, metadata.title) = (article.authors, article.year, article.title)
            list.add(Document(id: article.id, metadata: metadata))
        }
    }

    @Test("are sorted by authors, years and titles, with letters if citations are the same")
    func apa() {
        let list = list([
            ("1", ["Roe, B."], 2019, "Second"), ("2", ["Maas, A."], 2021, "Later"), ("3", ["Roe, B."], 2019, "First"),
            ("4", [], 2000, "Nobody wrote it"), ("5", ["Maas, A."], nil, "B"), ("6", ["Maas, A."], nil, "A"),
            ("7", ["Roe, B.", "Sims, C."], 2010, "Two"),
        ])
        #expect(
            list.text(.apa) == """
                Maas, A. (n.d.-a). A.
                Maas, A. (n.d.-b). B.
                Maas, A. (2021). Later.
                Nobody wrote it. (2000).
                Roe, B. (2019a). First.
                Roe, B. (2019b). Second.
                Roe, B., & Sims, C. (2010). Two.

                """)
    }

    @Test("have unique BibTeX keys, in the order of the articles")
    func keys() {
        let list = list([
            ("1", ["Roe, B."], 2019, "Hope one"), ("2", ["Roe, B."], 2019, "Hope two"),
            ("3", ["Roe, B."], 2019, "Hope"),
            ("4", ["Abel, B."], 2019, "Hope"),
        ])
        let keys = list.text(.bibtex).split(separator: "\n").filter { $0.hasPrefix("@") }
        #expect(keys == ["@misc{roe2019hope,", "@misc{roe2019hope-2,", "@misc{roe2019hope-3,", "@misc{abel2019hope,"])
    }

    @Test("without articles are empty", arguments: Bibliography.Style.allCases)
    func empty(style: Bibliography.Style) {
        #expect(Bibliography().text(style).isEmpty)
    }
}
