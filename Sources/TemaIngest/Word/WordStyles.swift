import TemaFormats
import TemaModel

/// What the paragraph styles of a Word document say about what a paragraph is.
struct WordStyles {
    struct Meaning {
        /// From 1, of a heading.
        var level: Int?
        var isList = false
        var kind: PassageKind = .paragraph
        /// Whether it is of a table of contents.
        var isContents = false
    }

    private var meanings: [String: Meaning] = [:]

    /// - Parameter bytes: `styles.xml`, which may be missing.
    init(_ bytes: [UInt8]?) throws(Problem) {
        guard let bytes else { return }
        let root = try XMLTree.read(try UTF8Input(.bytes(bytes, name: "styles.xml"), encoding: nil, isXML: true))
        var styles: [String: XMLNode] = [:]
        for style in root.elements("style") where style["type"] == "paragraph" {
            if let id = style["styleId"] { styles[id] = style }
        }
        for (id, style) in styles { meanings[id] = Self.meaning(style, styles) }
    }

    /// What a style says; nothing special where nobody defines it.
    subscript(id: String) -> Meaning { meanings[id] ?? Meaning() }

    /// More would be a circle.
    private static let mostAncestors = 20

    /// The style's own word, else that of the one it is based on.
    private static func meaning(_ style: XMLNode, _ styles: [String: XMLNode]) -> Meaning {
        var meaning = Meaning()
        var (level, kind): (Int?, PassageKind?)
        var next: XMLNode? = style
        for _ in 0..<mostAncestors {
            guard let style = next else { break }
            // Built-in names are in English in whatever language Word is; ids are not.
            let name = (style.first("name")?["val"] ?? "").lowercased()
            level = level ?? style.first("pPr", "outlineLvl")?["val"].flatMap(Int.init) ?? headingLevel(name)
            kind = kind ?? kinds[name]
            meaning.isContents = meaning.isContents || name.hasPrefix("toc ") || name.hasPrefix("contents ")
            if let number = style.first("pPr", "numPr", "numId")?["val"] {
                meaning.isList = meaning.isList || number != "0"
            }
            if name.hasPrefix("list bullet") || name.hasPrefix("list number") { meaning.isList = true }
            next = style.first("basedOn")?["val"].flatMap { styles[$0] }
        }
        // 9 is the level of what is no heading.
        meaning.level = level.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
        meaning.kind = kind ?? .paragraph
        return meaning
    }

    /// As an outline counts, from 0.
    private static func headingLevel(_ name: String) -> Int? {
        guard name.hasPrefix("heading ") else { return nil }
        return Int(name.dropFirst(8)).flatMap { (1...9).contains($0) ? $0 - 1 : nil }
    }

    private static let kinds: [String: PassageKind] = [
        "title": .title, "quote": .quote, "intense quote": .quote, "block text": .quote, "quotations": .quote,
        "caption": .caption, "table": .caption, "figure": .caption, "abstract": .abstract, "bibliography": .reference,
        "footnote text": .footnote, "endnote text": .footnote, "footnote": .footnote, "endnote": .footnote,
    ]
}
