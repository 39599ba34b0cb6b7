import TemaModel
import Testing

@testable import TemaIngest

@Suite("The open sections") struct OpenSectionsTests {
    @Test(
        "have references after a heading that names a list of references and nothing else",
        arguments: [
            ("References", true), ("VI. Referencias bibliográficas", true), ("Daftar Pustaka", true),
            ("RÉFÉRENCES", true), ("Senarai Rujukan", true), ("6 Literaturverzeichnis:", true),
            ("Referências", true), ("Bibliografi", true), ("References to violence", false),
            ("Frame of reference", false),
            ("Literature review", false), ("", false), ("7.", false),
        ])
    func references(heading: String, expected: Bool) {
        var builder = DocumentBuilder()
        var sections = OpenSections()
        sections.open("Discussion", level: 1, in: &builder)
        sections.open(heading, level: 2, in: &builder)
        #expect((sections.kind(.paragraph) == .reference) == expected)
        #expect((sections.type == .back) == expected)
        #expect(sections.kind(.tableRow) == .tableRow && sections.kind(.heading) == .heading)
    }

    @Test("end the references at the next heading of the same level, not at a lower one")
    func ends() {
        var builder = DocumentBuilder()
        var sections = OpenSections()
        var kinds: [PassageKind] = []
        for (heading, level) in [
            ("References", 2), ("Primary sources", 3), ("About us", 2), ("Methods", 1), ("Sample", 2),
        ] {
            sections.open(heading, level: level, in: &builder)
            kinds.append(sections.kind(.listItem))
        }
        #expect(kinds == [.reference, .reference, .listItem, .listItem, .listItem])
        #expect(sections.type == .methods)
    }
}
