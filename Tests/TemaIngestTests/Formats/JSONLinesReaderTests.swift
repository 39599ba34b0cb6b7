import TemaModel
import Testing

@testable import TemaIngest

@Suite("JSON Lines") struct JSONLinesReaderTests {
    @Test("Each line is a document with metadata and user-defined variables")
    func documents() throws {
        let reading = try Reading(
            """
            {"id": "a", "text": "One.\\n\\nTwo", "year": 2014, "authors": ["X", "Y"], "country": "Nepal", "open": true, "n": 1.5}

            {"text": "x", "language": "id", "extra": {"no": 1}}
            """, JSONLinesReader.self, name: "set.jsonl")
        #expect(reading.documents.map(\.id) == ["a", "set#3"])
        #expect(reading.passages == ["paragraph other: One.", "paragraph other: Two", "paragraph other: x"])
        let metadata = reading.documents[0].metadata
        #expect(metadata.year == 2014 && metadata.authors == ["X", "Y"])
        #expect(
            metadata.variables.map { "\($0.name) \($0.values)" } == [
                "country [\"Nepal\"]", "n [\"1.5\"]", "open [\"true\"]",
            ])
        #expect(reading.documents[1].languages == ["id"])
    }

    @Test("Passages as printed by Tema, one per line, are combined to documents")
    func passages() throws {
        let reading = try Reading(
            """
            {"document": "d", "passage": 0, "kind": "title", "section_type": "front", "section": [], "language": "en", "text": "T"}
            {"document": "d", "passage": 1, "kind": "quote", "section_type": "results", "section": ["Results", "Hope"], "text": "q"}
            {"document": "e", "passage": 0, "text": "alone", "section": ["Metode"]}
            """, JSONLinesReader.self)
        #expect(reading.documents.map(\.id) == ["d", "e"])
        #expect(reading.passages == ["title front: T", "quote results: q", "paragraph methods: alone"])
        #expect(reading.documents[0].sectionPath(of: reading.documents[0].passages[1]) == ["Results", "Hope"])
    }

    @Test("A line can contain a document with its passages")
    func nested() throws {
        let reading = try Reading(
            "{\"doi\": \"10.1/x\", \"passages\": [{\"text\": \"a\"}, {\"kind\": \"box\", \"text\": \" b  c \"}]}",
            JSONLinesReader.self)
        #expect(
            reading.documents.map(\.id) == ["10.1/x"] && reading.passages == ["paragraph other: a", "box other: b c"])
    }

    @Test(
        "An invalid line is reported with its number and the reason, and reading continues",
        arguments: [
            ("{oops", "not valid JSON"), ("[1]", "not a JSON object"), ("{\"id\": \"x\"}", "neither text nor passages"),
            ("{\"passages\": [{\"kind\": \"page\", \"text\": \"x\"}]}", "“page” is not a passage kind"),
            ("{\"text\": \"a\"} {\"text\": \"b\"}", "not valid JSON"),
        ])
    func bad(line: String, expected: String) throws {
        let reading = try Reading("{\"text\": \"a\"}\n\(line)\r\n{\"text\": \"b\"}", JSONLinesReader.self)
        #expect(reading.documents.map(\.text.string) == ["a", "b"])
        let problem = try #require(reading.problems.first)
        #expect(problem.hasPrefix("2: error: ") && problem.contains(expected), "\(problem)")
    }
}
