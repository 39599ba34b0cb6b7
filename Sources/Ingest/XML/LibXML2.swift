import CLibXML2

/// libxml2 as a whole, set up once: no catalogs, and nothing outside a file is ever loaded.
enum LibXML2 {
    static func prepare() { _ = prepared }

    private static let prepared: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
