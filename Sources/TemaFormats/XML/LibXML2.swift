package import CLibXML2
import TemaModel

/// The global setup of libxml2: without catalogs and without loading external entities.
package enum LibXML2 {
    /// Initializes libxml2 once, and keeps it from printing errors in the calling thread.
    static func prepare() {
        _ = prepared
        tema_xml_print_nothing()
    }

    /// Creates an XML parser without network access, external entities and DTDs. The caller must free it.
    ///
    /// - Parameters:
    ///   - callbacks: The SAX handler.
    ///   - state: The user data of all callbacks.
    ///   - read: Reads the next bytes.
    /// - Returns: The parser, or nil if there is not enough memory or the first read fails.
    /// - Throws: A ``Problem`` if libxml2 is too old.
    package static func parser(
        _ callbacks: xmlSAXHandler, _ state: UnsafeMutableRawPointer, read: xmlInputReadCallback
    ) throws(Problem) -> xmlParserCtxtPtr? {
        try LibXML2Version.check()
        prepare()
        var sax = callbacks
        guard let context = xmlCreateIOParserCtxt(&sax, state, read, nil, state, XML_CHAR_ENCODING_UTF8) else {
            return nil
        }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        // Setting options changes the SAX handler, so it is installed again.
        context.pointee.sax.pointee = callbacks
        tema_xml_skip_parameter_entities(context)
        return context
    }

    private static let prepared: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
