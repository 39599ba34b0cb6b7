import TemaModel

/// What an article says in one of its sections, as a cell of a table holds it.
enum SectionText {
    private static let kinds = PassageKind.codedByDefault.subtracting([.title])

    /// The prose of a section in the language it begins in; nothing where the document has no such section.
    ///
    /// - Parameters:
    ///   - section: A section type, or a heading without regard to case.
    ///   - length: Unicode scalars that are kept, whole words if it can be, `…` behind them; all where it is 0.
    package static func of(_ document: Document, _ section: String, length: Int) -> String? {
        let wanted = section.lowercased()
        let found = document.passages.filter { passage in
            kinds.contains(passage.kind)
                && (passage.sectionType.rawValue == wanted
                    || document.sectionPath(of: passage).contains { $0.lowercased() == wanted })
        }
        guard let first = found.first else { return nil }
        var text = ""
        for passage in found where passage.language == first.language {
            text += (text.isEmpty ? "" : " ") + document.string(of: passage)
            if length > 0, text.unicodeScalars.count > length { return cut(text, to: length) }
        }
        return text
    }

    private static func cut(_ text: String, to length: Int) -> String {
        let kept = text.unicodeScalars.prefix(length)
        let words = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
        return String(words.count > length / 2 ? words : kept) + "…"
    }
}
