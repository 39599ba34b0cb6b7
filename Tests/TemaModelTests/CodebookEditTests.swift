import Testing

@testable import TemaModel

@Suite("Codebook edits") struct CodebookEditTests {
    /// a > (b > c), d; e.
    private static let codebook: Codebook = {
        var (a, b) = (Code(id: "a"), Code(id: "b"))
        b.codes = [Code(id: "c")]
        a.codes = [b, Code(id: "d")]
        return Codebook(id: "x", codes: [a, Code(id: "e")])
    }()

    @Test(
        "change the tree and return the new path of each code",
        arguments: [
            (.rename("a/b", to: "z"), ["a", "a/z", "a/z/c", "a/d", "e"], ["a/b/c": "a/z/c", "a/d": "a/d"]),
            (.rename("a", to: "z"), ["z", "z/b", "z/b/c", "z/d", "e"], ["a/b": "z/b", "ab": "ab"]),
            (.move("a/b", under: "e"), ["a", "a/d", "e", "e/b", "e/b/c"], ["a/b/c": "e/b/c"]),
            (.move("a/b", under: nil), ["a", "a/d", "e", "b", "b/c"], ["a/b": "b", "a/b/c": "b/c"]),
            (.merge("a/b", into: "e"), ["a", "a/d", "e", "e/c"], ["a/b": "e", "a/b/c": "e/c"]),
            (.split("a/d", into: "f"), ["a", "a/b", "a/b/c", "a/d", "a/f", "e"], ["a/d": "a/d"]),
            (.retire("a/b"), ["a", "a/d", "e"], ["a/b": nil, "a/b/c": nil, "a/d": "a/d"]),
        ] as [(CodebookEdit, [String], [String: String?])])
    func steps(edit: CodebookEdit, paths: [String], moved: [String: String?]) throws {
        let after = try edit.applied(to: Self.codebook)
        #expect(CodeList(after).entries.map(\.path) == paths)
        for (old, new) in moved { #expect(edit.newPath(of: old) == new) }
    }

    @Test(
        "throw if the edit is impossible",
        arguments: [
            .rename("a/x", to: "z"), .rename("a/b", to: "d"), .move("a", under: "a/b"), .move("a/b", under: "a"),
            .move("a", under: nil), .move("e", under: "x"), .merge("a", into: "a/b/c"), .merge("a", into: "a"),
            .merge("a", into: "x"), .split("a/b", into: "d"), .retire(""),
        ] as [CodebookEdit])
    func refused(edit: CodebookEdit) {
        #expect(throws: Problem.self) { try edit.applied(to: Self.codebook) }
    }

    @Test("keep the indicators of a merged code, by language")
    func indicators() throws {
        var codebook = Self.codebook
        codebook.codes[0].codes[1].indicators = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("one")]), .init(language: "id", value: [Indicator("satu")]),
        ])
        codebook.codes[1].indicators = ByLanguage(entries: [.init(language: "en", value: [Indicator("two")])])
        let merged = try CodebookEdit.merge("a/d", into: "e").applied(to: codebook).codes[1].indicators.entries
        #expect(merged.map { $0.value.map(\.match) } == [["two", "one"], ["satu"]])
    }
}
