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
