import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

/// The fields of a code that can be written in a command.
struct CodeFields: ParsableArguments {
    @Option(help: ArgumentHelp("Name that people read.", valueName: "text"))
    var name: String?
    @Option(help: ArgumentHelp("What the code means.", valueName: "text"))
    var definition: String?
    @Option(help: ArgumentHelp("When to apply the code.", valueName: "text"))
    var include: String?
    @Option(help: ArgumentHelp("When not to apply the code.", valueName: "text"))
    var exclude: String?
    @Option(help: ArgumentHelp("Colour, such as \"#2A9D8F\".", valueName: "colour"))
    var color: String?
    @Option(name: .customLong("note"), help: ArgumentHelp("Note in the codebook.", valueName: "text"))
    var memo: String?
    @OptionGroup var indicators: IndicatorOptions

    var isEmpty: Bool {
        [name, definition, include, exclude, color, memo].allSatisfy { $0 == nil } && indicators.words.isEmpty
    }

    /// Writes the fields that were passed to a code. An empty text removes a field.
    ///
    /// - Parameters:
    ///   - main: The codebook's main language.
    ///   - adding: Whether the code keeps its present indicators.
    /// - Throws: A ``Problem`` if a text without a language gets one beside it and the codebook has no main language.
    func write(to code: inout Code, main: String?, adding: Bool = false) throws {
        try set(name, in: &code.name, main)
        try set(definition, in: &code.definition, main)
        try set(include, in: &code.include, main)
        try set(exclude, in: &code.exclude, main)
        if let color { code.color = color.isEmpty ? nil : color }
        if let memo { code.memo = memo.isEmpty ? nil : memo }
        try indicators.write(to: &code.indicators, main: main, adding: adding)
    }

    private func set(_ text: String?, in field: inout ByLanguage<String>, _ main: String?) throws {
        guard let text else { return }
        try field.change(in: indicators.language, main: main) { _ in text.isEmpty ? nil : text }
    }
}

struct CodebookAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a code to a study's codebook.",
        discussion: "Example: tema codebook add interviews.tema loss/home --name Home --definition \"Loss of a home.\"")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Path of the new code: the path of an existing code and a new id, or a new id for the top level.")
    var path: String
    @OptionGroup var fields: CodeFields
    @OptionGroup var editing: EditingOptions

    func run() throws {
        let study = try editing.open(argument)
        let slash = path.lastIndex(of: "/")
        let codes = try study.codebook() == nil ? nil : CodebookFile(of: study).codes
        var parent: String?
        if let slash {
            guard let codes else { throw ValidationError("the study has no codes yet; add \(path[..<slash]) first") }
            parent = try codes.path(named: String(path[..<slash]))
        }
        var code = Code(id: slash.map { String(path[path.index(after: $0)...]) } ?? path)
        try fields.write(to: &code, main: codes?.codebook.language)
        let edit = CodebookEdit.add(code, under: parent)
        try editing.make(edit, in: study, argument.study) { _ in
            Receipt(
                "\(argument.study): \(edit.path) added", ["study": .text(argument.study), "code": .text(edit.path)])
        }
    }
}

struct CodebookDescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change the name, definition or other fields of a code.",
        discussion: """
            Example: tema codebook edit interviews.tema loss --definition "Loss of a person, a home or a hope."

            An empty text ("") removes a field. --indicator replaces the indicators of the code; with --add, it adds to them. \
            `tema codebook rename` changes the id.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String
    @OptionGroup var fields: CodeFields
    @Flag(help: "Add the indicators to those that the code has.")
    var add = false
    @OptionGroup var editing: EditingOptions

    func validate() throws {
        if fields.isEmpty { throw ValidationError("pass the fields to change, such as --definition") }
        if add, fields.indicators.words.isEmpty { throw ValidationError("--add needs --indicator") }
    }

    func run() throws {
        let study = try editing.open(argument)
        let codes = try CodebookFile(of: study).codes
        let path = try codes.path(named: code)
        guard let entry = codes.entries.first(where: { $0.path == path }) else { return }
        var edited = entry.code
        try fields.write(to: &edited, main: codes.codebook.language, adding: add)
        try editing.make(.describe(path, as: edited), in: study, argument.study) { _ in
            Receipt("\(argument.study): \(path) changed", ["study": .text(argument.study), "code": .text(path)])
        }
    }
}
