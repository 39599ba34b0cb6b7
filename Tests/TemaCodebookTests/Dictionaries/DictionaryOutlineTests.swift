import TemaModel
import Testing

@testable import TemaCodebook

@Suite("An outline") struct DictionaryOutlineTests {
    @Test("Indentation determines the tree, whatever the step")
    func tree() throws {
        var outline = DictionaryOutline()
        for (name, indent) in [("a", 0), ("b", 4), ("c", 9), ("d", 4), ("e", 2), ("f", 0)] {
            try outline.add(DictionaryCategory(name), indented: indent)
        }
        func text(_ categories: [DictionaryCategory]) -> String {
            categories.map { $0.name + ($0.categories.isEmpty ? "" : "(\(text($0.categories)))") }.joined()
        }
        #expect(text(outline.categories) == "a(b(c)de)f")
        #expect(outline.lineages == [[], [0], [0, 1], [0], [0], []])
        #expect(outline.category(above: 0) == nil)
    }

    @Test("A tree that is too deep is reported with its line")
    func depth() throws {
        var outline = DictionaryOutline()
        for level in 0..<64 { try outline.add(DictionaryCategory("a"), indented: level) }
        let problem = #expect(throws: Problem.self) {
            try outline.add(DictionaryCategory("a", line: 7), indented: 64)
        }
        #expect(problem?.line == 7 && problem?.message == "categories are nested more than 64 levels deep")
    }
}
