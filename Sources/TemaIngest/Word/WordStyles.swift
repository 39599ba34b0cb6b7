import TemaFormats
import TemaModel

/// The meanings of the paragraph and character styles of a Word document.
struct WordStyles {
    /// The meaning of a style.
    struct Meaning {
        /// The heading level, from 1; nil if the paragraph is not a heading.
        var level: Int?
        var isList = false
        var kind: PassageKind = .paragraph
        /// Whether the paragraph is part of a table of contents.
        var isContents = false
        /// Whether the text is bold, or nil if the style leaves it as it is.
        var isBold: Bool?

        /// Takes the meaning of a paragraph's style. The paragraph's own properties stay, which some programs write before
        /// the style.
        mutating func takeStyle(_ style: Meaning) {
            let own = self
            self = style
            level = own.level ?? level
            isList = own.isList || isList
        }
    }

    private var meanings: [String: Meaning] = [:]

    /// Reads the styles.
    ///
    /// - Parameter bytes: The content of `styles.xml`, or nil if the document has none.
    /// - Throws: A ``Problem`` if the content is not well-formed XML.
    init(_ bytes: [UInt8]?) throws(Problem) {
        guard let bytes else { return }
        let root = try XMLTree.read(try UTF8Input(.bytes(bytes, name: "styles.xml"), encoding: nil, isXML: true))
        var styles: [String: XMLNode] = [:]
        for style in root.elements("style") where ["paragraph", "character"].contains(style["type"]) {
            if let id = style["styleId"] { styles[id] = style }
        }
        for (id, style) in styles { meanings[id] = Self.meaning(style, styles) }
    }

    /// The meaning of a style, or that of an ordinary paragraph if the style is undefined.
    subscript(id: String) -> Meaning { meanings[id] ?? Meaning() }

    /// Bounds the chain of base styles, which can be circular.
    private static let mostAncestors = 20

    /// Returns the meaning of a style. Properties that it does not set are inherited from its base styles.
    private static func meaning(_ style: XMLNode, _ styles: [String: XMLNode]) -> Meaning {
        var meaning = Meaning()
        var (level, kind): (Int?, PassageKind?)
        var next: XMLNode? = style
        for _ in 0..<mostAncestors {
            guard let style = next else { break }
            // The names of built-in styles are English in every language version of Word. Their ids are not.
            let name = (style.first("name")?["val"] ?? "").lowercased()
            level = level ?? style.first("pPr", "outlineLvl")?["val"].flatMap(Int.init) ?? headingLevel(name)
            kind = kind ?? kinds[name]
            meaning.isBold = meaning.isBold ?? style.first("rPr", "b")?.isOn()
            meaning.isContents =
                meaning.isContents || name.hasPrefix("toc ") || name.hasPrefix("contents ")
                || name == "table of figures"
            if let number = style.first("pPr", "numPr", "numId")?["val"] {
                meaning.isList = meaning.isList || number != "0"
            }
            if name.hasPrefix("list bullet") || name.hasPrefix("list number") { meaning.isList = true }
            next = style.first("basedOn")?["val"].flatMap { styles[$0] }
        }
        // Level 9 is body text.
        meaning.level = level.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
        meaning.kind = kind ?? .paragraph
        return meaning
    }

    /// Returns the outline level of a heading style, from 0, or nil for other styles.
    private static func headingLevel(_ name: String) -> Int? {
        guard name.hasPrefix("heading ") else { return nil }
        return Int(name.dropFirst(8)).flatMap { (1...9).contains($0) ? $0 - 1 : nil }
    }

    private static let kinds: [String: PassageKind] = [
        "title": .title, "quote": .quote, "intense quote": .quote, "block text": .quote, "quotations": .quote,
        "caption": .caption, "table": .caption, "figure": .caption, "abstract": .abstract, "bibliography": .reference,
        "definition term": .definition, "definition": .definition,
        "footnote text": .footnote, "endnote text": .footnote, "footnote": .footnote, "endnote": .footnote,
    ]
}

extension XMLNode {
    /// Whether an attribute turns a property on. An element of a property without a value does, too.
    func isOn(_ attribute: String = "val") -> Bool {
        self[attribute].map { !["0", "false", "off"].contains($0) } ?? (attribute == "val")
    }
}
