import TemaFormats
import TemaModel

/// The roles of the columns of a word table, derived from their names.
struct DelimitedColumns {
    private enum Role {
        case category(separators: Set<Character>)
        case entry, name, definition, language
        case rowNumber
        case unknown
    }

    private let header: [String]
    private let roles: [Role]

    private static let entries: Set<String> = [
        "indicator", "indicators", "word", "words", "term", "terms", "pattern", "patterns", "entry", "entries", "token",
        "tokens", "keyword", "keywords", "phrase", "phrases", "expression", "lemma", "stem", "ngram", "feature",
    ]
    private static let categories: Set<String> = [
        "category", "categories", "sentiment", "emotion", "topic", "class", "dimension", "theme", "concept", "group",
        "label", "tag", "key", "construct", "domain", "subcategory", "subtheme", "subtopic", "level",
    ]

    /// Determines the roles of a table's columns.
    ///
    /// - Throws: A ``Problem`` if no column contains categories, or none contains words or definitions.
    init(_ table: DelimitedText) throws(Problem) {
        header = table.header
        roles = table.header.map(Self.role)
        let hasCategory = roles.contains { if case .category = $0 { true } else { false } }
        // A list of codes with definitions needs no column of words.
        let hasSome = roles.contains {
            switch $0 {
            case .entry, .definition: true
            default: false
            }
        }
        guard hasCategory, hasSome else {
            throw Problem(
                "no column of \(hasCategory ? "words" : "categories") is among \(header.joined(separator: ", "))",
                suggestion: "name one of them “\(hasCategory ? "word" : "category")”", line: 1)
        }
    }

    /// Returns the role of a column. Digits and punctuation in its name are ignored: `Category 2`, `sub-category`.
    private static func role(_ header: String) -> Role {
        let letters = String(header.undefused.lowercased().filter(\.isLetter))
        switch letters {
        case "code", "codes": return .category(separators: ["/"])
        case "path": return .category(separators: ["/", ">"])
        case "name", "codename": return .name
        case "definition", "description", "meaning": return .definition
        case "language", "lang": return .language
        case _ where entries.contains(letters): return .entry
        case _ where categories.contains(letters): return .category(separators: [">"])
        default: return header.trimmedOfSpace.isEmpty ? .rowNumber : .unknown
        }
    }

    /// Whether a header has a column of words.
    static func hasWords(_ header: [String]) -> Bool {
        header.contains { if case .entry = role($0) { true } else { false } }
    }

    func add(_ row: DelimitedText.Row, to tree: inout CategoryTree, losses: inout Losses) throws(Problem) {
        var path: [String] = []
        var (entries, name, definition, language) = ([String](), "", "", "")
        for (column, role) in roles.enumerated() {
            let field = row.fields[column].undefused.replacing("\r", with: "\n").trimmedOfSpace
            guard !field.isEmpty else { continue }
            switch role {
            case .category(let separators): path += Self.parts(field, separators)
            case .entry: entries.append(field)
            case .name: name = field
            case .definition: definition = field
            case .language: language = field
            case .rowNumber: break
            case .unknown: losses.add("column “\(header[column])”", "skipped: a codebook has no field for it")
            }
        }
        guard !path.isEmpty else {
            throw Problem("this row has no category", suggestion: "add a category to every row", line: row.line)
        }
        let code = try tree.node(path, line: row.line)
        if !tree.describe(code, name: name, definition: definition) {
            losses.add("name or definition", "skipped: an earlier row of the code has a different one")
        }
        if !language.isEmpty, !YAMLFields.isLanguageTag(language) {
            losses.add("language “\(language)”", "skipped: not a language tag such as en, id or pt-BR")
            language = ""
        }
        for entry in entries { tree.add(.init(entry, language: language.isEmpty ? nil : language), to: code) }
    }

    private static func parts(_ field: String, _ separators: Set<Character>) -> [String] {
        field.split { separators.contains($0) }.map(\.trimmedOfSpace).filter { !$0.isEmpty }
    }
}
