import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Dictionaries of WordStat") struct WordStatDictionaryTests {
    @Test("are a tree by tabs or spaces, with phrases, and categories without words", arguments: ["\t", "    "])
    func tree(_ step: String) throws {
        let lines = [
            "CULTURE", "\(step)HIGH", "\(step)\(step)ART (1)", "\(step)\(step)FINE_ART* (1)", "\(step)EMPTY",
            "\(step)FILM (1)",
            "ALONE (1)",
        ]
        let read = try Converted(lines.joined(separator: "\r\n"), WordStatDictionary.self)
        #expect(read.outline == "CULTURE [FILM] (HIGH [ART | FINE ART*], EMPTY), ALONE [ALONE]")
        #expect(read.losses.isEmpty)
    }

    @Test("lose weights and rules, by their words")
    func losses() throws {
        let text = "A\n\tX (2)\n\tY (0.5)\n\tZ (-1)\n\tU (2)\n\t@NOT_GOOD [GOOD AFTER NOT /S] (1)\n"
        let read = try Converted(text, WordStatDictionary.self)
        #expect(read.outline == "A [X | Y | Z | U]")
        #expect(
            read.losses == [
                "2 × weight 2: left out: Tema counts every match once",
                "1 × weight 0.5: left out: Tema counts every match once",
                "1 × weight -1: left out: Tema counts every match once",
                "1 × rule “@NOT_GOOD [GOOD AFTER NOT /S] (1)”: left out: write it with NEAR or THEN",
            ])
    }

    @Test("are written with a name that is no word or rule")
    func written() throws {
        let code = Code(
            id: "a", name: ByLanguage("Plan (1)"),
            indicators: ByLanguage([Indicator("air pollution"), Indicator("wom?n")]),
            codes: [Code(id: "b")])
        let written = try Converted.written(Codebook(id: "c", codes: [code]), WordStatDictionary.self)
        #expect(written.text == "Plan [1]\n\tair_pollution (1)\n\twom?n (1)\n\tb\n")
        #expect(written.losses.count == 2)
    }
}
