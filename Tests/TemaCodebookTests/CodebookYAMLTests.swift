import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaCodebook

@Suite("Codebooks in YAML") struct CodebookYAMLTests {
    private func problems(_ yaml: String) -> [String] {
        CodebookYAML.read(Array(yaml.utf8), file: "f").problems.map(\.description)
    }

    private static let hex = "0E5B1EC6-0000-4000-8000-00000000000A"

    static let head = "tema: 1\nid: b\ncodes:\n"

    private static let faults: [(String, [String])] = [
        ("id: b\ncodes: [{id: a}]", ["f:1:1: error: the format version is missing"]),
        ("tema: 2\nid: b\ncodes: [{id: a}]", ["f:1:7: error: this version of Tema reads format 1"]),
        ("tema: 1\nid: b", ["f:1:1: error: the codebook has no codes"]),
        ("- a", ["f:1:1: error: a codebook must be a list of names and values, not a list"]),
        (
            head + "  - id: a\n    definiton: x",
            ["f:5:5: error: unknown key “definiton” in a code (did you mean “definition”?)"]
        ),
        (head + "  - id: a\n  - id: a", ["f:5:9: error: duplicate id “a”, first used on line 4"]),
        (head + "  - id: é\n  - id: e\u{301}", ["f:5:9: error: duplicate id “e\u{301}”, first used on line 4"]),
        (head + "  - id: a\n  - id: A", ["f:5:9: warning: the id “A” differs from the id on line 4 only in case"]),
        (head + "  - name: x", ["f:4:5: error: this code has no id"]),
        (head + "  - id: null", ["f:4:9: error: id is empty"]),
        (head + "  - id: a/b", ["f:4:9: error: “a/b” is not a valid id"]),
        (head + "  - id: a\n    guid: 12-x", ["f:5:11: error: “12-x” is not a GUID"]),
        (
            head + "  - {id: a, guid: \(hex.lowercased())}\n  - id: b\n    guid: \"{\(hex.replacing("-", with: ""))}\"",
            ["f:6:11: error: duplicate guid, first used on line 4"]
        ),
        (head + "  - id: a\n    codable: no", ["f:5:14: error: “no” is not a value of codable (write true or false)"]),
        (head + "  - id: a\n    color: red", ["f:5:12: error: “red” is not a colour"]),
        (
            head + "  - id: a\n    provenance: reportd",
            ["f:5:17: error: “reportd” is not a provenance (did you mean “reported”?)"]
        ),
        (head + "  - id: a\n    indicators: [\"\"]", ["f:5:18: error: “” can never match"]),
        (
            head + "  - id: a\n    indicators: [\"a near/3 b\"]",
            ["f:5:18: warning: “near/3” is read as words"]
        ),
        (
            head + "  - id: a\n    indicators: [\"a OR b\", \"(a) b.\", which?, 人*]",
            [
                "f:5:18: warning: “OR” is read as a word (write one indicator for each phrase)",
                "f:5:28: warning: ignored at the ends of “(a) b.”: “(”, “.” (write “a) b”)",
                "f:5:38: warning: ? at the end of “which?” represents one more letter",
                "f:5:46: warning: a wildcard in “人*” is ignored",
            ]
        ),
        (head + "  - id: a\n    indicators: [NEAR b]", ["f:5:18: error: “NEAR” in “NEAR b” needs a number of words"]),
        (
            head + "  - id: a\n    indicators: [{match: x y, unless: [X  y]}]",
            ["f:5:26: error: “x y” can never match: it is its own exception (remove it from unless)"]
        ),
        (
            head + "  - id: a\n    indicators: [{match: x, within: passage}]",
            ["f:5:37: error: “passage” is not a value of within (write within: sentence)"]
        ),
        (
            "tema: 1\nid: b\naccents: ignored\ncodes:\n  - id: a",
            ["f:3:10: error: “ignored” is not a value of accents (did you mean “ignore”?)"]
        ),
        (
            head + "  - id: a\n    indicators: [{match: x, kinds: [quotes]}]",
            ["f:5:37: error: “quotes” is not one of the kinds (did you mean “quote”?)"]
        ),
        (head + "  - id: a\n    indicators: [x, X]", ["f:5:21: warning: duplicate indicator “X”, first on line 5"]),
        (head + "  - id: a\n    name: {english: x}", ["f:5:12: error: “english” under name is not a language tag"]),
        (
            "tema: 1\nid: b\nlevels: [one]\ncodes:\n  - id: a\n    codes: [{id: c}]",
            ["f:6:12: warning: codes at depth 2 have no level name"]
        ),
        (
            head + "  - id: a\n    nam: x\n    color: 1\n    codes: 7",
            [
                "f:5:5: error: unknown key “nam” in a code", "f:6:12: error: “1” is not a colour",
                "f:7:12: error: codes must be a list",
            ]
        ),
    ]

