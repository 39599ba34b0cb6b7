import TemaFormats

/// The styles and the fixed parts of a document of Word.
enum WordStyles {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// A paragraph style. Names are those of Word's own styles, so that a template can restyle the document.
    enum Style {
        case title
        /// A heading of a level from 1 to 9.
        case heading(Int)
        case quote
        case source
        case note

        var id: String {
            switch self {
            case .title: "Title"
            case .heading(let level): "Heading\(min(max(level, 1), 9))"
            case .quote: "Quote"
            case .source: "QuoteSource"
            case .note: "Note"
            }
        }
    }

    /// Returns the styles of a document in a language.
    static func styles(language: String) -> XMLNode {
        let fonts = node(
            "w:rFonts", ["w:ascii": "Calibri", "w:hAnsi": "Calibri", "w:eastAsia": "SimSun", "w:cs": "Arial"])
        let text = [fonts] + size(22) + [node("w:lang", ["w:val": language])]
        let defaults = node(
            "w:docDefaults", [:],
            [
                node("w:rPrDefault", [:], [node("w:rPr", [:], text)]),
                node(
                    "w:pPrDefault", [:],
                    [
                        node(
                            "w:pPr", [:],
                            [node("w:spacing", ["w:after": "120", "w:line": "264", "w:lineRule": "auto"])])
                    ]),
            ])
        var normal = node(
            "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"], [name("Normal")])
        normal.content.append(.element(node("w:qFormat")))
        let inset = node("w:ind", ["w:left": "567", "w:right": "567"])
        return node(
            "w:styles", ["xmlns:w": namespace],
            [
                defaults, normal, style(.title, "Title", spacing("0", "240"), bold + size(36)),
                style(.quote, "Quote", [node("w:keepNext")] + spacing("160", "40") + [inset], []),
                style(
                    .source, "Quote source", spacing("0", "160") + [inset],
                    [node("w:color", ["w:val": "595959"])] + size(20)),
                style(.note, "Note", [], size(20)),
            ]
                + (1...9).map { level in
                    style(
                        .heading(level), "heading \(level)",
                        [node("w:keepNext")] + spacing("280", "80") + [
                            node("w:outlineLvl", ["w:val": String(level - 1)])
                        ],
                        bold + size(max(22, 32 - 3 * level)))
                })
    }

    private static func style(_ style: Style, _ name: String, _ paragraph: [XMLNode], _ run: [XMLNode]) -> XMLNode {
        node(
            "w:style", ["w:type": "paragraph", "w:styleId": style.id],
            [
                self.name(name), node("w:basedOn", ["w:val": "Normal"]), node("w:next", ["w:val": "Normal"]),
                node("w:qFormat"),
            ] + (paragraph.isEmpty ? [] : [node("w:pPr", [:], paragraph)])
                + (run.isEmpty ? [] : [node("w:rPr", [:], run)]))
    }

    private static func name(_ name: String) -> XMLNode { node("w:name", ["w:val": name]) }

    private static let bold = [node("w:b"), node("w:bCs")]

    /// Returns a font size in half points.
    private static func size(_ size: Int) -> [XMLNode] {
        [node("w:sz", ["w:val": String(size)]), node("w:szCs", ["w:val": String(size)])]
    }

    private static func spacing(_ before: String, _ after: String) -> [XMLNode] {
        [node("w:spacing", ["w:before": before, "w:after": after])]
    }

    private static func node(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ elements: [XMLNode] = []
    ) -> XMLNode { XMLNode(name, attributes, elements: elements) }

    // Without this setting, Word opens the document in compatibility mode.
    static let settings = node(
        "w:settings", ["xmlns:w": namespace],
        [
            node(
                "w:compat", [:],
                [
                    node(
                        "w:compatSetting",
                        [
                            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                            "w:val": "15",
                        ])
                ])
        ])

    private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contentTypes = node(
        "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
        [
            node(
                "Default",
                ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"]),
            node("Default", ["Extension": "xml", "ContentType": "application/xml"]),
            part("/word/document.xml", office + ".document.main+xml"), part("/word/styles.xml", office + ".styles+xml"),
            part("/word/settings.xml", office + ".settings+xml"),
            part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ])

    private static func part(_ name: String, _ type: String) -> XMLNode {
        node("Override", ["PartName": name, "ContentType": type])
    }

    static let packageRelations = relations([
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ])

    static let documentRelations = relations([
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", "styles.xml"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings", "settings.xml"),
    ])

    private static func relations(_ relations: [(type: String, target: String)]) -> XMLNode {
        node(
            "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
            relations.enumerated().map { number, relation in
                node("Relationship", ["Id": "rId\(number + 1)", "Type": relation.type, "Target": relation.target])
            })
    }

    /// Returns the title and the language of the document, without times, so that the same results have the same bytes.
    static func properties(title: String, language: String) -> XMLNode {
        node(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ], [XMLNode("dc:title", text: title), XMLNode("dc:language", text: language)])
    }
}
