import TemaModel
import Testing

@testable import TemaReport

@Suite("Colours of codes") struct CodeColorsTests {
    @Test("are a code's own, or those of the nearest code above with one")
    func inherited() {
        let codes = CodeList(
            Codebook(
                id: "c",
                codes: [
                    Code(
                        id: "a", color: "#2A9D8F",
                        codes: [Code(id: "b", codes: [Code(id: "c")]), Code(id: "d", color: "#00f")]),
                    Code(id: "e", color: "blue", codes: [Code(id: "f")]),
                ]))
        let colors = CodeColors(codes)
        #expect(["a", "a/b", "a/b/c"].map { colors[$0]?.hex } == Array(repeating: "#2a9d8f", count: 3))
        #expect(colors["a/d"]?.hex == "#0000ff")
        #expect(colors["e"] == nil && colors["e/f"] == nil && colors["x"] == nil)
    }
}