    @Test("Every problem is reported with its position", arguments: faults.indices)
    func fault(at index: Int) {
        let (yaml, expected) = Self.faults[index]
        let actual = problems(yaml)
        #expect(actual.count == expected.count, "\(actual)")
        for (problem, start) in zip(actual, expected) { #expect(problem.hasPrefix(start), "\(problem)") }
    }

    @Test("The encoding must be UTF-8, or UTF-16 with a byte-order mark")
    func encoding() {
        let bytes = Array("tema: 1\nid: caf".utf8) + [0xE9, 0x0A]
        let actual = CodebookYAML.read(bytes, file: "f").problems.map(\.description)
        #expect(actual == ["f:byte 15: error: not valid UTF-8 (save the codebook as UTF-8)"])
        let wide = "\u{FEFF}\(Self.head)  - id: é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(CodebookYAML.read(wide, file: "f").codebook?.codes.map(\.id) == ["é"])
    }

    @Test("Texts are kept as typed")
    func typed() throws {
        let yaml = Self.head + "  - id: no\n    name: 1.0\n    memo: 012"
        let code = try #require(CodebookYAML.read(Array(yaml.utf8), file: "f").codebook?.codes.first)
        #expect(code.id == "no" && code.name == ByLanguage("1.0") && code.memo == "012")
    }

    private static let texts = [
        "plain", "no", "1.0", "null", "~", "a: b", "# x", "- y", " edge ", "line\nbreak\r\n\ttab",
        "\"quoted\" \\ 'single'", "é e\u{301}",
        "👨‍👩‍👧", "שלום", "\u{2028}\u{85}\u{7F}", "{}[]&*!|>%@`", "=1+1", "</script>",
    ]

    @Test("Written codebooks read back as equal codebooks", arguments: texts)
    func roundTrip(_ text: String) throws {
        let codebook = Codebook(
            id: "b", title: ByLanguage(text), version: text, levels: [text], source: text,
            description: ByLanguage(text), memo: text,
            codes: [
                Code(
                    id: "a",
                    name: ByLanguage(entries: [
                        .init(language: "no", value: text), .init(language: "pt-BR", value: "x"),
                    ]),
                    definition: ByLanguage(text), color: "#00AAff", provenance: .reported,
                    indicators: ByLanguage(entries: [
                        .init(
                            language: "en",
                            value: [
                                Indicator("a*"),
                                Indicator("b", unless: ["c d"], kinds: [.quote, .listItem], sections: [.results]),
                            ])
                    ]),
                    examples: ByLanguage([text, text]), counterexamples: ByLanguage([]), memo: text,
                    guid: Self.hex, isCodable: false,
                    codes: [Code(id: "on", include: ByLanguage(text), exclude: ByLanguage(text))])
            ])
        let written = CodebookYAML.write(codebook)
        let (read, problems) = CodebookYAML.read(Array(written.utf8), file: "f")
        #expect(problems.filter { $0.severity == .error } == [])
        #expect(read == codebook)
        #expect(read.map(CodebookYAML.write) == written)
    }

    @Test(
        "The project's own codebooks are valid and are written without losses",
        arguments: ["cecchet-2014", "protection-programmes"])
    func own(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Repository.url("Codebooks/\(name).yaml")))
        let (codebook, problems) = CodebookYAML.read(bytes, file: name)
        #expect(problems.map(\.description) == [])
        let book = try #require(codebook)
        #expect(CodebookYAML.read(Array(CodebookYAML.write(book).utf8), file: name).codebook == book)
    }

    @Test("The position of each indicator is known, in the order of the codes")
    func indicatorPlaces() throws {
        let text = """
            tema: 1
            id: b
            codes:
              - id: a
                codes:
                  - id: below
                    indicators: [one, {match: two, kinds: [quote]}]
                indicators:
                  en: [é*, "three"]
              - id: z
                indicators: four
            """
        let codes = CodeList(try #require(CodebookYAML.read(Array(text.utf8), file: "b").codebook))
        let places = CodebookYAML.indicatorPlaces(Array(text.utf8), file: "b")
        let found = zip(codes.indicators, places).map { "\($0.indicator.match) \($1.line):\($1.column)" }
        #expect(places.count == codes.indicators.count)
        #expect(found == ["é* 9:12", "three 9:16", "one 7:22", "two 7:27", "four 11:17"])
        #expect(CodebookYAML.indicatorPlaces(Array("]".utf8), file: "b").isEmpty)
    }
}
