import ArgumentParser
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Convert codebooks and dictionaries (LIWC, quanteda, …).",
        discussion: """
            Example: tema convert newsmap.yml -o newsmap.yaml

            Formats: \(CodebookFormats.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")). The input format is \
            detected from the file's extension and first lines. The output format is that of the extension of -o, by \
            default Tema's own. Losses are reported.
            """)

    @Argument(help: "File to convert, or - for standard input.", completion: .file())
    var input: String
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp("Input format. Detected by default.", valueName: "format"), completion: .list(Self.names))
    var from: String?
    @Option(
        help: ArgumentHelp("Output format. By default that of the extension of -o.", valueName: "format"),
        completion: .list(Self.names))
    var to: String?
    @Option(help: "Input encoding, such as windows-1252 or UTF-16. Detected by default.")
    var encoding: String?
    @Option(help: "Language of a dictionary, or language to select from a codebook.")
    var language: String?
    @Flag(help: "Write nothing and exit with code 2 if anything would be lost.")
    var strict = false
    @OptionGroup var losses: LossOptions
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    private static let names = CodebookFormats.all.map { $0.name }

    func validate() throws {
        for name in [from, to].compactMap({ $0 }) where CodebookFormats.named(name) == nil {
            throw ValidationError("unknown codebook format “\(name)”; \(didYouMean(name, Self.names))")
        }
        if let language, language.isEmpty || !language.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) {
            throw ValidationError("--language must be a tag such as en, id or pt-BR")
        }
        _ = try chosenEncoding
    }

    private var chosenEncoding: TextEncoding? { get throws { try encoding.map(TextEncoding.init(asked:)) } }

    func run() throws {
        var lost = Losses()
        let source = try Spreadsheet.delimited(try ByteSource.open(input)) {
            lost.add("sheet \($0)", "only the first sheet with cells is read")
        }
        let (reading, writing) = try formats(source)
        do {
            let bytes = try writing.write(try read(source, as: reading, losses: &lost), &lost)
            if writing.name == NativeCodebook.name { try reportProblems(bytes) }
            try losses.report(
                lost, of: source.name, from: reading.name, to: writing.name, strict: strict, quiet: quiet)
            try OutputFile.write(bytes, to: output)
        } catch let problem as Problem { throw problem.inFile(source.name) }
    }

    private func formats(_ source: ByteSource) throws -> (any CodebookFormat.Type, any CodebookFormat.Type) {
        let beginning = try source.beginning(4 << 10)
        guard
            let reading = from.flatMap(CodebookFormats.named)
                ?? CodebookFormats.format(of: InputPath(input), beginning[...])
        else {
            throw Problem(
                "the format cannot be detected from the extension or the first lines",
                suggestion: "set it with --from: \(Self.names.joined(separator: ", "))", file: source.name)
        }
        if let to = to.flatMap(CodebookFormats.named) { return (reading, to) }
        guard let output else { return (reading, NativeCodebook.self) }
        guard let writing = CodebookFormats.format(promisedBy: InputPath(output)) else {
            throw Problem(
                "the extension is not that of a codebook format",
                suggestion: "set the format with --to: \(Self.names.joined(separator: ", "))", file: output)
        }
        return (reading, writing)
    }

    private func read(
        _ source: ByteSource, as format: any CodebookFormat.Type, losses: inout Losses
    ) throws -> Codebook {
        let input = try UTF8Input(source, encoding: try chosenEncoding, isXML: format.isXML)
        var codebook = try format.read(input, &losses)
        if !quiet { for warning in input.warnings { Messages.say(warning.description) } }
        guard let language else { return codebook }
        if format.name == NativeCodebook.name { return codebook.localized(to: language, &losses) }
        codebook.language = language
        return codebook
    }

    /// Prints the problems of the result, and fails if Tema could not read it.
    private func reportProblems(_ bytes: [UInt8]) throws {
        let (codebook, problems) = CodebookYAML.read(bytes, file: output ?? "the result")
        for problem in problems where problem.severity == .error || !quiet { Messages.say(problem.description) }
        guard codebook != nil else {
            Messages.say("nothing written: the result is not a valid codebook")
            throw ExitCode(2)
        }
    }
}
