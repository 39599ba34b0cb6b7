import TemaFormats
import TemaModel

/// Reads pages in HTML: all that is text in them, however they are written.
enum HTMLReader: DocumentReader {
    static let name = "html"
    static let summary = "pages in HTML (.html, .htm, .xhtml)"
    static let extensions = ["html", "htm", "xhtml"]

    static func recognises(_ beginning: InputBeginning) -> Bool {
        if beginning.rootName?.lowercased() == "html" { return true }
        let start = beginning.bytes.drop(while: isXMLSpace).prefix(14)
        return String(decoding: start, as: UTF8.self).lowercased() == "<!doctype html"
    }

    /// What decides the encoding is what was asked for, the byte-order mark, the page's own `meta` or XML declaration,
    /// and at last UTF-8.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers _: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let beginning = try source.beginning(4 << 10)
        let declared = encoding == nil ? try HTMLEncoding.declared(beginning[...]) : encoding
        let input = try UTF8Input(source, encoding: declared, isXML: false)
        let handler = HTMLHandler()
        try HTMLEvents.read(input, handler)
        try sink.deliver(try handler.document(source))
        for warning in input.warnings { sink.report(warning) }
    }
}
