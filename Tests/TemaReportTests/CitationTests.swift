import Testing

@testable import TemaReport

@Suite("Short citations") struct CitationTests {
    @Test(
        "contain the first authors and the year",
        arguments: [
            (["Maas, A."], 2019, "Maas 2019"), (["Maas, A.", "Roe, B."], nil, "Maas & Roe n.d."),
            (["Maas, A.", "Roe, B.", "C"], 1, "Maas et al. 1"), ([], 2019, nil), ([", A."], 2019, nil),
        ] as [([String], Int?, String?)])
    func short(authors: [String], year: Int?, expected: String?) {
        #expect(Citation.short(authors, year) == expected)
    }

    @Test("contain the document id if another article has the same citation")
    func unique() {
        #expect(
            Citation.unique(["a": "Roe 2019", "b": "Roe 2019", "c": "Maas 2019"]) == [
                "a": "Roe 2019 (a)", "b": "Roe 2019 (b)", "c": "Maas 2019",
            ])
    }
}
