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
    /// - Throws: A ``Problem`` if a list without a language gets one beside it and the codebook has no main language.
    func write(to field: inout ByLanguage<[Indicator]>, main: String?, adding: Bool) throws {
        guard !words.isEmpty else { return }
        try field.change(in: language, main: main) { present in
            let kept = adding ? present ?? [] : []
            let new = words.filter { !$0.isEmpty }.map { Indicator($0) }.filter { !kept.contains($0) }
            return kept.isEmpty && new.isEmpty ? nil : kept + new
        }
    }
}
