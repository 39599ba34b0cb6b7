import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Trees of codes") struct CodeTreeTests {
    @Test("Siblings have unique ids, and codes that are too deep are moved to the top level") func trees() {
        var losses = Losses()
        var tree = CodeTree<Int>()
        for (key, name) in [(1, "A"), (2, "a"), (3, "a-2"), (4, "A!")] {
            _ = tree.add(key, name: name, losses: &losses)
        }
        #expect(!tree.add(1, name: "again", losses: &losses))
        for key in 5..<200 { _ = tree.add(key, name: "x", under: key - 1, losses: &losses) }
        let (codebook, paths) = tree.codebook(id: "t", title: "", losses: &losses)
        #expect(codebook.codes.prefix(4).map(\.id) == ["A", "a-2", "a-2-2", "A!"] && CodeList(codebook).count == 199)
        #expect(CodeList(codebook).entries.map(\.depth).max() == 64 && paths[6] == "A!/x/x")
        #expect(losses.all.map(\.element) == ["parent of a code"])
    }
}
