import TemaFormats
import TemaModel
internal import Yams

/// The YAML front matter of a text, between two lines of `---` at its start: metadata and user-defined variables.
struct FrontMatter {
    var id: String?
    var metadata = Metadata()
    /// The lines after the front matter. The slice keeps the indices of the complete text.
    var body: ArraySlice<Substring>

    /// Parses the front matter of a text, if it has one. A first line `---` without a closing line is text.
    ///
    /// - Throws: A ``Problem`` with the line in the file if the YAML is invalid.
    init(of lines: [Substring]) throws(Problem) {
        body = lines[...]
        guard lines.first.map(Self.trimmed) == "---" else { return }
        guard let close = lines.dropFirst().firstIndex(where: { ["---", "..."].contains(Self.trimmed($0)) }) else {
            return
        }
        body = lines[(close + 1)...]
        do throws(Problem) {
            guard let node = try SafeYAML.compose(lines[1..<close].joined(separator: "\n")) else { return }
            guard case .mapping(let mapping) = node else {
                throw Problem(
                    "not a list of names and values",
                    suggestion: "write lines like country: Indonesia",
                    line: 1)
            }
            for (key, value) in mapping { try keep(key, value) }
        } catch {
            throw Problem(
                "front matter: \(error.message)", suggestion: error.suggestion, line: (error.line ?? 0) + 1,
                column: error.column)
        }
    }

    /// The `id`, else the PMC id, the DOI, the PMID, the publisher id, or nil.
    var identity: String? {
        id ?? metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? metadata.publisherID
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }

    private mutating func keep(_ key: Node, _ value: Node) throws(Problem) {
        guard case .scalar(let name) = key else {
            throw Problem("a name must be text", line: key.mark?.line, column: key.mark?.column)
        }
        let values = try Self.values(value, of: name.string)
        guard !values.isEmpty else { return }
        set(name.string, values)
    }

    /// Sets a metadata field, or appends a variable if the name is not that of a field.
    mutating func set(_ name: String, _ values: [String]) {
        guard let first = values.first else { return }
        switch name {
        case "id", "document": id = first
        case "title": metadata.title = first
        case "authors", "author": metadata.authors = values
        case "year" where Int(first) != nil: metadata.year = Int(first)
        case "journal": metadata.journal = first
        case "volume": metadata.volume = first
        case "issue": metadata.issue = first
        case "pages": metadata.pages = first
        case "doi": metadata.doi = first
        case "pmid": metadata.pmid = first
        case "pmcid": metadata.pmcid = first
        case "publisher_id": metadata.publisherID = first
        case "language": metadata.language = first
        case "keywords": metadata.keywords = values
        case "article_type": metadata.articleType = first
        case "subjects": metadata.subjects = values
        case "licence", "license": metadata.licence = first
        default: metadata.variables.append(Metadata.Variable(name: name, values: values))
        }
    }

    /// Returns the scalars of a value as written; an empty array for an empty or null value.
    private static func values(_ node: Node, of name: String) throws(Problem) -> [String] {
        switch node {
        case .scalar(let scalar):
            return SafeYAML.isNull(node) ? [] : [scalar.string]
        case .sequence(let items):
            var values: [String] = []
            for item in items { values += try Self.values(item, of: name) }
            return values
        default:
            throw Problem(
                "“\(name)” contains names and values", suggestion: "write a text or a list of texts",
                line: node.mark?.line,
                column: node.mark?.column)
        }
    }
}
