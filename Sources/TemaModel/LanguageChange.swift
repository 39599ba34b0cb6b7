extension ByLanguage {
    /// Changes the value in a language.
    ///
    /// - Parameters:
    ///   - language: The language tag; nil for the value without a language or, if there is none, for that in the main
    ///     language.
    ///   - main: The codebook's main language.
    ///   - new: Returns the new value, or nil to remove it, for the present one.
    /// - Throws: A ``Problem`` if a value without a language would get one beside it, and its language is not known.
    package mutating func change(
        in language: String?, main: String?, _ new: (Value?) -> Value?
    ) throws(Problem) {
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
        let index = entries.firstIndex { $0.language == tag }
        switch (index, new(index.map { entries[$0].value })) {
        case (let index?, let value?): entries[index].value = value
        case (let index?, nil): entries.remove(at: index)
        case (nil, let value?): entries.append(Entry(language: tag, value: value))
        case (nil, nil): break
        }
    }
}
