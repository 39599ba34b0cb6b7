import TemaFormats
import TemaModel

/// Reads plain text: paragraphs parted by blank lines, hard-wrapped lines joined, YAML front matter where there is one.
enum PlainTextReader: TextReader {
    static let name = "text"
    static let summary = "plain text, paragraphs parted by blank lines (.txt, .text)"
    static let extensions = ["txt", "text"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool { true }

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
