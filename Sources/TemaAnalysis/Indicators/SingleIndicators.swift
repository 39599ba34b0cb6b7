import TemaModel

extension CodeList {
    /// The same indicators, each as a code of its own with the indicator's number: coded with it, no match is taken out for
    /// lying inside another indicator's.
    ///
    /// Each keeps the languages of its code's other lists, without their indicators, so that it is tried where it was.
    public var byIndicator: CodeList {
        let codes = indicators.enumerated().map { number, owned in
            var lists = entries[owned.code].code.indicators.entries.map {
                ByLanguage<[Indicator]>.Entry(language: $0.language, value: [])
            }
            if let at = lists.firstIndex(where: { $0.language == owned.language }) {
                lists[at].value = [owned.indicator]
            }
            return Code(id: String(number), indicators: ByLanguage(entries: lists))
        }
        return CodeList(Codebook(id: codebook.id, version: codebook.version, codes: codes))
    }
}
