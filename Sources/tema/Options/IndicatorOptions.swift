import ArgumentParser
import TemaModel

/// Indicators that are written in a command, and the language of what is written in it.
struct IndicatorOptions: ParsableArguments {
    @Option(
        name: .customLong("indicator"),
        help: ArgumentHelp("Words by which the code is found. Repeat the option for several.", valueName: "words"))
    var words: [String] = []
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Language of the texts. By default the codebook's main language.", valueName: "tag"))
    var language: String?

    /// Writes the indicators to a code's. An empty text removes those in the language.
    ///
    /// - Parameters:
    ///   - main: The codebook's main language.
    ///   - adding: Whether the present indicators in the language are kept.
    /// - Throws: A `ValidationError` if a list without a language gets one beside it and the codebook has no main language.
    func write(to field: inout ByLanguage<[Indicator]>, main: String?, adding: Bool) throws {
        guard !words.isEmpty else { return }
        try change(&field, main) { present in
            let kept = adding ? present ?? [] : []
            let new = words.filter { !$0.isEmpty }.map { Indicator($0) }.filter { !kept.contains($0) }
            return kept.isEmpty && new.isEmpty ? nil : kept + new
        }
    }

    /// Changes the value in the language; without a language, the value without one or that in the main language.
    ///
    /// - Parameter new: Returns the new value, or nil to remove it, for the present one.
    func change<Value>(_ field: inout ByLanguage<Value>, _ main: String?, _ new: (Value?) -> Value?) throws {
        let plain = field.entries.firstIndex { $0.language == nil }
        let usual = field.isEmpty || plain != nil ? nil : main ?? field.entries[0].language
        let tag = language ?? usual
        if tag != nil, let plain {
            guard let main else {
                throw ValidationError(
                    "the present text has no language; set language: in the codebook first, with `tema codebook export`, "
                        + "an editor and `tema codebook import`")
            }
            field.entries[plain].language = main
        }
        let index = field.entries.firstIndex { $0.language == tag }
        switch (index, new(index.map { field.entries[$0].value })) {
        case (let index?, let value?): field.entries[index].value = value
        case (let index?, nil): field.entries.remove(at: index)
        case (nil, let value?): field.entries.append(.init(language: tag, value: value))
        case (nil, nil): break
        }
    }
}
