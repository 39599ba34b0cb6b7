import TemaModel

/// Passages of plain text without further structure.
enum RefiPassages {
    /// Returns the passages of a text: blocks separated by blank lines, or each line if there are no blank lines in
    /// between.
    static func of(_ text: Text) -> [Passage] {
        let lines = lines(text.utf8)
        let inked = lines.filter { !isBlank(text.utf8[$0]) }
        guard let first = inked.first, let last = inked.last else { return [] }
        let hasBlocks = lines.contains {
            first.upperBound < $0.lowerBound && $0.upperBound < last.lowerBound && isBlank(text.utf8[$0])
        }
        var spans: [Range<Int>] = []
        for line in inked {
            // The line continues the passage if there is no blank line between them.
            if hasBlocks, let open = spans.last, line.lowerBound == open.upperBound + 1 {
                spans[spans.count - 1] = open.lowerBound..<line.upperBound
            } else {
                spans.append(line)
            }
        }
        return spans.map { Passage(kind: .paragraph, sectionType: .other, span: $0) }
    }

    private static func lines(_ utf8: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in utf8.enumerated() where byte == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        return lines + [start..<utf8.count]
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}
