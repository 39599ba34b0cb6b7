import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("A document for reading") struct ReadingViewTests {
    private let document = Document(
        id: "d",
        blocks: [
            (.title, "The lake"), (.paragraph, "I went to the lake, and the boat was gone. Nobody saw it again."),
            (.heading, "Later"), (.paragraph, "شالوم\nbye"),
        ])

    @Test("has the numbers of its passages on the left and notes on the right")
    func notes() {
        let lines = ReadingView(width: 60).lines(
            document, passages: 0..<3, notes: [1: ["Loss (ana)", "Boats, ships and water (automatic)"], 2: ["Time"]])
        #expect(
            lines == [
                "  0  The lake", "     ════════", "",
                "  1  I went to the lake, and the boat    Loss (ana)",
                "     was gone. Nobody saw it again.      Boats, ships and",
                "                                         water (automatic)", "",
                "  2  Later                               Time", "     ─────",
            ])
    }

    @Test("has only the chosen passages, and isolates text that is written from right to left")
    func chosen() {
        let lines = ReadingView(width: 60).lines(document, passages: [3, 9], notes: [:])
        #expect(lines == ["  3  \u{2068}شالوم\u{2069}", "     bye"])
    }

    @Test("has no line that is wider than the terminal, and all of its words", arguments: [0, 40, 57, 100, 200])
    func widths(width: Int) {
        let text = HostileTexts.all.filter { !$0.contains("\u{301}") && !$0.contains("\u{300}") }
        let document = Document(id: "d", paragraphs: text)
        let lines = ReadingView(width: width).lines(
            document, passages: document.passages.indices, notes: [0: ["A note of several words"], 7: [text[7]]])
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(40, width) })
        #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
}
