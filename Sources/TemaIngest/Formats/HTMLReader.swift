import TemaFormats
import TemaModel

/// Reads the text of HTML pages, including malformed ones.
enum HTMLReader: DocumentReader {
    static let name = "html"
    static let summary = "HTML pages (.html, .htm, .xhtml)"
    static let extensions = ["html", "htm", "xhtml"]

    static func recognises(_ beginning: InputBeginning) -> Bool {
        if beginning.rootName?.lowercased() == "html" { return true }
        let start = beginning.bytes.drop(while: isXMLSpace).prefix(14)
        return String(decoding: start, as: UTF8.self).lowercased() == "<!doctype html"
    }

    /// Delivers the page as one document.
    ///
    /// The encoding is the requested one, else that of the byte-order mark, else that of the page's XML declaration or
    /// `meta` element, else UTF-8.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, declares an unsupported encoding, exceeds a limit, or
    ///   contains no text; any error thrown by the sink.
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
