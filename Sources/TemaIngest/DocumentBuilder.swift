import TemaFormats
import TemaModel

/// Builds a document passage by passage.
package struct DocumentBuilder {
    private var text: [UInt8] = []
    private var passages: [Passage] = []
    private var sections: [Section] = []
    private var languages: [String] = []

    /// The initial capacity of the text, in UTF-8 bytes. Reserving it avoids copies when the text grows.
    private let expectedBytes: Int
    private static let usualBytes = 96 << 10

    package init() { self.init(fileBytes: nil) }

    /// Creates a builder whose text reserves the length of the file, up to 96 KB.
    ///
    /// - Parameter fileBytes: The length of the file in bytes, or nil if it is unknown. Most texts are shorter.
    init(fileBytes: Int?) {
        expectedBytes = min(fileBytes ?? Self.usualBytes, Self.usualBytes)
    }

    /// Adds a section and returns its index. The heading can be set later with ``setHeading(_:of:)``.
    ///
    /// - Parameter parent: The index of the enclosing section, or nil at the top level.
    package mutating func section(heading: String, parent: Int?) -> Int {
        sections.append(Section(heading: heading, parent: parent))
        return sections.count - 1
    }

    package mutating func setHeading(_ heading: String, of section: Int) {
        sections[section].heading = heading
    }

    /// Appends a passage, separated from the previous one by a blank line. Empty passages are dropped.
    ///
    /// - Parameters:
    ///   - bytes: The text of the passage in UTF-8.
    ///   - section: The index of the section, or nil outside all sections.
    ///   - language: The language tag, or nil if it is unknown.
    /// - Throws: A ``Problem`` if the text would exceed ``Limits/documentBytes``.
    package mutating func add(
        _ bytes: some Collection<UInt8>, kind: PassageKind, sectionType: SectionType, section: Int?, language: String?
    ) throws(Problem) {
        guard !bytes.isEmpty else { return }
        guard text.count + bytes.count + 2 <= Limits.documentBytes else {
            throw Self.tooLong
        }
        if text.isEmpty {
            text.reserveCapacity(max(expectedBytes, bytes.count))
        } else {
            text.append(0x0A)
            text.append(0x0A)
        }
        let start = text.count
        text.append(contentsOf: bytes)
        passages.append(
            Passage(
                kind: kind, sectionType: sectionType, section: section, language: language.map { intern($0) },
                span: start..<text.count))
    }

    /// The problem of a document whose text exceeds ``Limits/documentBytes``.
    static var tooLong: Problem {
        Problem("the document has more than \(Limits.documentBytes >> 20) MB of text", suggestion: "split it")
    }

    /// The same problem for a document that begins at a line of its file.
    static func tooLong(line: Int) -> Problem {
        Problem(tooLong.message, suggestion: tooLong.suggestion, line: line)
    }

    private mutating func intern(_ language: String) -> Int {
        if let known = languages.lastIndex(of: language) { return known }
        languages.append(language)
        return languages.count - 1
    }

    /// Returns the document, with empty metadata and an empty ledger, and consumes the builder.
    package consuming func finish(id: String, source: String) -> Document {
        Document(
            id: id, source: source, text: Text(utf8: text), passages: passages, sections: sections,
            languages: languages)
    }
}
