import TemaModel
import TemaReport

/// A document as the page shows it.
enum DocumentJSON {
    static func document(_ opened: OpenDocument) -> JSON {
        let document = opened.document
        let metadata = document.metadata
        return .object([
            "id": .string(document.id), "title": .string(metadata.title), "hash": .string(opened.hash),
            "language": .string(metadata.language), "author": .string(author(of: document)),
            "year": .number(metadata.year), "variables": variables(of: document),
            "passages": .list(document.passages.map { passage($0, opened) }),
        ])
    }

    static func variables(of document: Document) -> JSON {
        .object(
            Dictionary(
                document.metadata.variables.map { ($0.name, .string($0.values.joined(separator: "; "))) },
                uniquingKeysWith: { first, _ in first }))
    }

    static func author(of document: Document) -> String? { Citation.byline(document.metadata.authors) }

    private static func passage(_ passage: Passage, _ opened: OpenDocument) -> JSON {
        let document = opened.document
        return .object([
            "kind": .string(passage.kind.rawValue), "type": .string(passage.sectionType.rawValue),
            "level": .number(passage.kind == .heading ? depth(of: passage.section, in: document) : 0),
            "section": .strings(document.sectionPath(of: passage)),
            "language": .string(document.language(of: passage)),
            "start": .number(opened.offsets.scalars(at: passage.span.lowerBound)),
            "text": .string(document.string(of: passage)),
        ])
    }

    private static func depth(of section: Int?, in document: Document) -> Int {
        var (depth, next) = (0, section)
        while let index = next {
            depth += 1
            next = document.sections[index].parent
        }
        return max(1, depth)
    }
}
