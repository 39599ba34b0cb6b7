import TemaModel

/// The paragraphs of a PDF, inferred from the layout of its lines. A PDF has no paragraph structure.
struct PDFParagraphs {
    struct Paragraph {
        var lines: [String]
        var height: Double
        /// Whether the paragraph is one line that is short enough to be a heading.
        var isShort: Bool { lines.count == 1 && lines[0].utf8.count <= 80 }
    }

    private(set) var paragraphs: [Paragraph] = []
    /// The line height of most of the text, in points, rounded down to tenths.
    let usual: Double
    private let hyphens: LineHyphens

    init(_ pages: [PDFPage]) {
        var letters: [Int: Int] = [:]
        let lines = pages.flatMap(\.blocks).joined()
        for line in lines { letters[Self.tenths(line.height), default: 0] += line.text.utf8.count }
        usual = Double(letters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0) / 10
        hyphens = LineHyphens(lines.map(\.text))
        for page in pages { for block in page.blocks { add(block) } }
    }

    /// Returns the text of a paragraph with its lines joined.
    func text(of paragraph: Paragraph) -> String { hyphens.joined(paragraph.lines) }

    private static func tenths(_ height: Double) -> Int { Int(min(max(height, 0), 10_000) * 10) }

    private mutating func add(_ block: [PDFPage.Line]) {
        guard let left = block.map(\.left).min(), let right = block.map(\.right).max() else { return }
        let isIndented = block.map { $0.left > left + 0.6 * $0.height }
        let indented = isIndented.count(where: \.self)
        // References and similar lists have a hanging indent.
        let isHanging = !(isIndented.first ?? false) && indented > 0 && 2 * indented >= block.count
        for (index, line) in block.enumerated() {
            let before = index > 0 ? block[index - 1] : nil
            var begins = before == nil
            if let before {
                let hasChanged = abs(line.height - before.height) > 0.12 * before.height
                let hasRoom = before.right < right - 0.2 * (right - left) && Self.endsSentence(before.text)
                let isFirst = isHanging ? !isIndented[index] : isIndented[index] && !isIndented[index - 1]
                begins = hasChanged || isFirst || hasRoom && !isHanging
            } else if let last = paragraphs.last, continues(last, line) {
                begins = false
            }
            if begins {
                paragraphs.append(Paragraph(lines: [line.text], height: line.height))
            } else if let last = paragraphs.indices.last {
                paragraphs[last].lines.append(line.text)
            }
        }
    }

    /// Whether a paragraph continues in the next column or on the next page.
    private func continues(_ paragraph: Paragraph, _ line: PDFPage.Line) -> Bool {
        guard let last = paragraph.lines.last, abs(line.height - paragraph.height) <= 0.12 * paragraph.height,
            !Self.endsSentence(last), let first = line.text.first
        else { return false }
        return first.isLowercase
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !closing.contains($0) }) else { return false }
        return ".?!:;。？！".contains(last)
    }

    private static let closing: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", " "]
}
