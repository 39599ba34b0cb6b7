import TemaModel

/// The text of an article's section, for a table cell.
enum SectionText {
    private static let kinds = PassageKind.codedByDefault.filter { $0 != .title }

    /// Returns the prose of a section in the language in which it begins, or nil if the document has no such section.
    ///
    /// - Parameters:
    ///   - document: The article.
    ///   - section: A section type, or a heading (ignoring case).
    ///   - length: The maximum length in Unicode scalars, or 0 for no limit. A longer text is cut after a word if
    ///     possible and ends in `…`.
    static func of(_ document: Document, _ section: String, length: Int) -> String? {
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
