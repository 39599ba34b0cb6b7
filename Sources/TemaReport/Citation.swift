import TemaModel

/// Short citations of articles.
package enum Citation {
    /// Returns a citation such as `Maas & Roe 2019`, or nil if no author is known.
    package static func short(_ metadata: Metadata) -> String? { short(metadata.authors, metadata.year) }

    static func short(_ authors: [String], _ year: Int?) -> String? {
        byline(authors).map { "\($0) \(year.map(String.init) ?? "n.d.")" }
    }

    /// Returns the authors in short form, such as `Maas & Roe`, or nil if no author is known.
    package static func byline(_ authors: [String]) -> String? {
        let names = authors.prefix(3).map { String($0.prefix { $0 != "," }.prefix(40)) }
        guard let first = names.first, !first.isEmpty else { return nil }
        return switch names.count {
        case 1: first
        case 2: "\(first) & \(names[1])"
        default: "\(first) et al."
        }
    }

    /// Returns the articles' labels, each followed by the article's id if other articles have the same label.
    static func unique(_ labels: [String: String]) -> [String: String] {
        let counts = labels.values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return Dictionary(
            uniqueKeysWithValues: labels.map { ($0, counts[$1] == 1 ? $1 : "\($1) (\($0))") })
    }
}
