import TemaModel
import Testing

@testable import TemaCoding

@Suite("A codebook's own examples") struct CodebookTestTests {
    @Test("Examples must be found by the code or a descendant, and counterexamples by neither")
    func run() throws {
        let below = Code(
            id: "below", indicators: ByLanguage([Indicator("hope", kinds: [.quote], sections: [.results])]),
            examples: ByLanguage(["I hope.", "nothing here"]), counterexamples: ByLanguage(["hopeless", "no hope"]))
        let codes = CodeList(
            Codebook(id: "b", codes: [Code(id: "top", examples: ByLanguage(["they hope so"]), codes: [below])]))
        let test = try CodebookTest(codes)
        #expect(test.examples == 3 && test.counterexamples == 2)
        #expect(
            test.failures.map { "\($0.code): \($0.example) \($0.isExample) \($0.indicator ?? "-")" } == [
                "top/below: nothing here true -", "top/below: no hope false hope",
            ])
    }

    @Test("Examples are coded in their own language")
    func language() throws {
        let lists = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("live")]), .init(language: "id", value: [Indicator("hidup")]),
        ])
        let examples = ByLanguage(entries: [.init(language: "id", value: ["ingin hidup", "to live"])])
        let codes = CodeList(Codebook(id: "b", codes: [Code(id: "c", indicators: lists, examples: examples)]))
        #expect(try CodebookTest(codes).failures.map(\.example) == ["to live"])
    }
}
