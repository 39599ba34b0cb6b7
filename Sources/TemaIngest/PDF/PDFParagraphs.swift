import TemaModel

/// The paragraphs of a PDF, inferred from the layout of its lines. A PDF has no paragraph structure.
struct PDFParagraphs {
    struct Paragraph {
        var lines: [String]
        var height: Double
        /// Whether all lines are bold.
        var isBold: Bool
        /// The number of the page on which it ends, from 0.
        var page: Int
    }

    private(set) var paragraphs: [Paragraph] = []
    /// The line height of most of the text, in points, rounded down to tenths.
    let usual: Double
    /// Whether most of the text is bold, so that bold type marks no headings.
    let isMostlyBold: Bool
    private let hyphens: LineHyphens

    init(_ pages: [PDFPage]) {
        var letters: [Int: Int] = [:]
        var (all, bold) = (0, 0)
        let lines = pages.flatMap(\.blocks).joined()
        for line in lines {
            letters[Self.tenths(line.height), default: 0] += line.text.utf8.count
            all += line.text.utf8.count
            if line.isBold { bold += line.text.utf8.count }
        }
        usual = Double(letters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0) / 10
        isMostlyBold = 2 * bold > all
        hyphens = LineHyphens(lines.map(\.text))
        for (number, page) in pages.enumerated() { for block in page.blocks { add(block, page: number) } }
    }

    /// Returns the text of a paragraph with its lines joined.
    func text(of paragraph: Paragraph) -> String { hyphens.joined(paragraph.lines) }

    private static func tenths(_ height: Double) -> Int { Int(min(max(height, 0), 10_000) * 10) }

    private mutating func add(_ block: [PDFPage.Line], page: Int) {
        guard let left = block.map(\.left).min(), let right = block.map(\.right).max() else { return }
        let isIndented = block.map { $0.left > left + 0.6 * $0.height }
        let isHanging = hanging(block, isIndented)
        var before: PDFPage.Line?
        // The paragraph that the lines belong to. It is not the last one if notes follow it on its page.
        var open = paragraphs.count - 1
        for (index, line) in block.enumerated() {
            var begins = before == nil
            if line.isScript(in: usual), !paragraphs.isEmpty {
                begins = false
            } else if let before {
                let hasRoom = before.right < right - 0.2 * (right - left) && Self.endsSentence(before.text)
                let isFirst = isHanging[index] ? !isIndented[index] : isIndented[index] && !isIndented[index - 1]
                // Lines of a heading can be centred.
                let isInHeading = before.isBold && line.isBold && !isMostlyBold
                begins =
                    isFirst && !isInHeading || hasRoom && !isHanging[index]
                    || hasChanged(from: before, to: line, isHanging: isHanging[index])
            } else if let continued = paragraph(continuedBy: line, on: page) {
                paragraphs[continued].lines.append(line.text)
                paragraphs[continued].page = page
                open = continued
                before = line
                continue
            }
            if begins {
                let height = line.height
                paragraphs.append(Paragraph(lines: [line.text], height: height, isBold: line.isBold, page: page))
                open = paragraphs.count - 1
            } else if paragraphs.indices.contains(open) {
                paragraphs[open].lines.append(line.text)
                if !line.isScript(in: usual) { paragraphs[open].isBold = paragraphs[open].isBold && line.isBold }
            }
            if !line.isScript(in: usual) { before = line }
        }
    }

    /// Returns, for each line of a block, whether it is in a part with a hanging indent, as references and similar lists
    /// have. Parts differ in weight or size from each other.
    private func hanging(_ block: [PDFPage.Line], _ isIndented: [Bool]) -> [Bool] {
        var isHanging: [Bool] = []
        while isHanging.count < block.count {
            let first = block[isHanging.count]
            let part = block[isHanging.count...].prefix {
                $0.isScript(in: usual)
                    || $0.isBold == first.isBold && abs($0.height - first.height) <= 0.12 * first.height
            }
            let count = max(part.count, 1)
            let indented = isIndented[isHanging.count..<(isHanging.count + count)].count(where: \.self)
            let hangs = !isIndented[isHanging.count] && indented > 0 && 2 * indented >= count
            isHanging += Array(repeating: hangs, count: count)
        }
        return isHanging
    }

    /// Whether the type changes between two lines so that a paragraph begins. A bold line in a paragraph can be a
    /// run-in heading, and a bold line after a sentence or a gap a heading.
    private func hasChanged(from before: PDFPage.Line, to line: PDFPage.Line, isHanging: Bool) -> Bool {
        if abs(line.height - before.height) > 0.12 * before.height { return true }
        if before.isBold, !line.isBold { return !isHanging }
        guard line.isBold else { return false }
        return !before.isBold && Self.endsSentence(before.text) || line.top - before.top > 1.9 * line.height
    }

    /// Returns the paragraph that the first line of a block continues in the next column or on the next page, or nil.
    /// Notes, which begin with a mark or are in smaller type, may follow that paragraph.
    private func paragraph(continuedBy line: PDFPage.Line, on page: Int) -> Int? {
        guard line.text.first?.isLowercase == true else { return nil }
        for (index, paragraph) in paragraphs.enumerated().reversed().prefix(8) where paragraph.page >= page - 1 {
            let looksAlike = abs(line.height - paragraph.height) <= 0.05 * paragraph.height
            if looksAlike, paragraph.lines.last.map(Self.endsSentence) == false { return index }
            let isNote = paragraph.lines.first?.first.map { $0.isNumber || "*†‡§".contains($0) } ?? false
            guard isNote || !looksAlike && paragraph.height < line.height else { return nil }
        }
        return nil
    }

    static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !closing.contains($0) }) else { return false }
        return ".?!:;。？！".contains(last)
    }

    private static let closing: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", " "]
}
