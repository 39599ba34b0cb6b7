import Model
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
        let united = own.united(with: other)
        #expect(united.id == "own")
        #expect(CodeList(united).entries.map(\.path) == ["a", "a/a1", "a/a2", "b", "b/b1", "c", "c/c1"])
        #expect(united.codes[0].definition == ByLanguage("ours"))
    }

    @Test func aCodebookWithItselfIsItself() {
        #expect(own.united(with: own) == own)
        #expect(own.united(with: Codebook(id: "none")) == own)
    }
}
