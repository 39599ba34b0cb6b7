import CLibXML2

/// libxml2 as a whole, set up once: no catalogs, and nothing outside a file is ever loaded.
enum LibXML2 {
    static func prepare() { _ = prepared }

    private static let prepared: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// Whether a parser is inside a comment, an instruction or character data: these may be long, and libxml2 has a limit
    /// of its own for them.
    static func passesOver(_ instate: xmlParserInputState) -> Bool {
        instate == XML_PARSER_COMMENT || instate == XML_PARSER_PI || instate == XML_PARSER_CDATA_SECTION
    }
}
