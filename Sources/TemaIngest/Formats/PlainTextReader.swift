import TemaFormats
import TemaModel

/// Reads plain text with optional YAML front matter. Blank lines separate paragraphs, and hard-wrapped lines are joined.
enum PlainTextReader: TextReader {
    static let name = "text"
    static let summary = "plain text, paragraphs separated by blank lines (.txt, .text)"
    static let extensions = ["txt", "text"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool { true }

    /// Delivers the text as one document.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is empty or too long, or has invalid front matter; any
    ///   error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        let front = try FrontMatter(of: try TextLines.read(input))
        var builder = DocumentBuilder()
        for paragraph in TextLines.paragraphs(front.body) {
            try builder.add(
                paragraph.utf8, kind: .paragraph, sectionType: .other, section: nil, language: front.metadata.language)
        }
        var document = builder.finish(id: front.identity ?? input.source.stem, source: input.source.name)
        document.metadata = front.metadata
        try sink.deliver(document)
    }
}
