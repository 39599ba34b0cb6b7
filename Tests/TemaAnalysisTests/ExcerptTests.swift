import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("An excerpt") struct ExcerptTests {
    private func scalars(_ excerpt: Excerpt) -> [String] {
        let scalars = Array(excerpt.text.unicodeScalars)
        return excerpt.evidence.map { range in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
    }

    @Test("of a short passage is the passage, with its evidence in scalars")
    func short() {
        let text = Text("Été 👩‍👧 was hope. More hope.")
        let bytes = Array("hope".utf8)
        let spans = text.utf8.indices.filter { text.utf8[$0...].starts(with: bytes) }.map { $0..<($0 + 4) }
        let excerpt = Excerpt(text, 0..<text.utf8.count, evidence: spans)
        #expect(excerpt.text == text.string && scalars(excerpt) == ["hope", "hope"])
    }

    @Test("of a long passage has whole words around the first evidence, with ellipses")
    func long() {
        let text = Text(String(repeating: "größe ", count: 400) + "hope " + String(repeating: "größe ", count: 400))
        let start = 400 * "größe ".utf8.count
        let excerpt = Excerpt(text, 0..<text.utf8.count, evidence: [start..<(start + 4)])
        #expect(excerpt.text.hasPrefix("…größe") && excerpt.text.hasSuffix("größe…"))
        #expect(excerpt.text.utf8.count < 1210 && scalars(excerpt) == ["hope"])
    }

    @Test("never splits a Unicode scalar, even in text without spaces", arguments: 0..<4)
    func noSpace(shift: Int) {
        let text = Text(String(repeating: "x", count: shift) + String(repeating: "日", count: 2000))
        let excerpt = Excerpt(text, 0..<text.utf8.count, evidence: [3000..<3003])
        #expect(!excerpt.text.contains("\u{FFFD}"))
        #expect(!Excerpt.context(text, 0..<text.utf8.count, bytes: 100, fromEnd: true).contains("\u{FFFD}"))
    }

    @Test("of an adjacent passage is its end or its beginning")
    func context() {
        let text = Text("one two three four five")
        #expect(Excerpt.context(text, 0..<text.utf8.count, bytes: 10, fromEnd: true) == "…four five")
        #expect(Excerpt.context(text, 0..<text.utf8.count, bytes: 10, fromEnd: false) == "one two…")
        #expect(Excerpt.context(text, 0..<7, bytes: 10, fromEnd: false) == "one two")
    }
}
