import TemaFormats
import TemaModel

/// A whole text, line by line.
enum TextLines {
    /// The lines of an input. A line ends with LF, CR LF or CR; every other character stays in its line.
    ///
    /// - Throws: A ``Problem`` where the input cannot be read, or is longer than ``Limits/documentBytes``.
    static func read(_ input: UTF8Input) throws(Problem) -> [Substring] {
        let lines = split(try input.readAll(atMost: Limits.documentBytes))
        guard lines.contains(where: { !collapsed($0).isEmpty }) else {
            throw Problem("it is empty", suggestion: "leave it out")
        }
        return lines
    }

    static func split(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        var at = start
        while at < utf8.endIndex {
            let byte = utf8[at]
            guard byte == 0x0A || byte == 0x0D else {
                at = utf8.index(after: at)
                continue
            }
            lines.append(text[start..<at])
            at = utf8.index(after: at)
            if byte == 0x0D, at < utf8.endIndex, utf8[at] == 0x0A { at = utf8.index(after: at) }
            start = at
        }
        lines.append(text[start...])
        return lines
    }

    /// A text with runs of XML white space made one space and its ends trimmed.
    static func collapsed(_ text: some StringProtocol) -> String {
        var collapsed = CollapsedText()
        Array(text.utf8).withUnsafeBufferPointer { _ = collapsed.append($0) }
        return collapsed.string
    }

    /// Paragraphs parted by blank lines, their lines joined.
    static func paragraphs(_ lines: some Sequence<Substring>) -> [String] {
        var paragraphs: [String] = []
        var open: [Substring] = []
        func finish() {
            let text = collapsed(open.joined(separator: " "))
            if !text.isEmpty { paragraphs.append(text) }
            open = []
        }
        for line in lines {
            if line.utf8.allSatisfy({ isXMLSpace($0) }) { finish() } else { open.append(line) }
        }
        finish()
        return paragraphs
    }
}
