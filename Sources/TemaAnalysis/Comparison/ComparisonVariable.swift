import TemaModel

/// A variable that divides passages or documents into groups.
public enum ComparisonVariable: Sendable, Hashable {
    /// The document id: each document is a group.
    case article
    /// The section type of passages.
    case section
    /// The primary language subtag of passages.
    case language
    /// The kind of passages.
    case kind
    /// The codes of passages: the passages of each code are a group.
    case code
    /// The coder of manual codings; see ``Comparison/add(_:byCoder:)``.
    case coder
    /// A metadata or front-matter variable of documents, by name.
    case metadata(String)
    /// The numbers of such a variable, divided after each of some numbers, ascending.
    case ranges(String, after: [Double])

    /// The group of units without a value.
    static let none = "(none)"

    /// Creates the built-in variable with this name (`article`, `section`, `language`, `kind`, `code` or `coder`),
    /// or a metadata variable for any other name.
    public init(_ name: String) {
        self = Self.builtIn.first { $0.name == name } ?? .metadata(name)
    }

    /// The name of the variable, as ``init(_:)`` accepts it.
    public var name: String {
        switch self {
        case .article: "article"
        case .section: "section"
        case .language: "language"
        case .kind: "kind"
        case .code: "code"
        case .coder: "coder"
        case .metadata(let name), .ranges(let name, _): name
        }
    }

    /// Returns a metadata variable with ranges of numbers as groups, or the same variable if there is no limit.
    ///
    /// - Parameter limits: The greatest numbers of the ranges, except of the last.
    public func divided(at limits: [Double]) -> ComparisonVariable {
        guard case .metadata(let name) = self, !limits.isEmpty else { return self }
        return .ranges(name, after: Set(limits).sorted())
    }

    /// The name that people read.
    public var label: Phrase {
        switch self {
        case .article: Phrase("article")
        case .section: Phrase("section")
        case .language: Phrase("language")
        case .kind: Phrase("kind")
        case .code: Phrase("code")
        case .coder: Phrase("coder")
        case .metadata("year"), .ranges("year", _): Phrase("year")
        case .metadata("journal"): Phrase("journal")
        case .metadata(let name), .ranges(let name, _): Phrase(verbatim: name)
        }
    }

    /// Returns the label of a group.
    static func label(ofGroup group: String) -> Phrase { group == none ? Phrase("(none)") : Phrase(verbatim: group) }

    private static let builtIn: [ComparisonVariable] = [.article, .section, .language, .kind, .code, .coder]

    /// The names of the built-in variables and of the built-in metadata variables.
    package static let builtInNames = builtIn.map(\.name) + Metadata.builtInNames

    /// Whether the variable groups passages instead of documents.
    package var isOfPassages: Bool {
        switch self {
        case .section, .language, .kind, .code: true
        case .article, .coder, .metadata, .ranges: false
        }
    }

    /// Returns the groups of a document as a whole.
    package func groups(of document: Document) -> Set<String> {
        if self == .coder { return [] }
        let values =
            switch self {
            case .metadata(let name): document.metadata.values(of: name)
            case .ranges(let name, let limits): document.metadata.values(of: name).map { Self.range($0, limits) }
            case .article, .section, .language, .kind, .code, .coder: [document.id]
            }
        return Set(values.map(Self.named)).union(values.isEmpty ? [Self.none] : [])
    }

    /// Returns the name of the range that a number is in, such as `≤ 2015` or `> 2015`. A text that is not a number is its
    /// own group.
    private static func range(_ value: String, _ limits: [Double]) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        func text(_ limit: Double) -> String {
            Int(exactly: limit).map(String.init) ?? limit.description
        }
        let index = limits.firstIndex { number <= $0 }
        let above = index.map { $0 - 1 } ?? limits.count - 1
        let parts = [above >= 0 ? "> \(text(limits[above]))" : nil, index.map { "≤ \(text(limits[$0]))" }]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// Returns the group of a passage.
    package func group(of passage: Passage, in document: Document) -> String {
        switch self {
        case .section: passage.sectionType.rawValue
        case .kind: passage.kind.rawValue
        case .language: Self.named(LanguageTag.primary(document.language(of: passage) ?? ""))
        case .article, .code, .coder, .metadata, .ranges: Self.none
        }
    }

    private static func named(_ value: String) -> String { value.isEmpty ? none : value }

    /// Whether the column of the group `left` is before that of `right`.
    ///
    /// Section types and kinds are in their declared order, integers such as years ascending, other values in byte
    /// order. The group without a value is last.
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
        case .ranges(_, let limits):
            limits.map { Self.range($0.description, limits) }.firstIndex(of: group) ?? limits.count
        case .article, .language, .code, .coder: 0
        }
    }
}
