import Testing

@testable import TemaIngest

@Suite("Fields of references") struct ReferenceFieldsTests {
    @Test(
        "have a year among other things",
        arguments: [
            ("2014/03/01/", 2014), ("Spring 2014", 2014), ("2014-2015", 2014), ("14", nil), ("20145", nil), ("", nil),
        ])
    func year(text: String, expected: Int?) {
        #expect(ReferenceFields.year(text) == expected)
    }

    @Test(
        "have a DOI in an address, or with a word behind it",
        arguments: [
            ("https://doi.org/10.1/x", "10.1/x"), ("10.1/x [doi]", "10.1/x"), ("doi:10.1/x", "10.1/x"), ("10.5", nil),
            ("none", nil),
        ])
    func doi(text: String, expected: String?) {
        #expect(ReferenceFields.doi(text) == expected)
    }

    @Test("have ids and pages in one form")
    func forms() {
        #expect(
            ["PMC1", "pmc2", "PMCID: PMC3", "4", "x"].map(ReferenceFields.pmcid) == [
                "PMC1", "PMC2", "PMC3", "PMC4", nil,
            ])
        #expect(["1--9", "1–9", "e7", "1 - 9"].map { ReferenceFields.pages($0) } == ["1-9", "1-9", "e7", "1 - 9"])
        #expect(ReferenceFields.pages("1", "9") == "1-9" && ReferenceFields.pages("1-9", "9") == "1-9")
        #expect(
            ["Smith JA", "van Dam B", "WHO", "Smith Jane"].map(ReferenceFields.name(abbreviated:)) == [
                "Smith, JA", "van Dam, B", "WHO", "Smith Jane",
            ])
    }

    @Test(
        "have a language as a tag",
        arguments: [("English", "en"), ("ind", "id"), ("pt-BR", "pt-BR"), ("Klingon language", nil), ("", nil)])
    func language(name: String, expected: String?) {
        #expect(LanguageName.tag(of: name) == expected)
    }
}
