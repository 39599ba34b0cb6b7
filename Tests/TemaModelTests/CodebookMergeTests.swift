import TemaModel
import Testing

@Suite("Two copies of a codebook") struct CodebookMergeTests {
    /// Creates a code whose GUID is its first path, as `id` or `id=guid`.
    private func code(_ text: String, _ codes: [Code] = [], name: String? = nil, definition: String? = nil) -> Code {
        let parts = text.split(separator: "=").map(String.init)
        return Code(
            id: parts[0], name: name.map { ByLanguage($0) } ?? ByLanguage(),
            definition: definition.map { ByLanguage($0) } ?? ByLanguage(), guid: parts.count > 1 ? parts[1] : nil,
            codes: codes)
    }

    private func side(_ codes: [Code], used: Set<String> = []) -> CodebookSide {
        let codebook = Codebook(id: "x", codes: codes)
        let entries = CodeList(codebook).entries
        let guids = Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.code.guid ?? $0.path) })
        return CodebookSide(codebook, guids: guids, used: used)
    }

    private func paths(_ codes: [Code]) -> [String] {
        CodeList(Codebook(id: "x", codes: codes)).entries.map(\.path)
    }

    private var before: CodebookSide { side([code("a", [code("b"), code("c")]), code("d")]) }

    private func merge(_ one: CodebookSide, _ other: CodebookSide) -> CodebookMerge {
        CodebookMerge(before, one, other)
    }

    @Test("are united code by code, in the order of the first")
    func union() {
        let one = side([code("a", [code("b"), code("c")]), code("p"), code("d")])
        let other = side([code("a", [code("b"), code("q"), code("c")]), code("d"), code("r")])
        let merged = merge(one, other)
        #expect(paths(merged.codebook.codes) == ["a", "a/b", "a/q", "a/c", "p", "d", "r"])
        #expect(merged.conflicts.isEmpty)
    }

    @Test("keep what each changed: names, definitions, places and removals")
    func changes() {
        let one = side([code("a", [code("b", name: "Bee")]), code("d")])
        let other = side([code("alpha=a", [code("b=a/b", definition: "Buzzes."), code("c=a/c")])])
        let merged = merge(one, other)
        #expect(paths(merged.codebook.codes) == ["alpha", "alpha/b"])
        let bee = merged.codebook.codes[0].codes[0]
        #expect(bee.name.value(in: nil) == "Bee" && bee.definition.value(in: nil) == "Buzzes.")
        #expect(merged.conflicts.isEmpty)
        #expect(merged.firstPaths == ["a": "alpha", "a/b": "alpha/b"])
        #expect(merged.secondPaths == ["alpha": "alpha", "alpha/b": "alpha/b"])
    }

    @Test("list what both changed, and keep the first one's version")
    func conflicts() {
        let merged = merge(
            side([code("one=a", [code("b=a/b", name: "B1"), code("c=a/c")]), code("d")]),
            side([code("two=a", [code("b=a/b", name: "B2"), code("c=a/c")]), code("d")]))
        #expect(paths(merged.codebook.codes) == ["one", "one/b", "one/c", "d"])
        #expect(
            merged.conflicts == [
                "one has another id in each copy; the newer is kept",
                "one/b has another name in each copy; the newer is kept",
            ])
    }

    @Test("keep a code that one removed and the other moved, changed, used or gave a code below it")
    func removed() {
        let one = side([code("a", [code("b"), code("c")])])
        #expect(paths(merge(one, before).codebook.codes) == ["a", "a/b", "a/c"])
        let used = merge(one, side([code("a", [code("b"), code("c")]), code("d")], used: ["d"]))
        #expect(paths(used.codebook.codes) == ["a", "a/b", "a/c", "d"])
        #expect(used.conflicts == ["d was removed in one copy and used in the other; it is kept"])
        let moved = merge(one, side([code("a", [code("b"), code("c"), code("d=d")])]))
        #expect(paths(moved.codebook.codes) == ["a", "a/b", "a/c", "a/d"])
        #expect(moved.conflicts == ["a/d was removed in one copy and changed in the other; it is kept"])
        let child = merge(one, side([code("a", [code("b"), code("c")]), code("d", [code("e")])]))
        #expect(paths(child.codebook.codes) == ["a", "a/b", "a/c", "d", "d/e"])
        #expect(child.conflicts.count == 1)
    }

    @Test("that moved codes below each other keep the first one's places")
    func cycle() {
        let one = side([code("d", [code("a=a", [code("b=a/b"), code("c=a/c")])])])
        let other = side([code("a", [code("b"), code("c"), code("d=d")])])
        let merged = merge(one, other)
        #expect(paths(merged.codebook.codes) == ["d", "d/a", "d/a/b", "d/a/c"])
        #expect(!merged.conflicts.isEmpty)
    }

    @Test("that added different codes with one id get different ids, and the same code once")
    func ids() {
        let one = side([code("a", [code("b"), code("c")]), code("d"), code("n"), code("x=d2")])
        let other = side([code("a", [code("b"), code("c")]), code("x=d"), code("n", definition: "New.")])
        let merged = merge(one, other)
        #expect(paths(merged.codebook.codes) == ["a", "a/b", "a/c", "x", "n", "x-2"])
        #expect(merged.codebook.codes[2].definition.value(in: nil) == "New.")
        #expect(merged.conflicts.count == 1)
    }

    @Test("unite their indicators: what either added or removed")
    func indicators() {
        func lake(_ words: [String]) -> CodebookSide {
            side([Code(id: "lake", indicators: ByLanguage(words.map { Indicator($0) }))])
        }
        let merged = CodebookMerge(lake(["lake", "pond"]), lake(["lake", "shore"]), lake(["pond", "water", "lake"]))
        let words = merged.codebook.codes[0].indicators.entries[0].value.map(\.match)
        #expect(words == ["lake", "shore", "water"] && merged.conflicts.isEmpty)
    }

    @Test("without a common ancestor are united by path")
    func strangers() {
        let merged = CodebookMerge(nil, side([code("a", [code("b")])]), side([code("a", [code("c")]), code("d")]))
        #expect(paths(merged.codebook.codes) == ["a", "a/c", "a/b", "d"])
    }
}
