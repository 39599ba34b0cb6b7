import TemaModel

/// A reference in APA style (*Publication Manual of the American Psychological Association*, 7th ed., 2020, chapters 9
/// and 10), in plain text without italics.
///
/// Titles keep their capitals, because names in them cannot be recognised reliably.
struct APAReference {
    let authors: String
    let title: String
    let year: Int?
    private let source: String
    private let doi: String?

    /// Creates the reference of an article.
    ///
    /// - Parameter id: The document id, used if there is no title.
    init(_ metadata: Metadata, id: String) {
        authors = Self.byline(metadata.authors.map(PersonName.init).filter { !$0.family.isEmpty })
        title = Self.line(metadata.title) ?? "[\(id.visible())]"
        year = metadata.year
        source = Self.source(metadata)
        doi = Self.line(metadata.doi)
    }

    /// Whether both references have the same in-text citation, so that letters must distinguish them.
    func isCited(like other: APAReference) -> Bool {
        authors == other.authors && year == other.year && !authors.isEmpty
    }

    /// Returns the reference.
    ///
    /// - Parameter letter: The letter after the year that distinguishes it from other references with the same
    ///   citation.
    func text(letter: String = "") -> String {
        let date = year.map { "(\($0)\(letter))." } ?? (letter.isEmpty ? "(n.d.)." : "(n.d.-\(letter)).")
        let opening = authors.isEmpty ? [Self.ended(title), date] : [Self.ended(authors), date, Self.ended(title)]
        let link = doi.map { [$0.hasPrefix("http") ? $0 : "https://doi.org/\($0)"] } ?? []
        return (opening + (source.isEmpty ? [] : [Self.ended(source)]) + link).joined(separator: " ")
    }

    /// Returns up to 20 authors; of more, the first 19 and the last.
    private static func byline(_ names: [PersonName]) -> String {
        let shown = names.map { name in
            [name.family, name.initials, name.suffix].compactMap(\.self).joined(separator: ", ")
        }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.count > 20
            ? shown.prefix(19).joined(separator: ", ") + ", . . . " + last
            : shown.dropLast().joined(separator: ", ") + ", & " + last
    }

    private static func source(_ metadata: Metadata) -> String {
        let issue = line(metadata.issue).map { "(\($0))" } ?? ""
        let volume = line(metadata.volume).map { $0 + issue } ?? (issue.isEmpty ? nil : issue)
        return [line(metadata.journal), volume, line(metadata.pages).map(pages)].compactMap(\.self)
            .joined(separator: ", ")
    }

    /// Returns a range of pages with an en dash, or an article number.
    private static func pages(_ pages: String) -> String {
        let parts = pages.split { $0 == "-" || $0 == "–" }
        if parts.count == 2 { return parts.map { $0.trimmed }.joined(separator: "–") }
        let isNumber = parts.count == 1 && (pages.count >= 5 || pages.first?.isLetter == true)
        return isNumber ? "Article \(pages)" : pages
    }

    private static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        let line = text.visible().split(separator: " ").joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    private static func ended(_ text: String) -> String {
        text.last.map { ".?!…".contains($0) } ?? true ? text : text + "."
    }
}

extension Substring {
    /// The substring with spaces removed from both ends and runs of spaces collapsed.
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
