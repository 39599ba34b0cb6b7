import TemaFormats
import TemaModel

/// Puts a document together, passage by passage.
package struct DocumentBuilder {
    private var text: [UInt8] = []
    private var passages: [Passage] = []
    private var sections: [Section] = []
    private var languages: [String] = []

    /// The capacity that the text begins with, in bytes: to grow is to copy.
    private let expectedBytes: Int
    private static let usualBytes = 96 << 10

    package init() { self.init(fileBytes: nil) }

    /// - Parameter fileBytes: The length of the file, if it is known: most texts are shorter.
    init(fileBytes: Int?) {
        expectedBytes = min(fileBytes ?? Self.usualBytes, Self.usualBytes)
    }

    /// Opens a section. Its heading may be given later.
    /// - Returns: Its number.
    package mutating func section(heading: String, parent: Int?) -> Int {
        sections.append(Section(heading: heading, parent: parent))
        return sections.count - 1
    }

    package mutating func setHeading(_ heading: String, of section: Int) {
        sections[section].heading = heading
    }

    /// Appends a passage, parted from the one before it by a blank line. Empty ones are dropped.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Throws: A ``Problem`` where the document grows beyond ``Limits/documentBytes``.
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

    /// Of a document whose text grows beyond ``Limits/documentBytes``.
    static var tooLong: Problem {
        Problem("a document of more than \(Limits.documentBytes >> 20) MB of text", suggestion: "split it into several")
    }

    /// The same, of one of several in a file.
    static func tooLong(line: Int) -> Problem {
        Problem(tooLong.message, suggestion: tooLong.suggestion, line: line)
    }

    private mutating func intern(_ language: String) -> Int {
        if let known = languages.lastIndex(of: language) { return known }
        languages.append(language)
        return languages.count - 1
    }

    /// The document, without metadata and ledger. The builder keeps nothing of it.
    package consuming func finish(id: String, source: String) -> Document {
        Document(
            id: id, source: source, text: Text(utf8: text), passages: passages, sections: sections,
            languages: languages)
    }
}
