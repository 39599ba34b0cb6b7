/// A tree of codes with what each means and how it is found.
public struct Codebook: Sendable, Hashable {
    public var id: String
    public var title: ByLanguage<String>
    public var version: String
    public var language: String?
    /// Names of the tree's levels, from the top (concept, category, theme).
    public var levels: [String]
    public var source: String?
    public var description: ByLanguage<String>
    public var memo: String?
    public var codes: [Code]

    public init(
        id: String, title: ByLanguage<String> = ByLanguage(), version: String = "1", language: String? = nil,
        levels: [String] = [], source: String? = nil, description: ByLanguage<String> = ByLanguage(),
        memo: String? = nil, codes: [Code] = []
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.language = language
        self.levels = levels
        self.source = source
        self.description = description
        self.memo = memo
        self.codes = codes
    }

    /// The name under which this codebook codes: `id@version`.
    public var coder: String { "\(id)@\(version)" }
}

/// A code of a codebook: a concept, category or theme, known by its path of ids.
public struct Code: Sendable, Hashable {
    /// Where a code's wording comes from.
    public enum Provenance: String, Sendable, Hashable, CaseIterable {
        /// The source reports it.
        case reported
        /// This codebook made it to be able to code.
        case operationalised
    }

    public var id: String
    public var name: ByLanguage<String>
    public var definition: ByLanguage<String>
    public var include: ByLanguage<String>
    public var exclude: ByLanguage<String>
    /// `#rrggbb`.
    public var color: String?
    public var provenance: Provenance?
    public var indicators: ByLanguage<[Indicator]>
    /// Passages in which the code must be found.
    public var examples: ByLanguage<[String]>
    /// Passages in which it must not.
    public var counterexamples: ByLanguage<[String]>
    public var memo: String?
    public var codes: [Code]

    public init(
        id: String, name: ByLanguage<String> = ByLanguage(), definition: ByLanguage<String> = ByLanguage(),
        include: ByLanguage<String> = ByLanguage(), exclude: ByLanguage<String> = ByLanguage(), color: String? = nil,
        provenance: Provenance? = nil, indicators: ByLanguage<[Indicator]> = ByLanguage(),
        examples: ByLanguage<[String]> = ByLanguage(), counterexamples: ByLanguage<[String]> = ByLanguage(),
        memo: String? = nil, codes: [Code] = []
    ) {
        self.id = id
        self.name = name
        self.definition = definition
        self.include = include
        self.exclude = exclude
        self.color = color
        self.provenance = provenance
        self.indicators = indicators
        self.examples = examples
        self.counterexamples = counterexamples
        self.memo = memo
        self.codes = codes
    }
}

/// Words by which a code is found: `want* to live`, `reason* NEAR/4 live`, with what limits them.
public struct Indicator: Sendable, Hashable {
    /// The indicator as written.
    public var match: String
    /// A match that overlaps a match of one of these is dropped.
    public var unless: [String]
    /// The kinds of passages it counts in; all where there are none.
    public var kinds: [PassageKind]
    /// The types of sections it counts in; all where there are none.
    public var sections: [SectionType]

    public init(
        _ match: String, unless: [String] = [], kinds: [PassageKind] = [], sections: [SectionType] = []
    ) {
        self.match = match
        self.unless = unless
        self.kinds = kinds
        self.sections = sections
    }
}
