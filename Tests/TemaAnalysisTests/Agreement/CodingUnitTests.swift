import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Coding units") struct CodingUnitTests {
    private static let document: Document = {
        let texts = [("A heading", PassageKind.heading), ("She isn’t here. Why?", .paragraph), ("水 é 3-4", .listItem)]
        var document = Document(id: "d")
        var bytes: [UInt8] = []
        for (text, kind) in texts {
            if !bytes.isEmpty { bytes += [10, 10] }
            let start = bytes.count
            bytes += text.utf8
            document.passages.append(Passage(kind: kind, sectionType: .other, span: start..<bytes.count))
        }
        document.text = Text(utf8: bytes)
        return document
    }()

    @Test(
        "are within passages of the coded kinds, except documents",
        arguments: [
            (.passage, ["She isn’t here. Why?", "水 é 3-4"]), (.sentence, ["She isn’t here.", "Why?", "水 é 3-4"]),
            (.word, ["She", "isn’t", "here", "Why", "水", "é", "3", "4"]),
            (.document, ["A heading\n\nShe isn’t here. Why?\n\n水 é 3-4"]),
        ] as [(CodingUnit, [String])])
    func units(unit: CodingUnit, expected: [String]) {
        let spans = unit.spans(in: Self.document)
        #expect(spans.map { Self.document.text.string($0).trimmed } == expected)
    }

    @Test("of characters are Unicode scalars")
    func characters() {
        #expect(CodingUnit.character.spans(in: Self.document).count == 20 + 7)
    }

    @Test("are empty in an empty document", arguments: CodingUnit.allCases)
    func empty(unit: CodingUnit) {
        #expect(unit.spans(in: Document(id: "e")).isEmpty)
    }
}

extension String {
    fileprivate var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}
