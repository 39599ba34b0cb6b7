public import TemaModel

extension Codebook {
    /// Returns the codebook with names, definitions and indicators in one language only.
    ///
    /// Text without a language is kept. A name or definition that exists only in other languages is kept too;
    /// indicators in other languages are removed. Removed text is added to the losses.
    ///
    /// - Parameter language: A language tag; for indicators only its primary subtag is compared.
    public func localized(to language: String, _ losses: inout Losses) -> Codebook {
        var copy = self
        copy.title = title.localized(to: language, "title", losses: &losses)
        copy.description = description.localized(to: language, "description", losses: &losses)
        copy.codes = codes.map { $0.localized(to: language, &losses) }
        return copy
    }
}

extension Code {
    fileprivate func localized(to language: String, _ losses: inout Losses) -> Code {
        var copy = self
        copy.name = name.localized(to: language, "name", losses: &losses)
        copy.definition = definition.localized(to: language, "definition", losses: &losses)
        copy.include = include.localized(to: language, "include", losses: &losses)
        copy.exclude = exclude.localized(to: language, "exclude", losses: &losses)
        copy.indicators.entries.removeAll { list in
            guard let other = list.language, LanguageTag.primary(other) != LanguageTag.primary(language) else {
                return false
            }
            losses.add("indicator (\(other))", "skipped: in another language", count: list.value.count)
            return true
        }
        copy.codes = codes.map { $0.localized(to: language, &losses) }
        return copy
    }
}

extension ByLanguage<String> {
    fileprivate func localized(to language: String, _ what: String, losses: inout Losses) -> ByLanguage<String> {
        guard entries.count > 1, let value = value(in: language) else { return self }
        losses.add(what, "skipped: in another language", count: entries.count - 1)
        return ByLanguage(value)
    }
}
