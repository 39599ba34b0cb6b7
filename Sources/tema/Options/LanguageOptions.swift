import ArgumentParser
import TemaModel

/// The option of the language in which results are shown.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            "Language of labels, notes and code names: \(Self.known). By default labels are in the codebook's language.",
            valueName: "tag"))
    var tag: String?

    private static let known = DisplayLanguage.all.map(\.tag).joined(separator: ", ")

    /// Returns the language of labels and notes.
    ///
    /// - Parameter codes: The codes of the codebook, or nil if the command has none.
    /// - Throws: An error if there are neither labels nor code names in the language of the option.
    func language(_ codes: CodeList?) throws -> DisplayLanguage {
        guard let tag else { return codes?.codebook.language.flatMap(DisplayLanguage.named) ?? .english }
        if let language = DisplayLanguage.named(tag) { return language }
        guard let codes, codes.entries.contains(where: { $0.code.name.has(tag) }) else {
            throw ValidationError(
                "no labels\(codes == nil ? "" : " or code names") in the language “\(tag)”; labels exist in \(Self.known)"
            )
        }
        return .english
    }
}
