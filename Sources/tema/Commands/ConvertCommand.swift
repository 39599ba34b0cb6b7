import ArgumentParser
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Convert a codebook or a dictionary from one format to another.",
        discussion: """
            Example: tema convert newsmap.yml -o newsmap.yaml

            Formats: \(CodebookFormats.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")). The file's \
            ending and its first lines tell its format, and the ending of -o that of the result, which is Tema's where nothing \
            is said. What could not be carried over is told.
            """)

    @Argument(help: "The file to convert, or - for standard input.", completion: .file())
    var input: String
    @Option(name: [.short, .long], help: "Write to a file, which appears when it is whole.", completion: .file())
    var output: String?
    @Option(help: "The format of the file, where it does not tell.", completion: .list(Self.names))
    var from: String?
    @Option(help: "The format of the result.", completion: .list(Self.names))
    var to: String?
    @Option(help: "The encoding of the file, where it is not UTF-8 and does not say so: windows-1252, UTF-16, …")
    var encoding: String?
    @Option(help: "The language that a dictionary is in; of a codebook, whose names and indicators are taken.")
    var language: String?
    @Flag(help: "Write no result where anything is lost, and end with code 2.")
    var strict = false
    @OptionGroup var losses: LossOptions
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    private static let names = CodebookFormats.all.map { $0.name }

    func validate() throws {
        for name in [from, to].compactMap({ $0 }) where CodebookFormats.named(name) == nil {
            throw ValidationError("“\(name)” is no format of codebooks; \(didYouMean(name, Self.names))")
        }
        if let language, language.isEmpty || !language.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) {
            throw ValidationError("--language takes a tag such as en, id or pt-BR")
        }
        _ = try chosenEncoding
    }

    private var chosenEncoding: TextEncoding? { get throws { try encoding.map(TextEncoding.init(asked:)) } }

    func run() throws {
        let source = try ByteSource.open(input)
        let (reading, writing) = try formats(source)
        var lost = Losses()
        do {
            let bytes = try writing.write(try read(source, as: reading, losses: &lost), &lost)
            if writing.name == NativeCodebook.name { try tellProblems(bytes) }
            try losses.tell(
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
                "neither its ending nor its first lines tell its format",
                suggestion: "name it with --from: \(Self.names.joined(separator: ", "))", file: source.name)
        }
        if let to = to.flatMap(CodebookFormats.named) { return (reading, to) }
        guard let output else { return (reading, NativeCodebook.self) }
        guard let writing = CodebookFormats.format(promisedBy: InputPath(output)) else {
            throw Problem(
                "its ending promises no format of codebooks",
                suggestion: "name one with --to: \(Self.names.joined(separator: ", "))", file: output)
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
        if format.name == NativeCodebook.name { return codebook.told(in: language, &losses) }
        codebook.language = language
        return codebook
    }

    /// What is written must be what Tema reads.
    private func tellProblems(_ bytes: [UInt8]) throws {
        let (codebook, problems) = CodebookYAML.read(bytes, file: output ?? "the result")
        for problem in problems where problem.severity == .error || !quiet { Messages.say(problem.description) }
        guard codebook != nil else {
            Messages.say("the result is no sound codebook, and is not written")
            throw ExitCode(2)
        }
    }
}
