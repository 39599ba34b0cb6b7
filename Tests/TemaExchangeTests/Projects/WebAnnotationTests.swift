import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange

@Suite("Web Annotations") struct WebAnnotationTests {
    private func read(_ text: String) throws -> ProjectReading {
        try ProjectReading(WebAnnotation.self, Array(text.utf8), name: "codings.jsonld")
    }

    private static let tag = #""body": {"type": "TextualBody", "purpose": "tagging", "value": "loss"}"#
    private static let quote = #"{"type": "TextQuoteSelector", "exact": "took", "prefix": "they ", "suffix": " it"}"#
    private static let position = #"{"type": "TextPositionSelector", "start": 4, "end": 8}"#

    private static func one(_ members: String) -> String { #"{"type": "Annotation", \#(members)}"# }

    @Test(
        "Annotations are read with all kinds of selectors",
        arguments: [
            (quote, "they [took] it"), (position, "4-8"), ("[\(position), \(quote)]", "4-8 [took]"),
            (#"{"type": "XPathSelector", "value": "/p[1]", "refinedBy": \#(quote)}"#, "they [took] it"),
            (#"{"type": "TextPositionSelector", "start": 10, "end": 90, "refinedBy": \#(position)}"#, "14-18"),
            (#"{"type": "TextPositionSelector", "start": 10, "end": 90, "refinedBy": \#(quote)}"#, "they [took] it"),
            (
                #"{"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc5147", "value": "char=4,8"}"#,
                "4-8"
            ),
            (#"{"type": "FragmentSelector", "value": "passage=3"}"#, "passage 3"),
            (#"{"type": "oa:TextQuoteSelector", "exact": "took"}"#, "[took]"),
        ])
    func selectors(selector: String, place: String) throws {
        let reading = try read(Self.one(#"\#(Self.tag), "target": {"source": "maria", "selector": \#(selector)}"#))
        #expect(reading.codings == ["maria | loss | \(place)"] && reading.problems.isEmpty)
    }

    @Test(
        "Documents are found in all forms of sources",
        arguments: [
            (#""source": "maria""#, "maria"), (#""source": "http://example.org/texts/maria.html?x=1#y""#, "maria"),
            (#""source": {"id": "http://example.org/maria.txt"}"#, "maria"),
            (#""source": "10.1000%2Fxyz""#, "10.1000/xyz"),
            (#""source": "https://example.org/maria/""#, "maria"), (#""source": "Mar%C3%ADa""#, "María"),
            (#""source": "a.b""#, "a.b"),
        ])
    func documents(source: String, id: String) throws {
        let reading = try read(Self.one(#"\#(Self.tag), "target": {\#(source), "selector": \#(Self.quote)}"#))
        #expect(reading.project.codings.map(\.document) == [id])
    }

    @Test(
        "Single annotations, lists, pages and collections are read",
        arguments: [
            "%", "[%, %]", #"{"items": [%, %]}"#,
            #"{"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [%]}}"#,
            #"{"@graph": [%]}"#,
        ])
    func holders(holder: String) throws {
        let one = Self.one(#"\#(Self.tag), "target": {"source": "m", "selector": \#(Self.position)}"#)
        let count = holder.count { $0 == "%" }
        let text = holder.split(separator: "%", omittingEmptySubsequences: false).joined(separator: one)
        #expect(try read(text).codings == Array(repeating: "m | loss | 4-8", count: count))
    }

    @Test("Each tag becomes a coding with creator and time, and comments are on the first") func bodies() throws {
        let reading = try read(
            Self.one(
                #"""
                "id": "urn:uuid:01234567-89ab-cdef-0123-456789abcdef", "creator": {"type": "Person", "name": "Ana"},
                "created": "2026-01-31T14:00:00+02:00", "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": "loss"},
                {"type": "TextualBody", "purpose": "tagging", "value": "home"},
                {"type": "TextualBody", "purpose": "commenting", "value": "sad"}],
                "target": {"source": "m", "selector": \#(Self.quote)}
                """#))
        let at = "Ana | 2026-01-31T12:00:00Z"
        #expect(
            reading.codings == ["m | loss | they [took] it | \(at)", "m | home | they [took] it | \(at)"])
        #expect(reading.project.memos.map(\.text) == ["sad"])
        #expect(reading.project.memos.first?.target == reading.project.codings.first?.id.map { .coding($0) })
    }

    @Test("Annotations of Hypothes.is are read") func hypothesis() throws {
        let reading = try read(
            #"""
            {"total": 1, "rows": [{"id": "xyz", "created": "2026-01-31T12:00:00.5+00:00", "user": "acct:ana@hypothes.is",
            "uri": "https://example.org/maria.html", "text": "sad", "tags": ["loss", "home"],
            "target": [{"source": "https://example.org/maria.html", "selector": [
            {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 4}, \#(Self.position), \#(Self.quote)]}]}]}
            """#)
        let rest = "4-8 [took] | ana@hypothes.is | 2026-01-31T12:00:00Z"
        #expect(reading.codings == ["maria | loss | \(rest)", "maria | home | \(rest)"])
        #expect(reading.project.memos.map(\.text) == ["sad"])
    }

    @Test("Invalid annotations are reported, and comments without a tag become memos") func slips() throws {
        let target = #""target": {"source": "m", "selector": \#(Self.quote)}"#
        let comment = Self.one(#""bodyValue": "sad", \#(target)"#)
        let bad = [
            Self.one(target), Self.one(#"\#(Self.tag), "target": "http://example.org/m""#),
            Self.one(#"\#(Self.tag), "target": {"selector": \#(Self.quote)}"#),
            Self.one(
                #"\#(Self.tag), "target": {"source": "m", "selector": {"type": "TextPositionSelector", "start": 9, "end": 4}}"#
            ),
        ]
        let reading = try read("[" + ([comment] + bad).joined(separator: ",") + "]")
        #expect(reading.project.codings.isEmpty && reading.problems.count == 4)
        #expect(reading.project.memos.map(\.target) == [.document("m")])
        #expect(reading.project.memos.map(\.text) == ["“took”\n\nsad"])
        #expect(
            reading.problems.map { $0.message.prefix(13) } == (2...5).map { "annotation \($0):" }.map { $0.prefix(13) })
        #expect(
            reading.lost == [
                "1 place of a comment without a tag: the comment became a memo on the document",
                "4 coding: it is invalid",
            ])
    }

    @Test("A file without annotations is rejected", arguments: ["{}", "[]", "1", "[[[[]]]]", "{\"items\": 7}", "{"])
    func refused(text: String) throws {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.suggestion != nil && problem?.file?.hasSuffix("codings.jsonld") == true)
    }

    @Test("Annotations are written with position and quote selectors") func written() throws {
        let document = Document(id: "María 1.txt", text: Text("They took it."), passages: [])
        let project = Project(
            name: "p", documents: [document],
            codings: [
                .init(
                    id: "0123456789abcdef0123456789abcdef", document: document.id, place: .span(5..<9),
                    code: "loss/home",
                    coder: "ana", at: "2026-01-31T12:00:00Z")
            ],
            memos: [.init(target: .coding("0123456789abcdef0123456789abcdef"), coder: "ben", text: "sad \"x\"")])
        var options = ProjectOptions()
        let text = String(decoding: try WebAnnotation.write(project, &options)[0].bytes, as: UTF8.self)
        #expect(
            text == """
                {"@context":"http://www.w3.org/ns/anno.jsonld","id":"#codings","type":"AnnotationCollection","label":"p","total":1,"first":{"id":"#codings-1","type":"AnnotationPage","startIndex":0,"items":[
                {"id":"urn:uuid:01234567-89ab-cdef-0123-456789abcdef","type":"Annotation","motivation":"tagging","creator":{"type":"Person","name":"ana"},"created":"2026-01-31T12:00:00Z","body":[{"type":"TextualBody","purpose":"tagging","format":"text/plain","value":"loss/home"},{"type":"TextualBody","purpose":"commenting","format":"text/plain","value":"sad \\"x\\"","creator":{"type":"Person","name":"ben"}}],"target":{"source":"María%201%2Etxt","selector":[{"type":"TextPositionSelector","start":5,"end":9},{"type":"TextQuoteSelector","exact":"took","prefix":"They ","suffix":" it."}]}}
                ]}}

                """)
        #expect(WebAnnotation.recognises(Array(text.utf8.prefix(1024))[...], of: InputPath("a")))
    }
}
