import ArgumentParser
import CPosix
import Glibc
import TemaFormats
import TemaModel
import TemaPipeline

/// The program. It parses the arguments, runs a command and exits with a code for the outcome.
@main
struct Tema: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "tema",
        abstract: "Code texts for themes, and count and compare the codings.",
        discussion: """
            Most commands read texts (files, folders, archives) with a codebook, or a study: one file that keeps texts, \
            codebook, codings and memos.

              tema frequencies -c Codebooks/cecchet-2014.yaml Corpus
              tema frequencies interviews.tema

            Exit codes: 0 success, 1 finished with problems, 2 could not run, 74 could not write or a disk failed, 130 interrupted.
            """,
        version: "tema \(version), libxml2 \(LibXML2Version.text)",
        groupedSubcommands: [
            CommandGroup(
                name: "Look at texts",
                subcommands: [PassagesCommand.self, LedgerCommand.self, ArticlesCommand.self, TextCommand.self]),
            CommandGroup(
                name: "Codebook", subcommands: [CheckCommand.self, CodebookCommand.self, ConvertCommand.self]),
            CommandGroup(
                name: "Count and compare",
                subcommands: [
                    FrequenciesCommand.self, CooccurrenceCommand.self, CombinationsCommand.self, CompareCommand.self,
                    SaturationCommand.self, CodingsCommand.self, QuotesCommand.self, ChartCommand.self,
                    ReportCommand.self,
                ]),
            CommandGroup(
                name: "Measure the quality of coding",
                subcommands: [AgreementCommand.self, SampleCommand.self, ValidateCommand.self]),
            CommandGroup(
                name: "Studies: keep codings, by hand and automatic",
                subcommands: [
                    InitCommand.self, ImportCommand.self, CodeCommand.self, TagCommand.self, UntagCommand.self,
                    ResizeCommand.self, RecodeCommand.self,
                    AcceptCommand.self, RejectCommand.self, MemoCommand.self, DoneCommand.self, StatusCommand.self,
                    ServeCommand.self, HistoryCommand.self, UndoCommand.self, RedoCommand.self, ReanchorCommand.self,
                    MergeCommand.self,
                ]),
            CommandGroup(
                name: "Teams: divide and reconcile the coding",
                subcommands: [CodersCommand.self, AssignCommand.self, BlindCommand.self, ReconcileCommand.self]),
            CommandGroup(
                name: "Study files: back up, verify and repair",
                subcommands: [BackupCommand.self, VerifyCommand.self, PurgeCommand.self, DoctorCommand.self]),
            CommandGroup(name: "Exchange with other programs", subcommands: [ExportCommand.self, RefiCommand.self]),
        ])

    @Flag(help: "With --version: print the licences of all parts of the program.")
    var licences = false

    func run() throws {
        guard licences else { throw CleanExit.helpRequest(self) }
        try Messages.show(Licences.text)
    }

    static func main() {
        returnLargeBlocks()
        // Exceeding the limit of file size is reported like a full disk, instead of ending the program without a
        // message.
        signal(SIGXFSZ, SIG_IGN)
        Interruption.listen()
        var code: CInt = 0
        do {
            try refuseUnknownCommand()
            try refuseReplacedOptions()
            let arguments = Array(CommandText.arguments.dropFirst())
            // ArgumentParser would print the version alone.
            let isAboutLicences = Set(arguments) == ["--version", "--licences"]
            var command = try parseAsRoot(isAboutLicences ? ["--licences"] : arguments)
            try command.run()
        } catch { code = report(error) }
        Glibc.exit(Messages.haveFailed && code < 128 ? writingFailed : code)
    }

    private static let writingFailed: CInt = 74

    /// Prints an error, or what it asks to print, and returns the exit code.
    private static func report(_ error: any Error) -> CInt {
        if let problem = error as? Problem { return report(problem) }
        if let invalid = error as? InvalidCodebook {
            Messages.say(invalid.problems, quiet: false)
            let errors = invalid.problems.count { $0.severity == .error }
            Messages.say("\(invalid.name): \(counted(errors, "error")); it cannot be used")
            return 2
        }
        let code = exitCode(for: error)
        let message =
            code == .validationFailure ? "error: " + oneLine(message(for: error)) : fullMessage(for: error)
        guard !message.isEmpty else { return code.rawValue }
        guard code == .success else {
            Messages.say(message)
            // ArgumentParser's own exit code for this is 64.
            return code == .validationFailure ? 2 : code.rawValue
        }
        do { try Messages.show(HelpText.arranged(message)) } catch { return report(error) }
        return 0
    }

    private static func report(_ problem: Problem) -> CInt {
        // The reader of standard output has closed it and needs no more.
        if problem.cause == .brokenPipe { return 0 }
        Messages.say(problem.description)
        return problem.cause == .input ? 2 : writingFailed
    }

    /// Throws an error with the nearest command if the arguments name a command that does not exist.
    ///
    /// Commands with subcommands have no other arguments, unless one subcommand is the default, so that the first argument is
    /// the subcommand.
    private static func refuseUnknownCommand() throws {
        var command: ParsableCommand.Type = Tema.self
        for name in CommandText.arguments.dropFirst() {
            let known = command.configuration.defaultSubcommand == nil ? command.configuration.subcommands : []
            guard !known.isEmpty, !name.hasPrefix("-") else { return }
            if name == "help" { continue }
            guard let found = known.first(where: { $0._commandName == name }) else {
                let names = known.map { $0._commandName }
                let path = command == Tema.self ? "tema" : "tema \(command._commandName)"
                let suggestion = didYouMean(name, among: names)
                throw ValidationError(
                    "unknown command “\(name)” (\(suggestion ?? "list the commands with `\(path) --help`"))")
            }
            command = found
        }
    }

    /// The options of earlier versions, with those that replace them.
    private static let replacedOptions = [
        "--hand": "--codings hand", "--everyone": "--codings hand", "--automatic": "--codings automatic",
    ]

    /// Throws an error that names the new option if the arguments contain an option of an earlier version.
    private static func refuseReplacedOptions() throws {
        for argument in CommandText.arguments.prefix(while: { $0 != "--" }) {
            guard let new = replacedOptions[argument] else { continue }
            throw ValidationError("\(argument) does not exist any more (use \(new))")
        }
    }

    /// Returns a usage error as one line.
    private static func oneLine(_ message: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline).map { $0.drop { " -".contains($0) } }
        guard let first = lines.first else { return message }
        let values = lines.dropFirst().map(String.init)
        let line = values.isEmpty ? message : first + " " + values.joined(separator: ", ")
        // ArgumentParser quotes an invalid value, its option, and then the valid values unless they follow in lines.
        let quoted = first.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        guard line.contains("Please provide one of"), let value = quoted.first,
            let suggestion = didYouMean(value, among: values + quoted.dropFirst(2))
        else { return line }
        return line + " (\(suggestion))"
    }

    /// Makes the C library return freed blocks of 1 MB and more to the system at once. By default it raises this
    /// threshold with each larger block that is freed, so that every thread keeps memory of the size of its longest
    /// articles.
    private static func returnLargeBlocks() { mallopt(M_MMAP_THRESHOLD, 1 << 20) }
}
