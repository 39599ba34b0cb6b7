import TemaModel

/// A list of references.
public struct Bibliography: Sendable {
    /// The style of a list of references.
    public enum Style: String, CaseIterable, Sendable { case apa, bibtex }

    private var articles: [(id: String, metadata: Metadata)] = []

    /// Creates an empty list.
    public init() {}

    /// Adds an article.
    public mutating func add(_ document: Document) { articles.append((document.id, document.metadata)) }

    /// Returns an article's reference in APA style, as one line of plain text.
    public static func citation(_ document: Document) -> String {
        APAReference(document.metadata, id: document.id).text()
    }

    /// Returns the complete list.
    ///
    /// In APA style, there is one reference per line, sorted by authors, year and title. In BibTeX, the entries are
    /// in the order in which the articles were added.
    public func text(_ style: Style) -> String {
        switch style {
        case .apa: apa
        case .bibtex: bibtex
        }
    }

    private var apa: String {
        let sorted = articles.map { APAReference($0.metadata, id: $0.id) }.map { ($0, Self.order($0)) }
            .sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }.map(\.0)
        var lines = ""
        var number = 0
        for (index, article) in sorted.enumerated() {
            number = index > 0 && article.isCited(like: sorted[index - 1]) ? number + 1 : 0
            let isShared = number > 0 || index + 1 < sorted.count && article.isCited(like: sorted[index + 1])
            lines += article.text(letter: isShared ? Self.letter(number) : "") + "\n"
        }
        return lines
    }

    /// Returns the sort key of an article, ignoring case. Articles without a year sort before those with one.
    private static func order(_ article: APAReference) -> String {
        article.authors.isEmpty
            ? article.title.lowercased()
            : [article.authors.lowercased(), article.year.map(String.init) ?? "", article.title.lowercased()].joined(
                separator: "\u{1}")
    }

    /// Returns a to z, then aa, ab and so on.
    private static func letter(_ number: Int) -> String {
        let last = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26)))
        return number < 26 ? last : letter(number / 26 - 1) + last
    }

    /// The list in BibTeX. Of several articles with the same key, the second and later ones have a number after it.
    private var bibtex: String {
        var taken: Set<String> = []
        return articles.map { article in
            let entry = BibTeXEntry(article.metadata, id: article.id)
            var (key, number) = (entry.key, 1)
            while !taken.insert(key).inserted {
                number += 1
                key = "\(entry.key)-\(number)"
            }
            return entry.text(key: key)
        }.joined(separator: "\n")
    }
}
