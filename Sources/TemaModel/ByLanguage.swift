/// Something a codebook says once, or once for each language.
public struct ByLanguage<Value: Sendable & Hashable>: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// A language tag as written (`en`, `id`, `pt-BR`), or nothing where no language was named.
        public var language: String?
        public var value: Value

        public init(language: String?, value: Value) {
            self.language = language
            self.value = value
        }
    }

    /// In the order they were written.
    public var entries: [Entry]

    public init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// One value, for any language.
    public init(_ value: Value) {
        self.entries = [Entry(language: nil, value: value)]
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// The value for a language, else the one written first.
    public func value(in language: String?) -> Value? {
        let wanted = language.map(LanguageTag.primary)
        return (entries.first { $0.language.map(LanguageTag.primary) == wanted } ?? entries.first)?.value
    }
}

/// Language tags, compared by what they begin with: `pt-BR` is `pt`.
public enum LanguageTag {
    /// The primary subtag in lower case: `en` of `en-GB`, `EN` or `en_US`.
    public static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
}
