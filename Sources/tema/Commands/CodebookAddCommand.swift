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
    @Option(
        name: .customLong("indicator"),
        help: ArgumentHelp("Words by which the code is found. Repeat the option for several.", valueName: "words"))
    var indicators: [String] = []
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Language of the texts. By default the codebook's main language.", valueName: "tag"))
    var language: String?

    var isEmpty: Bool {
        [name, definition, include, exclude, color, memo].allSatisfy { $0 == nil } && indicators.isEmpty
    }

    /// Writes the fields that were passed to a code. An empty text removes a field.
    ///
    /// - Parameter main: The codebook's main language.
    /// - Throws: A `ValidationError` if a text without a language gets one beside it and the codebook has no main language.
    func write(to code: inout Code, main: String?) throws {
        try set(name, in: &code.name, main)
        try set(definition, in: &code.definition, main)
        try set(include, in: &code.include, main)
        try set(exclude, in: &code.exclude, main)
        if let color { code.color = color.isEmpty ? nil : color }
        if let memo { code.memo = memo.isEmpty ? nil : memo }
        let words = indicators.filter { !$0.isEmpty }.map { Indicator($0) }
        if !indicators.isEmpty { try replace(words.isEmpty ? nil : words, in: &code.indicators, main) }
    }

    private func set(_ text: String?, in field: inout ByLanguage<String>, _ main: String?) throws {
        if let text { try replace(text.isEmpty ? nil : text, in: &field, main) }
    }

    /// Replaces the value in the language; without a language, the value without one or that in the main language.
    private func replace<Value>(_ value: Value?, in field: inout ByLanguage<Value>, _ main: String?) throws {
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
        switch (field.entries.firstIndex { $0.language == tag }, value) {
        case (let index?, let value?): field.entries[index].value = value
        case (let index?, nil): field.entries.remove(at: index)
        case (nil, let value?): field.entries.append(.init(language: tag, value: value))
        case (nil, nil): break
        }
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
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.writing)
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
        _ = try study.edit(edit, by: try coder.coder)
        try receipt.report(
            Receipt(
                "\(argument.study): \(edit.path) added", ["study": .text(argument.study), "code": .text(edit.path)]))
    }
}

struct CodebookDescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change the name, definition or other fields of a code.",
        discussion: """
            Example: tema codebook edit interviews.tema loss --definition "Loss of a person, a home or a hope."

            An empty text ("") removes a field. `tema codebook rename` changes the id.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String
    @OptionGroup var fields: CodeFields
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if fields.isEmpty { throw ValidationError("pass the fields to change, such as --definition") }
    }

    func run() throws {
        let study = try argument.open(.writing)
        let codes = try CodebookFile(of: study).codes
        let path = try codes.path(named: code)
        guard let entry = codes.entries.first(where: { $0.path == path }) else { return }
        var edited = entry.code
        try fields.write(to: &edited, main: codes.codebook.language)
        _ = try study.edit(.describe(path, as: edited), by: try coder.coder)
        try receipt.report(
            Receipt("\(argument.study): \(path) changed", ["study": .text(argument.study), "code": .text(path)]))
    }
}
