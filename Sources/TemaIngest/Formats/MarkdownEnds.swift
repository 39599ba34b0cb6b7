/// Finds the ends of marks in a block of Markdown. The positions must not decrease from call to call, so that the total
/// time is linear in the length of the text.
struct MarkdownEnds {
    private let text: [Character]
    /// The last result for each character.
    private var found: [Character: Int] = [:]
    /// The positions of the runs of backticks by length, the last one first.
    private var backticks: [Int: [Int]] = [:]
    private var commentEnd = 0

    init(_ text: [Character]) {
        self.text = text
        var end = text.endIndex
        while let last = text[..<end].lastIndex(of: "`") {
            let start = text[..<last].lastIndex { $0 != "`" }.map { $0 + 1 } ?? 0
            backticks[last + 1 - start, default: []].append(start)
            end = start
        }
    }

    /// Returns the index of the next occurrence of a character, or nil if there is none.
    mutating func next(_ character: Character, from position: Int) -> Int? {
        if found[character, default: -1] < position {
            found[character] = text[min(position, text.count)...].firstIndex(of: character) ?? Int.max
        }
        return found[character].flatMap { $0 == Int.max ? nil : $0 }
    }

    /// Returns the index of the run of backticks that ends inline code, or nil.
    mutating func code(_ count: Int, from position: Int) -> Int? {
        while let last = backticks[count]?.last, last < position { backticks[count]?.removeLast() }
        return backticks[count]?.last
    }

    /// Returns the index of the `-->` that ends a comment, or nil.
    mutating func comment(from position: Int) -> Int? {
        if commentEnd < position {
            let starts = position..<max(position, text.count - 2)
            commentEnd = starts.first { text[$0..<($0 + 3)].elementsEqual("-->") } ?? Int.max
        }
        return commentEnd == Int.max ? nil : commentEnd
    }

    /// In characters. Longer texts in braces are not attributes.
    private static let longestAttributes = 1000

    /// Returns the index after the attributes in braces at a position, or nil if there are none.
    mutating func attributes(from position: Int) -> Int? {
        guard position < text.count, text[position] == "{", let end = next("}", from: position),
            end - position < Self.longestAttributes
        else { return nil }
        return MarkdownLine.isAttributes(String(text[position...end])) ? end + 1 : nil
    }

    /// The deepest nesting of parentheses in a link target. CommonMark's reference implementation has the same bound.
    private static let deepestTarget = 32

    /// Returns the index after the link target in parentheses at a position, or nil if there is none.
    ///
    /// A target has no spaces, except in angle brackets or before a title in quotes.
    mutating func target(from position: Int) -> Int? {
        var index = skipSpace(from: position + 1)
        if index < text.count, text[index] == "<" {
            guard let end = next(">", from: index) else { return nil }
            index = end + 1
        } else {
            var depth = 0
            while index < text.count, !text[index].isWhitespace, depth <= Self.deepestTarget {
                if text[index] == "(" { depth += 1 }
                if text[index] == ")" { depth -= 1 }
                if depth < 0 { return index + 1 }
                index += 1
            }
            if depth != 0 { return nil }
        }
        index = skipSpace(from: index)
        if index < text.count, text[index] == "\"" || text[index] == "'" {
            guard let end = next(text[index], from: index + 1) else { return nil }
            index = skipSpace(from: end + 1)
        }
        return index < text.count && text[index] == ")" ? index + 1 : nil
    }

    private func skipSpace(from index: Int) -> Int {
        text[min(index, text.count)...].firstIndex { !$0.isWhitespace } ?? text.count
    }
}
