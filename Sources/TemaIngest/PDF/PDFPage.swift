import TemaFormats
import TemaModel

/// The text of one page in the output of `pdftotext -bbox-layout`: blocks of lines in reading order.
struct PDFPage {
    /// A line of text. Coordinates are in points from the left and top edges of the page, in lines written from right to
    /// left as negative distances, so that `left` is where the line begins.
    struct Line {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        /// The height of most of its letters in points, a measure of the type size. Superscripts do not change it.
        var height: Double
        var isBold = false

        /// Whether the line is only superscripts or subscripts, such as the numbers of notes.
        func isScript(in usual: Double) -> Bool {
            height < 0.8 * usual && text.utf8.count <= 12 && !text.contains { $0.isLetter }
        }
    }

    var blocks: [[Line]]
    /// The lines of rotated text, such as the stamp of a repository on the margin.
    private(set) var rotated: [String] = []

    init(blocks: [[Line]]) { self.blocks = blocks }

    /// - Parameter bold: The boxes of bold text on the page.
    init(_ page: XMLNode, bold: [PDFBox]) {
        blocks = []
        for flow in page.elements("flow") {
            for block in flow.elements("block") {
                var lines: [Line] = []
                for words in block.elements("line").map({ $0.elements("word").compactMap(Word.init) }) {
                    if Self.isRotated(words) {
                        rotated.append(words.map(\.text).joined(separator: " "))
                    } else if !words.isEmpty {
                        lines.append(Self.line(words, bold: bold))
                    }
                }
                if !lines.isEmpty { blocks.append(lines) }
            }
        }
    }

    private struct Word {
        let text: String
        let box: PDFBox
        let letters: Int
        /// Whether it contains letters of Hebrew, Arabic or another script written from right to left.
        var isRightToLeft: Bool {
            text.unicodeScalars.contains {
                switch $0.value {
                case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE:
                    $0.properties.isAlphabetic && $0.properties.generalCategory != .decimalNumber
                default: false
                }
            }
        }

        init?(_ word: XMLNode) {
            text = word.text
            letters = text.unicodeScalars.count
            guard !text.isEmpty, let left = PDFBox.number(word["xMin"]), let right = PDFBox.number(word["xMax"]),
                let top = PDFBox.number(word["yMin"]), let bottom = PDFBox.number(word["yMax"])
            else { return nil }
            box = PDFBox(left: left, right: right, top: top, bottom: bottom)
        }
    }

    private static func isRotated(_ words: [Word]) -> Bool {
        words.contains { $0.letters >= 4 && $0.box.right - $0.box.left < 0.8 * ($0.box.bottom - $0.box.top) }
    }

    private static func line(_ words: [Word], bold: [PDFBox]) -> Line {
        let letters = words.reduce(0) { $0 + $1.letters }
        let heavy = words.reduce(0) { sum, word in sum + (bold.contains { $0.holds(word.box) } ? word.letters : 0) }
        let height = median(words.map { ($0.box.bottom - $0.box.top, $0.letters) })
        let (text, isRightToLeft) = readingOrder(words)
        let (left, right) = (words.map(\.box.left).min() ?? 0, words.map(\.box.right).max() ?? 0)
        return Line(
            text: spelled(text), left: isRightToLeft ? -right : left, right: isRightToLeft ? -left : right,
            top: median(words.map { ($0.box.top, $0.letters) }), height: height, isBold: 10 * heavy >= 9 * letters)
    }

    /// Returns the text of a line, and whether most of it is written from right to left. `pdftotext` reports words and
    /// letters from left to right as they are on the page.
    private static func readingOrder(_ words: [Word]) -> (text: String, isRightToLeft: Bool) {
        guard words.contains(where: \.isRightToLeft) else {
            return (words.map(\.text).joined(separator: " "), false)
        }
        let letters = words.reduce(0) { $0 + ($1.isRightToLeft ? $1.letters : -$1.letters) }
        var rest = (letters > 0 ? words.reversed() : words)[...]
        var texts: [String] = []
        while let first = rest.first {
            let run = rest.prefix { $0.isRightToLeft == first.isRightToLeft }
            rest = rest.dropFirst(run.count)
            // A run of the other direction is in the reverse order of the line.
            let ordered = first.isRightToLeft == (letters > 0) ? Array(run) : run.reversed()
            texts += ordered.map { word in
                word.isRightToLeft ? String(String.UnicodeScalarView(word.text.unicodeScalars.reversed())) : word.text
            }
        }
        return (texts.joined(separator: " "), letters > 0)
    }

    /// Returns the median of values with weights.
    private static func median(_ values: [(value: Double, weight: Int)]) -> Double {
        let sorted = values.sorted { $0.value < $1.value }
        let half = sorted.reduce(0) { $0 + $1.weight } / 2
        var sum = 0
        for (value, weight) in sorted {
            sum += weight
            if sum > half { return value }
        }
        return sorted.last?.value ?? 0
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

/// A rectangle on a page, in points from the left and top edges.
struct PDFBox {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    /// Returns a coordinate, at most 10⁵ points from the origin, or nil.
    static func number(_ text: String?) -> Double? {
        text.flatMap(Double.init).flatMap { $0.isFinite ? min(max($0, -1e5), 1e5) : nil }
    }

    /// Whether the centre of another box is in this one.
    func holds(_ other: PDFBox) -> Bool {
        let (x, y) = ((other.left + other.right) / 2, (other.top + other.bottom) / 2)
        return left <= x && x <= right && top <= y && y <= bottom
    }
}
