import TemaFormats

/// Converts the inline Markdown of a block to plain text.
enum MarkdownInline {
    /// Returns the plain text of a block. Emphasis marks, code marks, link targets and tags are removed, escapes and
    /// entities are resolved, and white space is collapsed.
    static func plain(_ text: String) -> String {
        TextLines.collapsed(text.contains(where: { "\\*_`[]!<&".contains($0) }) ? unmarked(Array(text)) : text)
    }

    private static func unmarked(_ text: [Character]) -> String {
        var plain = ""
        var position = 0
        let closings = LinkTargets(text)
        while position < text.count {
            let character = text[position]
            let next = position + 1 < text.count ? text[position + 1] : " "
            switch character {
            case "\\" where next.isPunctuation || next.isSymbol:
                plain.append(next)
                position += 2
            case "*", "`": position += 1
            case "_":
                // An underscore within a word is part of a name such as `snake_case`.
                let before = position > 0 ? text[position - 1] : " "
                if isWord(before), isWord(next) { plain.append(character) }
                position += 1
            case "!" where next == "[", "[": position += 1
            case "]": position = closings.end(after: position) ?? position + 1
            case "<":
                let tag = closings.tagEnd(from: position)
                if tag == nil { plain.append(character) }
                position = tag ?? position + 1
            case "&":
                let (resolved, end) = entity(text, position)
                plain += resolved
                position = end
            default:
                plain.append(character)
                position += 1
            }
        }
        return plain
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Returns the text of the entity or character reference at an index, and the index after it. An unknown reference is
    /// kept as written.
    private static func entity(_ text: [Character], _ position: Int) -> (String, Int) {
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

/// The ends of link targets and tags. They are found in one pass, so that the total time is linear in the length of the
/// text.
private struct LinkTargets {
    private let text: [Character]
    /// For each index, the index of the next `)` at or after it, or `Int.max`.
    private var bracket: [Int]
    /// For each index, the index of the next `>` at or after it, or `Int.max`.
    private var angle: [Int]

    init(_ text: [Character]) {
        self.text = text
        bracket = [Int](repeating: Int.max, count: text.count + 1)
        angle = bracket
        for position in text.indices.reversed() {
            bracket[position] = text[position] == ")" ? position : bracket[position + 1]
            angle[position] = text[position] == ">" ? position : angle[position + 1]
        }
    }

    /// Returns the index after the `(target)` that follows a `]`, or nil if there is none.
    func end(after close: Int) -> Int? {
        guard close + 1 < text.count, text[close + 1] == "(", bracket[close + 1] != Int.max else { return nil }
        return bracket[close + 1] + 1
    }

    /// Returns the index after the tag or comment that begins at a `<`, or nil if none begins there.
    func tagEnd(from open: Int) -> Int? {
        guard open + 1 < text.count, angle[open] != Int.max else { return nil }
        let next = text[open + 1]
        return next.isLetter || next == "/" || next == "!" ? angle[open] + 1 : nil
    }
}
