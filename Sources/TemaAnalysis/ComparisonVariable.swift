import TemaModel

/// What codes are compared across: the groups that passages or documents fall into.
public enum ComparisonVariable: Sendable, Hashable {
    /// Each document is a group, known by its id.
    case article
    /// The section type of passages.
    case section
    /// The primary language subtag of passages.
    case language
    /// The kind of passages.
    case kind
    /// The other codes that a passage has: each code's passages are a group.
    case code
    /// Who made the codings by hand; see ``Comparison/add(_:byCoder:)``.
    case coder
    /// A metadata or front-matter variable of documents, by its name.
    case metadata(String)

    /// The group of those that have no value.
    static let none = "(none)"

    /// `article`, `section`, `language`, `kind`, `code` and `coder` name what their cases say; any other name is a metadata variable.
    public init(_ name: String) {
        self = Self.builtIn.first { $0.name == name } ?? .metadata(name)
    }

    public var name: String {
        switch self {
        case .article: "article"
        case .section: "section"
        case .language: "language"
        case .kind: "kind"
        case .code: "code"
        case .coder: "coder"
        case .metadata(let name): name
        }
    }

    private static let builtIn: [ComparisonVariable] = [.article, .section, .language, .kind, .code, .coder]

    /// The names of all variables that do not depend on the documents.
    package static let builtInNames = builtIn.map(\.name) + Metadata.builtInNames

    /// Whether each passage has its own group, not each document.
    var isOfPassages: Bool {
        switch self {
        case .section, .language, .kind, .code: true
        case .article, .coder, .metadata: false
        }
    }

    /// The groups that a document falls into with all its passages, each once.
    func groups(of document: Document) -> Set<String> {
        if self == .coder { return [] }
        let values = if case .metadata(let name) = self { document.metadata.values(of: name) } else { [document.id] }
        return Set(values.map(Self.named)).union(values.isEmpty ? [Self.none] : [])
    }

    /// The group that a passage falls into by itself.
    func group(of passage: Passage, in document: Document) -> String {
        switch self {
        case .section: passage.sectionType.rawValue
        case .kind: passage.kind.rawValue
        case .language: Self.named(LanguageTag.primary(document.language(of: passage) ?? ""))
        case .article, .code, .coder, .metadata: Self.none
        }
    }

    private static func named(_ value: String) -> String { value.isEmpty ? none : value }

    /// Whether one group's column comes before another's: section types and kinds in their own order, whole numbers such as
    /// years ascending, all else in byte order, and those without a value last.
    func precedes(_ left: String, _ right: String) -> Bool {
        let (rankLeft, rankRight) = (rank(left), rank(right))
        return rankLeft == rankRight ? left.utf8.lexicographicallyPrecedes(right.utf8) : rankLeft < rankRight
    }

    private func rank(_ group: String) -> Int {
        if group == Self.none { return .max }
        return switch self {
        case .section: SectionType.allCases.firstIndex { $0.rawValue == group } ?? 0
        case .kind: PassageKind.allCases.firstIndex { $0.rawValue == group } ?? 0
        case .metadata: Int(group) ?? .max - 1
        case .article, .language, .code, .coder: 0
        }
    }
}
