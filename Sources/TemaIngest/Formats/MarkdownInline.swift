import TemaFormats
import TemaModel

/// A block of Markdown as plain text. Marks of formatting, link targets, attributes and tags are removed, escapes and
/// entities are resolved, and white space is collapsed. Marks without a counterpart are text.
struct MarkdownInline {
    private(set) var plain = ""
    /// The notes written in the block, as in `^[note]`.
    private(set) var notes: [String] = []
    /// The parts that are not text.
    private(set) var omitted: [(name: String, reason: Ledger.Reason, characters: Int)] = []

    /// An open `[`, `![` or `^[`.
    private struct Bracket {
        let mark: Character
        /// The index in the text after the bracket.
        let start: Int
        /// The index of the mark in the output.
        let output: Int
    }

    private let text: [Character]
    private let references: MarkdownReferences
    private var position = 0
    /// The plain text. Marks that turn out to be formatting are set to nil.
    private var output = MarkdownOutput()
    private var brackets: [Bracket] = []
    private var ends: MarkdownEnds

    init(_ source: String, _ references: MarkdownReferences) {
        self.references = references
        let isMarked = source.contains { "\\*_~^`[]<&".contains($0) }
        text = isMarked ? Array(source) : []
        ends = MarkdownEnds(text)
        while position < text.count { readNext() }
        plain = TextLines.collapsed(isMarked ? output.string(from: 0) : source)
    }

    private func character(_ offset: Int) -> Character {
        text.indices.contains(position + offset) ? text[position + offset] : " "
    }

    private mutating func readNext() {
        let next = character(1)
        switch text[position] {
        case "\\" where next.isASCII && (next.isPunctuation || next.isSymbol):
            output.append(next)
            position += 2
        // A line break, or a space that does not break.
        case "\\" where next == " " && position + 1 < text.count: position += 1
        case "!" where next == "[", "^" where next == "[": open(text[position], count: 2)
        case "[": if !readNoteMark() { open("[", count: 1) }
        case "]": close()
        case "*", "_", "~", "^": readMarks()
        case "`": readCode()
        case "<": if !readTag() { keep() }
        case "&":
            let (resolved, end) = entity()
            for character in resolved { output.append(character) }
            position = end
        default: keep()
        }
    }

    private mutating func keep() {
        output.append(text[position])
        position += 1
    }

    private mutating func readMarks() {
        let count = text[position...].prefix { $0 == text[position] }.count
        output.append(text[position], count: count, before: character(-1), after: character(count))
        position += count
    }

    /// Reads a mark `[^label]` of a defined note.
    private mutating func readNoteMark() -> Bool {
        guard character(1) == "^", let end = ends.next("]", from: position) else { return false }
        let label = text[(position + 1)..<end]
        guard references.contains(label) else { return false }
        omitted.append(("footnote reference", .noteMark, label.count - 1))
        position = end + 1
        return true
    }

    private mutating func open(_ mark: Character, count: Int) {
        brackets.append(Bracket(mark: mark, start: position + count, output: output.count))
        for _ in 0..<count { keep() }
    }

    private mutating func close() {
        guard let bracket = brackets.popLast() else { return keep() }
        if bracket.mark == "^" {
            let note = TextLines.collapsed(output.string(from: bracket.output + 2))
            if !note.isEmpty { notes.append(note) }
            output.cut(to: bracket.output)
            position += 1
        } else if let end = endOfLink(bracket) {
            output.remove(bracket.output, count: bracket.mark == "!" ? 2 : 1)
            position = end
            skipAttributes()
        } else {
            keep()
        }
    }

    /// Returns the index after the target, the label or the attributes that make the bracket that ends here a link or a
    /// span, or nil.
    private mutating func endOfLink(_ bracket: Bracket) -> Int? {
        let next = position + 1
        switch character(1) {
        case "(": if let end = ends.target(from: next) { return end }
        case "{": if ends.attributes(from: next) != nil { return next }
        case "[":
            guard let end = ends.next("]", from: next) else { break }
            if references.contains(text[(next + 1)..<end]) { return end + 1 }
            if end == next + 1, references.contains(text[bracket.start..<position]) { return end + 1 }
        default: break
        }
        return references.contains(text[bracket.start..<position]) ? next : nil
    }

    private mutating func skipAttributes() {
        if let end = ends.attributes(from: position) { position = end }
    }

    private mutating func readCode() {
        let count = text[position...].prefix { $0 == "`" }.count
        guard let end = ends.code(count, from: position + count) else {
            for _ in 0..<count { keep() }
            return
        }
        let code = text[(position + count)..<end]
        position = end + count
        // Text in another format, such as `<br>`{=html}.
        if character(0) == "{", character(1) == "=", ends.attributes(from: position) != nil {
            omitted.append(("raw text", .notText, code.count))
        } else {
            for character in code { output.append(character) }
        }
        skipAttributes()
    }

    /// The elements of HTML whose tags separate words.
    private static let separating: Set<String> = [
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    /// Reads a comment, a tag, or an address in angle brackets, which is text.
    private mutating func readTag() -> Bool {
        if text[position...].prefix(4).elementsEqual("<!--") {
            guard let end = ends.comment(from: position + 4) else { return false }
            omitted.append(("comment", .notText, end - position - 4))
            position = end + 3
            return true
        }
        guard character(1).isLetter || "/!?".contains(character(1)), let end = ends.next(">", from: position) else {
            return false
        }
        let content = text[(position + 1)..<end].prefix { !$0.isWhitespace && $0 != "<" }
        if content.endIndex == end, content.contains(where: { $0 == ":" || $0 == "@" }) {
            for character in content { output.append(character) }
        } else if content.endIndex < end, text[content.endIndex] == "<" {
            return false
        } else if Self.separating.contains(String(content.filter { $0 != "/" }).lowercased()) {
            output.append(" ")
        }
        position = end + 1
        return true
    }

    /// Returns the text of the entity or character reference at the position, and the index after it. An unknown
    /// reference is kept as written.
    private func entity() -> (String, Int) {
        let name = text[(position + 1)...].prefix(32).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
        let end = position + 1 + name.count
        guard !name.isEmpty, end < text.count, text[end] == ";" else { return ("&", position + 1) }
        if name.first == "#" {
            let digits = String(name.dropFirst())
            let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let scalar = value.flatMap(Unicode.Scalar.init), scalar.value > 0 else { return ("&", position + 1) }
            return (String(scalar), end + 1)
        }
        guard let known = EntityNames.text(of: String(name)) else { return ("&", position + 1) }
        return (known, end + 1)
    }
}
