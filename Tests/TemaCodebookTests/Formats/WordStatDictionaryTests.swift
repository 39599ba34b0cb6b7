import TemaModel
import Testing

@testable import TemaCodebook

@Suite("WordStat dictionaries") struct WordStatDictionaryTests {
    @Test(
        "Tabs or spaces determine the tree, with phrases and with categories without words", arguments: ["\t", "    "])
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

    @Test("Weights and rules are reported")
    func losses() throws {
        let text = "A\n\tX (2)\n\tY (0.5)\n\tZ (-1)\n\tU (2)\n\t@NOT_GOOD [GOOD AFTER NOT /S] (1)\n"
        let read = try Converted(text, WordStatDictionary.self)
        #expect(read.outline == "A [X | Y | Z | U]")
        #expect(
            read.losses == [
                "2 × weight 2: ignored: Tema counts every match once",
                "1 × weight 0.5: ignored: Tema counts every match once",
                "1 × weight -1: ignored: Tema counts every match once",
                "1 × rule “@NOT_GOOD [GOOD AFTER NOT /S] (1)”: skipped: rewrite it with NEAR or THEN",
            ])
    }

    @Test("Written names cannot be read as a word or a rule")
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
