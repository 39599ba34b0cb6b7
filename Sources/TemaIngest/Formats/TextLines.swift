import TemaFormats
import TemaModel

/// Functions on the lines of a text.
enum TextLines {
    /// Reads an input to its end and returns its lines without line endings (LF, CR LF or CR).
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is longer than ``Limits/documentBytes``, or contains only
    ///   white space.
    static func read(_ input: UTF8Input) throws(Problem) -> [Substring] {
        let lines = split(try input.readAll(atMost: Limits.documentBytes))
        guard lines.contains(where: { !collapsed($0).isEmpty }) else {
            throw Problem("it is empty", suggestion: "omit it")
        }
        return lines
    }

    /// Returns the lines of a text without line endings (LF, CR LF or CR).
    static func split(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        var index = start
        while index < utf8.endIndex {
            let byte = utf8[index]
            guard byte == 0x0A || byte == 0x0D else {
                index = utf8.index(after: index)
                continue
            }
            lines.append(text[start..<index])
            index = utf8.index(after: index)
            if byte == 0x0D, index < utf8.endIndex, utf8[index] == 0x0A { index = utf8.index(after: index) }
            start = index
        }
        lines.append(text[start...])
        return lines
    }

    /// Returns a text with each run of XML white space collapsed to one space and the ends trimmed.
    static func collapsed(_ text: some StringProtocol) -> String {
        var collapsed = CollapsedText()
        Array(text.utf8).withUnsafeBufferPointer { _ = collapsed.append($0) }
        return collapsed.string
    }

    /// Returns the paragraphs that blank lines separate, each with its lines joined.
    ///
    /// - Parameter isAlone: Returns whether a line is a paragraph even without blank lines around it.
    static func paragraphs(_ lines: some Sequence<Substring>, isAlone: (Substring) -> Bool = { _ in false }) -> [String]
    {
        var paragraphs: [String] = []
        var open: [Substring] = []
        func finish() {
            let text = collapsed(open.joined(separator: " "))
            if !text.isEmpty { paragraphs.append(text) }
            open = []
        }
        for line in lines {
            let isAlone = isAlone(line)
            if isAlone || line.utf8.allSatisfy({ isXMLSpace($0) }) { finish() }
            open.append(line)
            if isAlone { finish() }
        }
        finish()
        return paragraphs
    }
}
