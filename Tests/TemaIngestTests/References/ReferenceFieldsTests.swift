import Testing

@testable import TemaIngest

@Suite("Reference fields") struct ReferenceFieldsTests {
    @Test(
        "The year is the first number of four digits",
        arguments: [
            ("2014/03/01/", 2014), ("Spring 2014", 2014), ("2014-2015", 2014), ("14", nil), ("20145", nil), ("", nil),
        ])
    func year(text: String, expected: Int?) {
        #expect(ReferenceFields.year(text) == expected)
    }

    @Test(
        "The DOI is found in an address or before other words",
        arguments: [
            ("https://doi.org/10.1/x", "10.1/x"), ("10.1/x [doi]", "10.1/x"), ("doi:10.1/x", "10.1/x"), ("10.5", nil),
            ("none", nil),
        ])
    func doi(text: String, expected: String?) {
        #expect(ReferenceFields.doi(text) == expected)
    }

    @Test("Ids, pages and names are normalized")
    func forms() {
        #expect(
            ["PMC1", "pmc2", "PMCID: PMC3", "4", "x"].map(ReferenceFields.pmcid) == [
                "PMC1", "PMC2", "PMC3", "PMC4", nil,
            ])
        #expect(["1--9", "1–9", "e7", "1 - 9"].map { ReferenceFields.pages($0) } == ["1-9", "1-9", "e7", "1 - 9"])
        #expect(ReferenceFields.pages("1", "9") == "1-9" && ReferenceFields.pages("1-9", "9") == "1-9")
        #expect(
            ["Smith JA", "van Dam B", "WHO", "Smith Jane"].map(AuthorNames.name(abbreviated:)) == [
                "Smith, JA", "van Dam, B", "WHO", "Smith Jane",
            ])
    }

    @Test(
        "Language names are converted to tags",
        arguments: [("English", "en"), ("ind", "id"), ("pt-BR", "pt-BR"), ("Klingon language", nil), ("", nil)])
    func language(name: String, expected: String?) {
        #expect(LanguageName.tag(of: name) == expected)
    }
}
