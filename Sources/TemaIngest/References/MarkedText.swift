import TemaFormats

/// A text with the markup that CSL allows and Crossref leaves in abstracts: `<i>`, `<jats:p>`, `&amp;`.
///
/// Only known tags are markup. A `<` that does not begin one and an `&` that does not begin a reference are kept.
struct MarkedText {
    /// A heading and the paragraphs after it.
    struct Part: Equatable {
        /// The heading, or nil at the beginning of a text without one.
        var heading: String?
        var paragraphs: [String] = []
    }

    /// Returns the text without markup. Blocks are separated by a space.
    static func plain(_ text: String) -> String {
        TextLines.collapsed(
            parts(text).flatMap { ($0.heading.map { [$0] } ?? []) + $0.paragraphs }.joined(separator: " "))
    }

    /// Returns the parts of an abstract: each `title` is a heading, and other blocks are paragraphs.
    static func parts(_ text: String) -> [Part] {
        var reading = MarkedText()
        reading.read(text)
        return reading.parts
    }

    private var parts: [Part] = []
    private var open = ""

    private mutating func read(_ text: String) {
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "<") {
            open += rest[..<start]
            let tag = rest[start...].prefix(Self.mostTagLetters).prefix { $0 != ">" }
            let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0 == ":" || $0 == "-" }
            let isJATS = name.hasPrefix("jats:")
            let local = String(isJATS ? name.dropFirst(5) : name)
            guard tag.endIndex < rest.endIndex, let role = Self.tags[local] ?? (isJATS ? .inline : nil) else {
                open += "<"
                rest = rest[start...].dropFirst()
                continue
            }
            switch role {
            case .inline: break
            case .lineBreak: open += " "
            case .block: finishBlock(isHeading: local == "title" && tag.dropFirst().first == "/")
            }
            rest = rest[tag.endIndex...].dropFirst()
        }
        open += rest
        finishBlock(isHeading: false)
    }

    /// Ends the open block, and adds it unless it is empty.
    private mutating func finishBlock(isHeading: Bool) {
        let block = TextLines.collapsed(Self.unescaped(open))
        open = ""
        guard !block.isEmpty else { return }
        if isHeading || parts.isEmpty { parts.append(Part(heading: isHeading ? block : nil)) }
        if !isHeading { parts[parts.count - 1].paragraphs.append(block) }
    }

    /// Resolves numeric character references and the five predefined entities of XML.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var words = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            words += rest[..<start]
            let inside = rest[start...].dropFirst().prefix(mostReferenceLetters).prefix { $0 != ";" }
            let isEnded = inside.endIndex < rest.endIndex && rest[inside.endIndex] == ";"
            if isEnded, let scalar = Array(inside.utf8).withUnsafeBufferPointer(CharacterReference.scalar) {
                words.unicodeScalars.append(scalar)
                rest = rest[inside.endIndex...].dropFirst()
            } else {
                words += "&"
                rest = rest[start...].dropFirst()
            }
        }
        return words + rest
    }

    /// The maximum length of a reference, in characters.
    private static let mostReferenceLetters = 12

    /// The maximum length of a tag, in characters.
    private static let mostTagLetters = 300

    private enum Role {
        case inline
        case lineBreak
        case block
    }

    /// The known tags. All others in the namespace of JATS are inline.
    private static let tags: [String: Role] = [
        "i": .inline, "b": .inline, "em": .inline, "strong": .inline, "sub": .inline, "sup": .inline, "sc": .inline,
        "span": .inline, "italic": .inline, "bold": .inline, "br": .lineBreak, "break": .lineBreak, "p": .block,
        "sec": .block, "title": .block, "div": .block, "list": .block, "list-item": .block,
    ]
}
