package import CLibXML2
import TemaModel

/// libxml2 as a whole, set up once: no catalogs, and nothing outside a file is ever loaded.
package enum LibXML2 {
    static func prepare() { _ = prepared }

    /// A parser of XML that reads by a callback and tells by others, with nothing it could be attacked through; the caller frees
    /// it. Nothing where there is none, for want of memory or because its first read failed.
    ///
    /// - Parameter state: What both kinds of callbacks are given.
    /// - Throws: A ``Problem`` where libxml2 is too old.
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
        // Setting options edits the handler that was installed.
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
