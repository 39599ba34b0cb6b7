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

    @Test func aCodeWithAKnownGUIDIsTheSameWhateverItsNameAndPlace() {
        let own = Codebook(
            id: "own", language: "id",
            codes: [
                Code(id: "loss", codes: [Code(id: "home", name: ByLanguage("Home"), guid: "B")]),
                Code(
                    id: "fear",
                    name: ByLanguage(entries: [
                        .init(language: "en", value: "Fear"), .init(language: "id", value: "Takut"),
                    ]), guid: "C"),
                Code(id: "hope", guid: "D"),
            ])
        let other = Codebook(
            id: "other",
            codes: [
                Code(id: "House", name: ByLanguage("House"), guid: "B"),
                Code(id: "Bereavement", name: ByLanguage("Bereavement"), guid: "A", codes: [Code(id: "new")]),
                // Another code has the name now.
                Code(id: "loss", name: ByLanguage("loss"), guid: "E"),
                Code(id: "Cemas", name: ByLanguage("Cemas"), guid: "C"),
                Code(id: "hope", guid: "F", isCodable: false),
            ])
        let (united, paths) = own.united(with: other, guids: ["loss": "A"])
        #expect(
            CodeList(united).entries.map { "\($0.path) \($0.name)" } == [
                "loss Bereavement", "loss/home House", "loss/new new", "fear Fear", "hope hope", "loss-2 loss",
            ])
        #expect(united.codes[1].name.value(in: "id") == "Cemas")
        #expect(united.codes.map(\.guid) == [nil, "C", "D", "E"] && united.codes[2].isCodable == false)
        #expect(
            paths == [
                "House": "loss/home", "Bereavement": "loss", "Bereavement/new": "loss/new", "loss": "loss-2",
                "Cemas": "fear", "hope": "hope",
            ])
    }

    @Test func aCodeThatIsKnownByItsNameKeepsTheOtherProgramsGUID() {
        let other = Codebook(id: "other", codes: [Code(id: "b", guid: "B"), Code(id: "c", guid: "C")])
        let united = own.united(with: other, guids: ["a": "A", "b": "X"]).codebook
        #expect(united.codes.map(\.guid) == [nil, "B", "C"])
    }
}
