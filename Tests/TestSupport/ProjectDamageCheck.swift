package import TemaExchange
package import TemaFormats
internal import TemaModel
package import Testing

/// Checks a property of every file, however damaged: it is rejected with a problem that contains its name, or read as a
/// valid project, with equal results each time.
package struct ProjectDamageCheck {
    /// The numbers of files that were read and rejected.
    package private(set) var (read, refused) = (0, 0)

    package init() {}

    package mutating func expect(
        _ format: any ProjectFormat.Type, _ path: InputPath, _ comment: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        do {
            let (one, other) = (try ProjectReading(format, path), try ProjectReading(format, path))
            let problems = [one, other].map { $0.problems.map(\.description) }
            #expect(one.project == other.project, comment, sourceLocation: sourceLocation)
            #expect(one.lost == other.lost && problems[0] == problems[1], comment, sourceLocation: sourceLocation)
            #expect(Self.isSound(one.project), "\(comment): \(one.project)", sourceLocation: sourceLocation)
            read += 1
        } catch {
            #expect(error.file != nil && !error.message.isEmpty, "\(comment): \(error)", sourceLocation: sourceLocation)
            refused += 1
        }
    }

    private static func isSound(_ project: Project) -> Bool {
        let lengths = project.documents.map { ($0.id, ScalarOffsets($0.text).count) }
        let length = Dictionary(lengths) { max($0, $1) }
        let ids = Set(project.codings.compactMap(\.id))
        return project.documents.allSatisfy(isSound)
            && project.codings.allSatisfy { coding in
                isSound(coding.place, length[coding.document]) && !coding.code.isEmpty && !coding.document.isEmpty
                    && (coding.id.map { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) } ?? true)
            }
            && project.memos.allSatisfy { if case .coding(let id) = $0.target { ids.contains(id) } else { true } }
    }

    /// Returns whether passages are in order, do not overlap, and begin and end at scalar boundaries.
    private static func isSound(_ document: Document) -> Bool {
        let bytes = document.text.utf8
        var end = 0
        for span in document.passages.map(\.span) {
            guard end <= span.lowerBound, !span.isEmpty, span.upperBound <= bytes.count else { return false }
            end = span.upperBound
            guard bytes[span.lowerBound] & 0xC0 != 0x80, end == bytes.count || bytes[end] & 0xC0 != 0x80 else {
                return false
            }
        }
        return true
    }

    /// - Parameter length: The length of the document in Unicode scalars, if the project contains it.
    private static func isSound(_ place: Project.Place, _ length: Int?) -> Bool {
        switch place {
        case .span(let span): span.lowerBound >= 0 && !span.isEmpty && span.upperBound <= length ?? .max
        case .spanOfQuote(let span, let quote): span.lowerBound >= 0 && !span.isEmpty && !quote.isEmpty
        case .quote(let quote, _, _): !quote.isEmpty
        case .passage(let number): number >= 0
        }
    }
}
