import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline
import TemaStudy

struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Code a study's documents, or texts into a coded file.",
        discussion: """
            Example: tema code interviews.tema

            A coded file has the codings of texts without the texts. All statistics read one or many of them in place of \
            the texts, so that parts of a large corpus can be coded on many machines:

              tema code -c codebook.yaml articles/a/ -o a.coded
              tema code -c codebook.yaml articles/b/ -o b.coded.gz
              tema frequencies a.coded b.coded.gz
            """)

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var codebook: CodebookOptions
    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Coded file to write: \(CodedFile.endings.joined(separator: ", ")), or - for standard output.",
            valueName: "file"),
        completion: .file())
    var output: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    private static let bothForms = """
        `tema code STUDY.tema` codes a study, `tema code -c CODEBOOK PATH… -o FILE.coded` codes texts into a file
        """

    private var study: String? { corpus.paths.first(where: StudyPath.isStudy) }

    func validate() throws {
        if study != nil {
            guard output == nil else { throw ValidationError("-o is for texts, not for studies: \(Self.bothForms)") }
            return
        }
        guard let output, codebook.codebook != nil else { throw ValidationError(Self.bothForms) }
        guard output == "-" || CodedFile.isCoded(output) else {
            let endings = CodedFile.endings.joined(separator: ", ")
            throw ValidationError("a coded file's name ends in one of \(endings), or is - for standard output")
        }
        if coder.name != nil { throw ValidationError("--coder is for studies: \(Self.bothForms)") }
        if receipt.format != "text" { throw ValidationError("--format is for studies: \(Self.bothForms)") }
    }

    func run() throws {
        if let study { try code(study) } else { try writeCodedFile() }
    }

    private func writeCodedFile() throws {
        let run = CodedRun(codebook: codebook, corpus: corpus, codings: nil, language: nil)
        try run.run(quiet: quiet) { corpus, monitor in
            ((), try corpus.writeCodedFile(output, program: "tema \(Tema.version)", monitor: monitor))
        } write: { _, _ in
        }
    }

    private func code(_ path: String) throws {
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
