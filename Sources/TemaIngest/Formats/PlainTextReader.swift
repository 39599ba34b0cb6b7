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
        var sections = OpenSections()
        let paragraphs = TextLines.paragraphs(front.body, isAlone: ReferenceHeading.matches)
        for (number, paragraph) in paragraphs.enumerated() {
            let isHeading =
                sections.number == nil
                ? ReferenceHeading.matches(paragraph) && areReferences(paragraphs[(number + 1)...])
                : endsReferences(paragraph)
            if isHeading { sections.open(paragraph, level: 1, in: &builder) }
            try builder.add(
                paragraph.utf8, kind: isHeading ? .heading : sections.kind(.paragraph),
                sectionType: sections.type ?? .other, section: sections.number, language: front.metadata.language)
        }
        var document = builder.finish(id: front.identity ?? input.source.documentName, source: input.source.name)
        document.metadata = front.metadata
        try sink.deliver(document)
    }

    /// Whether at least half of the paragraphs before the next heading contain a year. Plain text has no mark-up of
    /// headings, and a line such as “References” can also be a remark in an interview.
    private static func areReferences(_ paragraphs: ArraySlice<String>) -> Bool {
        let entries = paragraphs.prefix { !endsReferences($0) }
        return !entries.isEmpty && 2 * entries.count(where: hasYear) >= entries.count
    }

    /// Whether a paragraph is a heading after references, such as “Appendix A”: a few words without punctuation.
    private static func endsReferences(_ paragraph: String) -> Bool {
        paragraph.utf8.count <= 60 && paragraph.unicodeScalars.allSatisfy { $0 == " " || $0.properties.isAlphabetic }
            && OpenSections.type(ofHeading: paragraph) != nil
    }

    /// Whether a text contains a number from 1500 to 2099.
    private static func hasYear(_ text: String) -> Bool {
        text.split { !("0"..."9").contains($0) }.contains { $0.count == 4 && ("1500"..<"2100").contains($0) }
    }
}
