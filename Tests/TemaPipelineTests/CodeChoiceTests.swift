import TemaModel
import Testing

@testable import TemaPipeline

@Suite("Codes and levels by name") struct CodeChoiceTests {
    private let codes = CodeList(
        Codebook(
            id: "b", levels: ["theme"],
            codes: [Code(id: "a", codes: [Code(id: "x")]), Code(id: "z", codes: [Code(id: "x")])]))

    @Test("are found by path, by unique id, and by the name or number of the level")
    func found() throws {
        #expect(try codes.number(named: "z/x") == 3 && codes.number(named: "z") == 2)
        #expect(try codes.depth(ofLevel: "theme") == 1 && codes.depth(ofLevel: "2") == 2)
    }

    @Test("are refused if they are unknown or ambiguous", arguments: ["x", "y", ""])
    func refused(name: String) {
        #expect(throws: (any Error).self) { try codes.number(named: name) }
        for level in ["themes", "0", "3", ""] { #expect(throws: (any Error).self) { try codes.depth(ofLevel: level) } }
    }
}
