import TemaModel
import Testing

@testable import TemaCodebook

@Suite struct CodeNamesTests {
    private let names = CodeNames(
        CodeList(
            Codebook(
                id: "b",
                codes: [
                    Code(
                        id: "care",
                        name: ByLanguage(entries: [
                            .init(language: "en", value: "Care"), .init(language: "id", value: "Perawatan"),
                        ]),
                        codes: [Code(id: "mother", name: ByLanguage("The Mother")), Code(id: "other")]),
                    Code(id: "harm", codes: [Code(id: "other"), Code(id: "a/b c", name: ByLanguage("a/b: c"))]),
                ])))

    @Test(arguments: [
        ("care/mother", "care/mother"), ("mother", "care/mother"), ("The Mother", "care/mother"),
        ("the mother", "care/mother"), ("Care > The Mother", "care/mother"), ("Care::The Mother", "care/mother"),
        ("CARE\\mother", "care/mother"), (" care / mother ", "care/mother"), ("Perawatan", "care"),
        ("care.the mother", "care/mother"),
        ("harm/other", "harm/other"), ("a/b: c", "harm/a/b c"),
    ])
    func aCodeIsKnownByPathIdNameAndPathOfNames(_ name: String, _ path: String) throws {
        #expect(try names.path(of: name) == path)
    }

    @Test(arguments: [
        ("other", "several codes are named “other”"), ("moter", "no code “moter”"), ("", "no code “”"),
    ])
    func aNameOfSeveralCodesOrOfNoneIsToldSo(_ name: String, _ message: String) {
        let problem = #expect(throws: Problem.self) { try names.path(of: name) }
        #expect(problem?.message.contains(message) == true)
    }

    @Test func theNearestNameIsSuggested() {
        let problem = #expect(throws: Problem.self) { try names.path(of: "The Mothr") }
        #expect(problem?.suggestion == "did you mean “The Mother”?")
    }
}
