import TemaModel

/// Lays out documents for reading at a terminal: the passages with their numbers on the left, and notes on the right.
package struct ReadingView {
    /// The longest line of text that is comfortable to read, in terminal columns.
    private static let longestLine = 80

    private let width: Int

    /// - Parameter width: The number of terminal columns. Values below 40 count as 40.
    package init(width: Int) { self.width = max(40, width) }

    /// Returns passages of a document as lines.
    ///
    /// - Parameters:
    ///   - passages: The numbers of the passages, from 0.
    ///   - notes: The notes beside a passage, by its number.
    package func lines(_ document: Document, passages: some Sequence<Int>, notes: [Int: [String]]) -> [String] {
        let number = String(max(0, document.passages.count - 1)).count + 2
        let gap = 2
        let margin = notes.values.contains { !$0.isEmpty } ? min(34, (width - number) / 3) : 0
        let column = min(Self.longestLine, width - number - gap - (margin > 0 ? margin + gap : 0))
        var lines: [String] = []
        for index in passages where document.passages.indices.contains(index) {
            let passage = document.passages[index]
            let text = text(document.string(of: passage), kind: passage.kind, width: column)
            let beside = (notes[index] ?? []).flatMap { $0.visible().wrapped(to: max(1, margin)) }
            if !lines.isEmpty { lines.append("") }
            for row in 0..<max(1, text.count, beside.count) {
                let label = row == 0 ? String(index) : ""
                var line = String(repeating: " ", count: number - label.count) + label + "  "
                let words = row < text.count ? text[row] : ""
                line += words
                if row < beside.count {
                    line += String(repeating: " ", count: max(0, column - DisplayWidth.of(words)) + gap) + beside[row]
                }
                while line.last == " " { line.removeLast() }
                lines.append(line)
            }
        }
        return lines
    }

    /// Returns a passage in lines of a width. Titles and headings are underlined. Lines with letters that are written from
    /// right to left are isolated, so that a terminal does not reorder the number and the notes beside them.
    private func text(_ text: String, kind: PassageKind, width: Int) -> [String] {
        let lines = text.split(separator: "\n").flatMap { String($0).visible().wrapped(to: width) }
        let longest = lines.map { DisplayWidth.of($0) }.max() ?? 0
        let shown = lines.map { line in
            line.unicodeScalars.contains { TextDirection.isRightToLeft($0) } ? "\u{2068}\(line)\u{2069}" : line
        }
        return switch kind {
        case .title: shown + [String(repeating: "═", count: longest)]
        case .heading: shown + [String(repeating: "─", count: longest)]
        default: shown
        }
    }
}
