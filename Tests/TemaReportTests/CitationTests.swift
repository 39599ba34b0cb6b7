import Testing

@testable import TemaReport

@Suite("An article's name in a text") struct CitationTests {
    @Test(
        "has its first authors and its year",
        arguments: [
            (["Maas, A."], 2019, "Maas 2019"), (["Maas, A.", "Roe, B."], nil, "Maas & Roe n.d."),
            (["Maas, A.", "Roe, B.", "C"], 1, "Maas et al. 1"), ([], 2019, nil), ([", A."], 2019, nil),
        ] as [([String], Int?, String?)])
    func short(authors: [String], year: Int?, expected: String?) {
        #expect(Citation.short(authors, year) == expected)
    }

    @Test("has its id with it where another article is named alike")
    func unique() {
        #expect(
            Citation.unique(["a": "Roe 2019", "b": "Roe 2019", "c": "Maas 2019"]) == [
                "a": "Roe 2019 (a)", "b": "Roe 2019 (b)", "c": "Maas 2019",
            ])
    }
}
