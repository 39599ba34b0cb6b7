import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline
import TemaStudy

struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Code a study's documents automatically by its codebook.",
        discussion: "Example: tema code interviews.tema")

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    func validate() throws {
        guard let path = corpus.paths.first, StudyPath.isStudy(path) else {
            throw ValidationError("pass a study, such as interviews.tema")
        }
    }

    func run() throws {
        let path = corpus.paths[0]
        let study = try Study(path, for: .writing)
        let file = try codebook.file(quiet: quiet) ?? CodebookFile(of: study)
        let run = try TerminalRun(corpus.paths, corpus.reading, quiet: quiet)
        let (result, summary) = try run.run { monitor in
            try study.code(
                with: file, settings: try corpus.reading.settings, nesting: codebook.nesting, by: try coder.coder,
                monitor: monitor)
        }
        try receipt.report(
            Receipt(
                "\(path): \(counted(result.codings, "automatic coding")), \(result.gained) gained, \(result.lost) lost",
                [
                    "study": .text(path), "codings": .integer(result.codings), "gained": .integer(result.gained),
                    "lost": .integer(result.lost),
                ]))
        try run.end(summary)
    }
}

/// The choice of automatic codings to accept or reject.
struct AutomaticOptions: ParsableArguments {
    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the document. All documents by default.")
    var document: String?
    @Option(help: ArgumentHelp("Number of the passage.", valueName: "number"))
    var passage: Int?
    @Option(help: "Code, by its path or id.")
    var code: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if document == nil, code == nil { throw ValidationError("pass a document, a --code, or both") }
        if document == nil, passage != nil {
            throw ValidationError("--passage is a passage's number in a document; pass the document's id")
        }
    }

    func decide(_ verdict: Verdict) throws {
        let study = try argument.open(.writing)
        let path = try code.map { name in
            try CodebookFile(of: study).codes.path(named: name)
        }
        let choice = AutomaticChoice(document: document, passage: passage, code: path)
        let count = try study.decide(verdict, choice, by: try coder.coder)
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(count, "automatic coding")) \(verdict.rawValue)",
                ["study": .text(argument.study), "codings": .integer(count), "verdict": .text(verdict.rawValue)]))
    }
}

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept automatic codings as hand codings.",
        discussion: "Example: tema accept interviews.tema maria --passage 4 --code loss")

    @OptionGroup var options: AutomaticOptions

    func run() throws { try options.decide(.accepted) }
}

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject automatic codings that are wrong.",
        discussion: "Example: tema reject interviews.tema maria --passage 4 --code loss")

    @OptionGroup var options: AutomaticOptions

    func run() throws { try options.decide(.rejected) }
}
