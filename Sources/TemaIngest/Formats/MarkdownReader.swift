import TemaFormats
import TemaModel

/// Reads Markdown, with the extensions of Pandoc. Headings become sections, pipe tables become rows, and inline marks are
/// removed.
enum MarkdownReader: TextReader {
    static let name = "markdown"
    static let summary = "Markdown with YAML front matter (.md, .markdown)"
    static let extensions = ["md", "markdown"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.starts(with: Array("---\n".utf8)) || beginning.bytes.starts(with: Array("---\r".utf8))
            || beginning.bytes.starts(with: Array("# ".utf8))
    }

    /// Delivers the text as one document.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is empty or too long, or has invalid front matter; any
    ///   error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        let front = try FrontMatter(of: try TextLines.read(input))
        var blocks = MarkdownBlocks(language: front.metadata.language, MarkdownReferences(front.body))
        try blocks.read(front.body)
        var document = blocks.prose.builder.finish(
            id: front.identity ?? input.source.documentName, source: input.source.name)
        document.metadata = front.metadata
        document.metadata.title = front.metadata.title ?? blocks.prose.title
        document.ledger = blocks.prose.ledger
        try sink.deliver(document)
    }
}
