import TemaModel
import Testing

@Suite("A code list") struct CodeListTests {
    private let list = CodeList(
        Codebook(
            id: "b", version: "2", levels: ["concept", "theme"],
            codes: [
                Code(id: "x", codes: [Code(id: "y", name: ByLanguage("Why")), Code(id: "z", codes: [Code(id: "q")])]),
                Code(id: "w", indicators: ByLanguage([Indicator("one"), Indicator("two")])),
            ]))

    @Test("has paths, depths and subtrees in the order written")
    func order() {
        #expect(list.entries.map(\.path) == ["x", "x/y", "x/z", "x/z/q", "w"])
        #expect(list.entries.map(\.name) == ["x", "Why", "z", "q", "w"])
        #expect(list.entries.map(\.depth) == [1, 2, 2, 3, 1])
        #expect(list.entries.map(\.end) == [4, 2, 4, 4, 5])
        #expect(list.lineage(of: 3) == [3, 2, 0])
        #expect(list.level(of: 0) == "concept" && list.level(of: 3) == "")
        #expect(list.deepestLevel == 2)
        #expect(list.indicators.map(\.code) == [4, 4])
        #expect(list.codebook.coder == "b@2")
    }
}
