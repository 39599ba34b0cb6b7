import Foundation
import FoundationXML
import TemaModel
import Testing

@testable import TemaTables

@Suite("Network formats") struct NetworkFormatTests {
    static let hostile = Network(
        title: Phrase("A <b> & \"c\"\u{1B}[0m"),
        nodes: [
            .init(id: "a", label: "A & <B>\n\u{0}'", group: "x \"y\"", size: 3), .init(id: "b", label: "é🙂", size: 2),
            .init(id: "c", label: "", size: 1),
        ],
        edges: [
            .init(0, 1, weight: 2, figures: [.number(0.25), .text("yes <no>"), .integer(7)]),
            .init(1, 2, weight: 1, figures: [.empty, .empty, .number(.infinity)]),
        ],
        figures: [
            .init("jaccard", "Jaccard", style: .decimal(places: 6, shown: 2)), .init("word", "Word"),
            .init("count", "Count", style: .integer),
        ], notes: [Phrase("One]]>"), Phrase("Two")])

    /// The elements of a well-formed text, read by Foundation's XML parser.
    private final class Elements: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { found.append((name, attributes)) }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private func elements(_ format: any NetworkFormat.Type) throws -> Elements {
        let elements = Elements()
        let parser = XMLParser(data: Data(format.written(Self.hostile).utf8))
        parser.delegate = elements
        #expect(parser.parse(), "\(format.name): \(String(describing: parser.parserError))")
        return elements
    }

    @Test("are well-formed for any text, with all nodes and edges", arguments: NetworkFormats.all.indices)
    func wellFormed(format: Int) throws {
        let elements = try elements(NetworkFormats.all[format])
        #expect(elements.found.count { $0.name == "node" } == 3)
        let edges = elements.found.filter { $0.name == "edge" }.map(\.attributes)
        #expect(edges.map { $0["source"] } == ["n0", "n1"] && edges.map { $0["target"] } == ["n1", "n2"])
    }

    @Test("contain the values of each edge in GraphML, except empty ones")
    func graphML() throws {
        let elements = try elements(GraphML.self)
        let keys = elements.found.filter { $0.name == "key" }.compactMap { $0.attributes["attr.type"] }
        #expect(keys == ["string", "string", "int", "double", "double", "string", "int"])
        #expect(elements.found.count { $0.name == "data" } == 3 * 3 + 4 + 1)
        #expect(elements.text.contains("A & <B>\n\u{FFFD}'") && elements.text.contains("0.250000"))
    }

    @Test("contain the same values in GEXF")
    func gexf() throws {
        let elements = try elements(GEXF.self)
        let nodes = elements.found.filter { $0.name == "node" }.map(\.attributes)
        #expect(nodes.map { $0["label"] } == ["A & <B>\n\u{FFFD}'", "é🙂", ""])
        #expect(elements.found.filter { $0.name == "edge" }.map { $0.attributes["weight"] } == ["2", "1"])
        let values = elements.found.filter { $0.name == "attvalue" }.map(\.attributes)
        #expect(values.suffix(3).map { $0["value"] } == ["0.250000", "yes <no>", "7"])
    }

    @Test("have names that differ from those of table formats")
    func names() {
        for format in NetworkFormats.all { #expect(TableFormats.named(format.name) == nil) }
        #expect(NetworkFormats.named("gexf") != nil && NetworkFormats.named("csv") == nil)
    }
}
