import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange

@Suite("Codings as JSON Lines") struct CodingsJSONLinesTests {
    private func read(_ text: String) throws -> ProjectReading {
        try ProjectReading(CodingsJSONLines.self, Array(text.utf8), name: "codings.jsonl")
    }

    @Test(
        "Codings are read by the names of their fields",
        arguments: [
            (#"{"document": "m", "code": "a/b", "quote": "took", "before": "they "}"#, ["m | a/b | they [took]"]),
            (#"{"doc": "m", "tag": "a", "start": 4, "end": 9, "text": "took"}"#, ["m | a | 4-9 [took]"]),
            (
                // As `tema codings --hand --format jsonl` prints it.
                #"{"document":"m","passage":0,"code":"a","coder":"ana","start":4,"end":9,"evidence":[{"start":4,"end":9}],"id":"00000000000000000000000000000001","state":"sure","score":1,"at":"2026-01-31T12:00:00Z","quote":"took"}"#,
                ["m | a | 4-9 [took] | ana | 2026-01-31T12:00:00Z"]
            ),
            (
                // As `tema text export` writes it.
                #"{"after":" it","at":"2026-01-31T12:00:00Z","before":"they ","code":"a","coder":"ana","document":"m","end":9,"hash":"00","id":"00000000000000000000000000000001","passage":0,"quote":"took","score":1,"start":5,"state":"sure"}"#,
                ["m | a | 5-9 [took] | ana | 2026-01-31T12:00:00Z"]
            ),
            (
                "\n" + #"{"document":"m","code":"a","passage":2,"start":null,"quote":""}"# + "\r\n\n",
                ["m | a | passage 2"]
            ),
        ])
    func fields(text: String, codings: [String]) throws {
        let reading = try read(text)
        #expect(reading.codings == codings && reading.lost.isEmpty)
    }

    @Test("Invalid lines are reported, and the others are read") func slips() throws {
        let reading = try read(
            """
            {"document": "m", "code": "a", "quote": "x", "weight": 2}
            {"document": "m", "code": "a", "quote": "x"
            [1]
            {"document": "m", "code": ["a"], "quote": "x"}
            {"document": "m", "code": "a"}
            """)
        #expect(reading.codings == ["m | a | [x]"] && reading.problems.map(\.line) == [2, 3, 4, 5])
        #expect(
            reading.lost == ["4 coding: it is invalid", "1 field weight: codings have no such field"])
    }

    @Test(
        "Codings are distinguished from documents by the first line",
        arguments: [
            (#"{"document": "m", "code": "a"}"#, true), (#"{"id": "m", "text": "they took it"}"#, false), ("{", false),
            ("", false),
        ])
    func recognised(text: String, isOne: Bool) {
        #expect(CodingsJSONLines.recognises(Array((text + "\n{}").utf8)[...], of: InputPath("a")) == isOne)
    }
}
