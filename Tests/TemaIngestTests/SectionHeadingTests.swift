import TemaModel
import Testing

@testable import TemaIngest

@Suite("Section types") struct SectionHeadingTests {
    private static let headingCases: [(SectionType?, [String])] = [
        (
            .introduction,
            [
                "Introduction", "1. BACKGROUND", "Pendahuluan", "Latar Belakang", "Introducción",
                "Introduc\u{327}a\u{303}o", "Einleitung", "Contexte",
            ]
        ),
        (
            .methods,
            [
                "Materials and Methods", "2 | METHODS", "Metode Penelitian", "Bahan dan Metode", "Métodos",
                "Materiais e métodos", "Méthodes", "Methodik", "Kaedah",
            ]
        ),
        (
            .results,
            [
                "Results", "III. Results and Discussion", "Hasil dan Pembahasan", "Resultados", "Résultats",
                "Ergebnisse", "Dapatan kajian",
            ]
        ),
        (.discussion, ["Discussion", "Pembahasan", "Discusión", "Discussão", "Diskussion", "Perbincangan"]),
        (
            .conclusion,
            ["Conclusions", "Simpulan", "Kesimpulan dan Saran", "Considerações finais", "Schlussfolgerungen"]
        ),
        (.appendix, ["Appendix A", "Lampiran 1", "Anexo", "Annexes", "Anhang"]),
        (.back, ["Acknowledgements", "Funding", "Conflict of Interest", "Daftar Pustaka", "Referências"]),
        (nil, ["", "Children at sea", "1.", "The ways in which the methods of others may fail to work"]),
    ]

    @Test("Headings in seven languages name the type", arguments: headingCases.indices)
    func headings(at index: Int) {
        let (type, headings) = Self.headingCases[index]
        for heading in headings { #expect(SectionHeading.type(ofHeading: heading) == type, "\(heading)") }
    }

    @Test(
        "A sec-type names the type",
        arguments: [
            ("intro", SectionType.introduction), ("materials|methods", .methods), ("results|discussion", .results),
            ("subjects", .methods), ("cases", .results), ("supplementary-material", .back),
            ("conclusions", .conclusion), ("me\u{301}todos", .methods), ("odd", nil),
        ])
    func secTypes(value: String, type: SectionType?) {
        #expect(SectionHeading.type(ofSecType: value) == type)
    }
}
