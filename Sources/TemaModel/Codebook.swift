/// A tree of codes, with each code's definition and the indicators by which it is found.
public struct Codebook: Sendable, Hashable {
    /// The id, part of the name of the automatic coder (see ``coder``).
    public var id: String
    /// The title that people read.
    public var title: ByLanguage<String>
    /// The version as written, part of the name of the automatic coder (see ``coder``).
    public var version: String
    /// The codebook's main language tag, or nil if it names none.
    public var language: String?
    /// Whether accents of Latin, Greek and Cyrillic letters are ignored when texts are compared with indicators.
    public var ignoresAccents: Bool
    /// Names of the tree's levels from the top, such as concept, category, theme.
    public var levels: [String]
    /// The publication or data that the codebook comes from, or nil.
    public var source: String?
    /// What the codebook is about and how to use it.
    public var description: ByLanguage<String>
    /// The researcher's note on the codebook, or nil.
    public var memo: String?
    /// The top-level codes, in order.
    public var codes: [Code]

    /// Creates a codebook.
    public init(
        id: String, title: ByLanguage<String> = ByLanguage(), version: String = "1", language: String? = nil,
        ignoresAccents: Bool = false, levels: [String] = [], source: String? = nil,
        description: ByLanguage<String> = ByLanguage(),
        memo: String? = nil, codes: [Code] = []
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.language = language
        self.ignoresAccents = ignoresAccents
        self.levels = levels
        self.source = source
        self.description = description
        self.memo = memo
        self.codes = codes
    }

    /// The name of the automatic coder that uses this codebook: `id@version`.
    public var coder: String { "\(id)@\(version)" }
}

/// A code of a codebook: a concept, category or theme. It is identified by the path of its ids.
public struct Code: Sendable, Hashable {
    /// The origin of a code's wording.
    public enum Provenance: String, Sendable, Hashable, CaseIterable {
        /// The wording is reported by the source.
        case reported
        /// The wording was made for this codebook, so that the code can be applied.
        case operationalised
    }

    /// The id, unique among the codes with the same parent.
    public var id: String
    /// The name that people read.
    public var name: ByLanguage<String>
    /// What the code means.
    public var definition: ByLanguage<String>
    /// When to apply the code.
    public var include: ByLanguage<String>
    /// When not to apply the code.
    public var exclude: ByLanguage<String>
    /// The colour as `#rrggbb`, or nil.
    public var color: String?
    /// The origin of the wording, or nil if unknown.
    public var provenance: Provenance?
    /// The indicators by which the code is found, by language.
    public var indicators: ByLanguage<[Indicator]>
    /// Passages in which the code must be found.
    public var examples: ByLanguage<[String]>
    /// Passages in which the code must not be found.
    public var counterexamples: ByLanguage<[String]>
    /// The researcher's note on the code, or nil.
    public var memo: String?
    /// The GUID by which other programs know the code, whatever its name: hexadecimal digits in capitals, in groups of 8, 4,
    /// 4, 4 and 12. Nil if it is derived from the path.
    public var guid: String?
    /// Whether programs offer the code for coding, or nil if its level decides. Other codes only group the codes below them.
    public var isCodable: Bool?
    /// The codes directly below this one, in order.
    public var codes: [Code]

    /// Creates a code.
    public init(
        id: String, name: ByLanguage<String> = ByLanguage(), definition: ByLanguage<String> = ByLanguage(),
        include: ByLanguage<String> = ByLanguage(), exclude: ByLanguage<String> = ByLanguage(), color: String? = nil,
        provenance: Provenance? = nil, indicators: ByLanguage<[Indicator]> = ByLanguage(),
        examples: ByLanguage<[String]> = ByLanguage(), counterexamples: ByLanguage<[String]> = ByLanguage(),
        memo: String? = nil, guid: String? = nil, isCodable: Bool? = nil, codes: [Code] = []
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
        self.guid = guid
        self.isCodable = isCodable
        self.codes = codes
    }
}

/// Words by which a code is found, such as `want* to live` or `reason* NEAR/4 live`, with optional restrictions.
public struct Indicator: Sendable, Hashable {
    /// The indicator as written.
    public var match: String
    /// Exceptions: a match that overlaps a match of one of these is dropped.
    public var unless: [String]
    /// The kinds of passages in which the indicator counts; all kinds if empty.
    public var kinds: [PassageKind]
    /// The types of sections in which the indicator counts; all types if empty.
    public var sections: [SectionType]
    /// Whether a match must be inside one sentence.
    public var isWithinSentence: Bool

    /// Creates an indicator from its text and restrictions.
    public init(
        _ match: String, unless: [String] = [], kinds: [PassageKind] = [], sections: [SectionType] = [],
        isWithinSentence: Bool = false
    ) {
        self.match = match
        self.unless = unless
        self.kinds = kinds
        self.sections = sections
        self.isWithinSentence = isWithinSentence
    }
}

/// A value of a codebook, written once or once for each language.
public struct ByLanguage<Value: Sendable & Hashable>: Sendable, Hashable {
    /// A value and its language.
    public struct Entry: Sendable, Hashable {
        /// A language tag as written (`en`, `id`, `pt-BR`), or nil if no language was named.
        public var language: String?
        /// The value in that language.
        public var value: Value

        /// Creates an entry from its language tag and value.
        public init(language: String?, value: Value) {
            self.language = language
            self.value = value
        }
    }

    /// The entries in the order in which they were written.
    public var entries: [Entry]

    /// Creates a value from its entries.
    public init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// Creates one value for any language.
    public init(_ value: Value) {
        self.entries = [Entry(language: nil, value: value)]
    }

    /// Whether there are no entries.
    public var isEmpty: Bool { entries.isEmpty }

    /// Returns whether there is a value in a language.
    public func has(_ language: String) -> Bool {
        let wanted = LanguageTag.primary(language)
        return entries.contains { $0.language.map(LanguageTag.primary) == wanted }
    }

    /// Returns the value for a language, or the value written first if that language has no entry.
    ///
    /// Languages are compared by their primary subtags. The result is nil only if there are no entries.
    public func value(in language: String?) -> Value? {
        let wanted = language.map(LanguageTag.primary)
        return (entries.first { $0.language.map(LanguageTag.primary) == wanted } ?? entries.first)?.value
    }
}

/// Comparison of language tags by their primary subtag: `pt-BR` equals `pt`.
public enum LanguageTag {
    /// Returns the primary subtag in lower case: `en` for `en-GB`, `EN` or `en_US`.
    public static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
}
