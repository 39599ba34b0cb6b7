import TemaModel

/// An article in a list of references, as the *Publication Manual of the American Psychological Association* (7th ed.,
/// 2020, chapters 9 and 10) has them, in plain text: what would be italic is not.
///
/// Titles are as they were written: nobody but a person can tell names in them from words that lose their capitals.
struct APAReference {
    let authors: String
    let title: String
    let year: Int?
    private let source: String
    private let doi: String?

    /// - Parameter id: What a document without a title is called by.
    init(_ metadata: Metadata, id: String) {
        authors = Self.byline(metadata.authors.map(PersonName.init).filter { !$0.family.isEmpty })
        title = Self.line(metadata.title) ?? "[\(id.visible())]"
        year = metadata.year
        source = Self.source(metadata)
        doi = Self.line(metadata.doi)
    }

    /// Whether a text cites both by the same words, so that a letter has to tell them apart.
    func isCited(like other: APAReference) -> Bool {
        authors == other.authors && year == other.year && !authors.isEmpty
    }

    /// - Parameter letter: What tells it from other articles of the same authors and year.
    func text(letter: String = "") -> String {
        let date = year.map { "(\($0)\(letter))." } ?? (letter.isEmpty ? "(n.d.)." : "(n.d.-\(letter)).")
        let opening = authors.isEmpty ? [Self.ended(title), date] : [Self.ended(authors), date, Self.ended(title)]
        let link = doi.map { [$0.hasPrefix("http") ? $0 : "https://doi.org/\($0)"] } ?? []
        return (opening + (source.isEmpty ? [] : [Self.ended(source)]) + link).joined(separator: " ")
    }

    /// Up to twenty authors are all named; of more the first nineteen and the last.
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

    /// A range of pages with its dash, or an article's number.
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
    /// Without the spaces around it.
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
