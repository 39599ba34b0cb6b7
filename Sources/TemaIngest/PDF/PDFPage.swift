import TemaFormats
import TemaModel

/// The text of one page in the output of `pdftotext -bbox-layout`: blocks of lines in reading order.
struct PDFPage {
    /// A line of text. Coordinates are in points from the left and top edges of the page.
    struct Line {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        /// The height of the line in points, a measure of the type size.
        var height: Double
    }

    var blocks: [[Line]]

    init(blocks: [[Line]]) { self.blocks = blocks }

    init(_ page: XMLNode) {
        blocks = page.elements("flow").flatMap { flow in
            flow.elements("block").map { block in block.elements("line").compactMap(Self.line) }
        }
    }

    private static func line(_ line: XMLNode) -> Line? {
        let words = line.elements("word").map(\.text).filter { !$0.isEmpty }
        guard !words.isEmpty else { return nil }
        func number(_ name: String) -> Double {
            line[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } ?? 0
        }
        let top = number("yMin")
        return Line(
            text: spelled(words.joined(separator: " ")), left: number("xMin"), right: number("xMax"), top: top,
            height: number("yMax") - top)
    }

    /// Replaces Latin ligatures such as `ﬁ` by their letters.
    private static func spelled(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xFB00...0xFB06).contains($0.value) }) else { return text }
        let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
        return text.unicodeScalars.reduce(into: "") { spelled, scalar in
            let isLigature = (0xFB00...0xFB06).contains(scalar.value)
            spelled += isLigature ? letters[Int(scalar.value - 0xFB00)] : String(scalar)
        }
    }
}
