import TemaModel
import Testing

@testable import TemaCodebook

@Suite("quanteda dictionaries") struct QuantedaDictionaryTests {
    @Test("The tree, glob patterns and names in any script are kept")
    func tree() throws {
        let read = try Converted(
            """
            # A comment
            AFRICA:
              EAST:
                'BI': [Burundi, Burundian*, burundi]
                道徳: [善*, "八:"]
              EMPTY:
            one word: alone
            mixed: [a, {below: [b]}, c]
            own:
              below: x
              __: [y, z]
            """, QuantedaDictionary.self)
        #expect(
            read.outline
                == "AFRICA (EAST (BI [Burundi | Burundian*], 道徳 [善]), EMPTY), one-word=one word [alone], "
                + "mixed [a | c] (below [b]), own [y | z] (below [x])")
        #expect(read.losses == ["1 × entry “八:”: skipped: it contains no word"])
        #expect(read.codebook.id == "words" && read.codebook.title == ByLanguage("words"))
    }

    @Test("All losses are reported")
    func losses() throws {
        let read = try Converted("a: [\":)\", null, \"null\", ~, \"\", no, 1.0]", QuantedaDictionary.self)
        #expect(read.outline == "a [null | no | 1.0]")
        #expect(read.losses.count == 3, "\(read.losses)")
    }

    @Test("Dictionaries are written like quanteda's and read back")
    func written() throws {
        let text = """
            "A b":
              "c": ["x y", "z*"]
              "d": []
              "__": ["w"]

            """
        let read = try Converted(text, QuantedaDictionary.self)
        let written = try Converted.written(read.codebook, QuantedaDictionary.self)
        #expect(written.text == text && written.losses.isEmpty)
    }

    @Test("Content that quanteda cannot represent is reported")
    func told() throws {
        let code = Code(
            id: "a", name: ByLanguage(entries: [.init(language: "en", value: "A"), .init(language: "id", value: "B")]),
            definition: ByLanguage("d"), color: "#000000",
            indicators: ByLanguage(entries: [
                .init(
                    language: "en", value: [Indicator("x NEAR/3 y"), Indicator("z", unless: ["z z"], kinds: [.quote])])
            ]), examples: ByLanguage(["e", "f"]))
        let written = try Converted.written(Codebook(id: "b", levels: ["one"], codes: [code]), QuantedaDictionary.self)
        #expect(written.text == "\"A\": [\"z\"]\n")
        let nothing = "skipped: quanteda has no field for it"
        #expect(
            written.losses == [
                "1 × levels: \(nothing)", "1 × name in another language: skipped: only the first language is kept",
                "1 × language of a name: \(nothing)", "1 × definition: \(nothing)", "1 × colour: \(nothing)",
                "2 × example: \(nothing)", "1 × id: replaced by an id made from the name",
                "1 × language of indicators (en): the indicators match in any language",
                "1 × indicator “x NEAR/3 y”: skipped: quanteda cannot express it",
                "1 × unless: the indicator is kept without this restriction",
                "1 × kinds: the indicator is kept without this restriction",
            ])
    }

    private static let faults: [(String, String)] = [
        ("- a", "1: error: a dictionary must be a list of names and values"),
        ("a: &x [b]\nc: *x", "1:4: error: anchors (&x) are not supported"),
        ("a: [b]\nb: [c]\na: [d]", "3:1: error: duplicate key “a”"),
        ("a: [[b]]", "1:5: error: a list in a list is not an entry"),
        ("\" \": [b]", "1: error: a category has no name"),
        (
            String(repeating: "{a: ", count: 70) + "b" + String(repeating: "}", count: 70),
            "1: error: categories are nested more"
        ),
        (String(repeating: "{a: ", count: 10_000), "1:"),
    ]

    @Test("Invalid dictionaries are rejected with the position", arguments: faults.indices)
    func fault(at index: Int) throws {
        let problem = try #require(Converted.problem(Self.faults[index].0, QuantedaDictionary.self))
        #expect(problem.hasPrefix(Self.faults[index].1), "\(problem.prefix(200))")
    }
}
