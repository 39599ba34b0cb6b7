import TemaModel
import Testing

@Suite struct CodebookUnionTests {
    private let own = Codebook(
        id: "own",
        codes: [Code(id: "a", definition: ByLanguage("ours"), codes: [Code(id: "a1")]), Code(id: "b")])

    @Test func codesThatAreMissingAreAddedWhereTheyStandInTheOther() {
        let other = Codebook(
            id: "other",
            codes: [
                Code(id: "b", codes: [Code(id: "b1")]),
                Code(id: "a", definition: ByLanguage("theirs"), codes: [Code(id: "a2"), Code(id: "a1")]),
                Code(id: "c", codes: [Code(id: "c1")]),
            ])
        let (united, paths) = own.united(with: other)
        #expect(united.id == "own")
        #expect(CodeList(united).entries.map(\.path) == ["a", "a/a1", "a/a2", "b", "b/b1", "c", "c/c1"])
        #expect(united.codes[0].definition == ByLanguage("ours"))
        #expect(paths["a/a2"] == "a/a2" && paths["c/c1"] == "c/c1")
    }

    @Test func aCodeThatIsKnownByItsNameAloneIsTheSame() {
        let own = Codebook(
            id: "own",
            codes: [
                Code(
                    id: "place",
                    name: ByLanguage(entries: [
                        .init(language: "en", value: "A place"), .init(language: "id", value: "Tempat"),
                    ]), codes: [Code(id: "lake")])
            ])
        let other = Codebook(
            id: "theirs",
            codes: [
                Code(
                    id: "A-place", name: ByLanguage("A place"),
                    codes: [Code(id: "Lake-1", name: ByLanguage("lake")), Code(id: "sea")])
            ])
        let (united, paths) = own.united(with: other)
        #expect(CodeList(united).entries.map(\.path) == ["place", "place/lake", "place/sea"])
        #expect(paths == ["A-place": "place", "A-place/Lake-1": "place/lake", "A-place/sea": "place/sea"])
    }

    @Test func aCodebookWithItselfIsItself() {
        #expect(own.united(with: own).codebook == own)
        #expect(own.united(with: Codebook(id: "none")).codebook == own)
    }
}
