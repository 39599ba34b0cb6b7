extension ByLanguage {
    /// Replaces or removes the value in a language.
    ///
    /// - Parameters:
    ///   - value: The new value, or nil to remove the value.
    ///   - language: The language tag; nil for the value without a language or, if there is none, for that in the main
    ///     language.
    ///   - main: The codebook's main language.
    /// - Throws: A ``Problem`` if a value without a language would get one beside it, and its language is not known.
    package mutating func replace(_ value: Value?, in language: String?, main: String?) throws(Problem) {
        let plain = entries.firstIndex { $0.language == nil }
        let usual = isEmpty || plain != nil ? nil : main ?? entries[0].language
        let tag = language ?? usual
        if tag != nil, let plain {
            guard let main else {
                throw Problem(
                    "the present text has no language",
                    suggestion:
                        "set language: in the codebook first, with `tema codebook export`, an editor and `tema codebook import`"
                )
            }
            entries[plain].language = main
        }
        switch (entries.firstIndex { $0.language == tag }, value) {
        case (let index?, let value?): entries[index].value = value
        case (let index?, nil): entries.remove(at: index)
        case (nil, let value?): entries.append(Entry(language: tag, value: value))
        case (nil, nil): break
        }
    }
}
