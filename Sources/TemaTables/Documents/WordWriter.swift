import TemaFormats
import TemaModel

/// Writes a document of Word (Office Open XML, ECMA-376), paragraph by paragraph. The same paragraphs result in the same bytes.
///
/// Paragraphs are compressed as they are added, so that memory does not grow with the document.
struct WordWriter {
    /// A part of a paragraph.
    struct Run {
        let text: String
        var isBold = false
        /// The language tag as written; empty if it is unknown.
        var language = ""
    }

    private let zip: ZipWriter
    private var body = XMLOutput()

    /// The size of the parts in which XML is compressed, in bytes.
    private static let part = 1 << 16

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - title: The title among the document's properties.
    ///   - language: The language tag of texts whose language is unknown.
    /// - Throws: A ``Problem`` if there is not enough memory.
    init(title: String, language: String) throws(Problem) {
        zip = try ZipWriter()
        // Programs recognise the type of the file by its first member.
        try zip.add("[Content_Types].xml", Self.bytes(WordStyles.contentTypes))
        try zip.add("_rels/.rels", Self.bytes(WordStyles.packageRelations))
        try zip.add("docProps/core.xml", Self.bytes(WordStyles.properties(title: title, language: language)))
        try zip.add("word/_rels/document.xml.rels", Self.bytes(WordStyles.documentRelations))
        try zip.add("word/styles.xml", Self.bytes(WordStyles.styles(language: language)))
        try zip.add("word/settings.xml", Self.bytes(WordStyles.settings))
        try zip.begin("word/document.xml")
        body.begin(XMLNode("w:document", ["xmlns:w": WordStyles.namespace]))
        body.begin(XMLNode("w:body"))
    }

    /// Adds a paragraph.
    ///
    /// Its direction is that of its first letter. Runs are divided where the direction of their letters changes, because Word
    /// chooses the font of a run, and how it is bold, by its direction.
    ///
    /// - Throws: A ``Problem`` if the document is larger than 2 GB.
    mutating func add(_ runs: [Run], style: WordStyles.Style) throws(Problem) {
        var properties = [XMLNode("w:pStyle", ["w:val": style.id])]
        if TextDirection.isRightToLeft(runs.lazy.flatMap(\.text.unicodeScalars)) {
            properties.append(XMLNode("w:bidi"))
        }
        body.begin(XMLNode("w:p"))
        body.add(XMLNode("w:pPr", [:], elements: properties))
        for run in runs {
            for part in TextDirection.runs(run.text) { body.add(Self.run(part, run)) }
        }
        body.end()
        if body.bytes.count >= Self.part { try zip.write(body.take()) }
    }

    /// Returns the bytes of the file that were compressed since the last call.
    func take() -> [UInt8] { zip.take() }

    private static func run(_ part: (text: String, isRightToLeft: Bool), _ run: Run) -> XMLNode {
        var properties = run.isBold ? [XMLNode("w:b"), XMLNode("w:bCs")] : []
        if part.isRightToLeft { properties.append(XMLNode("w:rtl")) }
        if let language = language(part, run.language) {
            properties.append(XMLNode("w:lang", [language.kind: language.tag]))
        }
        var text = XMLNode("w:t", text: part.text)
        text.set("xml:space", "preserve")
        let elements = properties.isEmpty ? [text] : [XMLNode("w:rPr", [:], elements: properties), text]
        return XMLNode("w:r", [:], elements: elements)
    }

    /// Returns the language of a run and the kind of scripts that Word uses it for, or nil if it is unknown.
    private static func language(_ part: (text: String, isRightToLeft: Bool), _ tag: String) -> (
        kind: String, tag: String
    )? {
        let primary = tag.prefix { $0 != "-" }.lowercased()
        let isKnown = tag.isLanguageTag && rightToLeft.contains(primary) == part.isRightToLeft
        guard part.isRightToLeft else {
            guard isKnown else { return nil }
            return (eastAsian.contains(primary) ? "w:eastAsia" : "w:val", tag)
        }
        let isHebrew = part.text.unicodeScalars.contains { (0x590..<0x600).contains($0.value) }
        return ("w:bidi", isKnown ? tag : isHebrew ? "he" : "ar")
    }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    private static let eastAsian: Set<String> = ["ja", "ko", "zh"]

    /// Returns the rest of the file's bytes. No paragraphs can be added afterwards.
    ///
    /// - Throws: A ``Problem`` if the document is larger than 2 GB.
    mutating func finish() throws(Problem) -> [UInt8] {
        let page = XMLNode("w:pgSz", ["w:w": "11906", "w:h": "16838"])
        let margins = XMLNode(
            "w:pgMar",
            [
                "w:top": "1418", "w:right": "1418", "w:bottom": "1418", "w:left": "1418", "w:header": "709",
                "w:footer": "709", "w:gutter": "0",
            ])
        body.add(XMLNode("w:sectPr", [:], elements: [page, margins]))
        body.end()
        body.end()
        try zip.write(body.take())
        return try zip.finish()
    }

    private static func bytes(_ node: XMLNode) -> [UInt8] {
        var output = XMLOutput()
        output.add(node)
        return output.bytes
    }
}
