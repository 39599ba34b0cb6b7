import TemaModel
import Testing

@testable import TemaIngest

@Suite("Front matter") struct FrontMatterTests {
    private func metadata(_ yaml: String) throws -> (id: String, metadata: Metadata) {
        let document = try #require(
            try Reading("---\n\(yaml)\n---\ntext", PlainTextReader.self, name: "name.txt").documents.first)
        return (document.id, document.metadata)
    }

    @Test("Every metadata field is read by its name")
    func fields() throws {
        let names = [
            "title", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "publisher_id",
            "language", "keywords", "article_type", "subjects", "licence",
        ]
        let yaml = names.map { "\($0): \($0 == "year" ? "2014" : "some \($0)")" }.joined(separator: "\n")
        let (id, metadata) = try metadata(yaml)
        #expect(id == "some pmcid")
        #expect(metadata.all.map(\.name) == names)
        for name in names where name != "year" { #expect(metadata.values(of: name) == ["some \(name)"]) }
    }

    @Test(
        "Values are kept as written, with lists and user-defined variables",
        arguments: [
            ("country: [Nepal, India]", ["Nepal", "India"]), ("country: no", ["no"]), ("country: 012", ["012"]),
            ("country:", []), ("country: null", []), ("country: \"null\"", ["null"]), ("country: ''", [""]),
            ("country:\n  - a\n  - b: c", nil),
        ] as [(String, [String]?)])
    func values(yaml: String, expected: [String]?) throws {
        guard let expected else {
            #expect(throws: Problem.self) { try metadata(yaml) }
            return
        }
        #expect(try metadata(yaml).metadata.values(of: "country") == expected)
    }

    @Test(
        "Errors are reported with the line in the file",
        arguments: [
            ("a: 1\na: 2", "3:"), ("a: [1", "2:"), ("just words", "2:"), ("a: *b", "2:"), ("a: &b c", "2:"),
            ("x: 1\ny: {z: 1}", "3:"),
        ])
    func faults(yaml: String, place: String) {
        let problem = #expect(throws: Problem.self) { try metadata(yaml) }
        let actual = problem?.description ?? ""
        #expect(actual.hasPrefix(place) && actual.contains("error: front matter: "), "\(actual)")
    }

    @Test("Front matter can be empty or end with three dots")
    func empty() throws {
        #expect(try metadata("").id == "name")
        #expect(try Reading("---\nid: x\n...\ntext", PlainTextReader.self).documents.map(\.id) == ["x"])
    }
}
