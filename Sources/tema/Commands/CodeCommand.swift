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
    @Option(help: "Code, by its path, id or name.")
    var code: String?
    @Flag(help: "Decide on all automatic codings of the study.")
    var all = false
    @Flag(help: "Also decide on codings on which a coder has decided otherwise.")
    var override = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if all, document != nil || code != nil || passage != nil {
            throw ValidationError("--all cannot be combined with a document, --passage or --code")
        }
        if !all, document == nil, code == nil { throw ValidationError("pass a document, a --code, or --all") }
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
        let result = try study.decide(verdict, choice, by: try coder.coder, overriding: override)
        let kept = result.kept.sorted { $0.key < $1.key }
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(result.decided, "automatic coding")) \(verdict.rawValue)",
                [
                    "study": .text(argument.study), "codings": .integer(result.decided),
                    "kept": .integer(kept.reduce(0) { $0 + $1.value }), "verdict": .text(verdict.rawValue),
                ]))
        let opposite: Verdict = verdict == .accepted ? .rejected : .accepted
        for (coder, count) in kept {
            Messages.say(
                "\(counted(count, "coding")) \(opposite.rawValue) by \(coder) not changed (--override changes them)")
        }
    }
}

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept automatic codings as hand codings.",
        discussion: """
            Example: tema accept interviews.tema maria --passage 4 --code loss

            The hand coding covers the words that the indicators matched, from the first to the last. Codings that a coder \
            has rejected stay rejected without --override.
            """)

    @OptionGroup var options: AutomaticOptions

    func run() throws { try options.decide(.accepted) }
}

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject automatic codings that are wrong.",
        discussion: """
            Example: tema reject interviews.tema maria --passage 4 --code loss

            Rejected codings are not counted. Codings that a coder has accepted stay accepted without --override.
            """)

    @OptionGroup var options: AutomaticOptions

    func run() throws { try options.decide(.rejected) }
}
