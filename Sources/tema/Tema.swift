import ArgumentParser
import CSystem
import Glibc
import TemaFormats
import TemaModel
import TemaPipeline

/// The program: parses arguments, runs a command, and ends with a code that says how it went.
@main
struct Tema: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "tema",
        abstract: "Coding and thematic analysis of articles, interviews and other texts.",
        discussion: """
            Example: tema frequencies -c Codebooks/cecchet-2014.yaml Corpus

            Tables go to standard output, words to standard error. Exit codes: 0 all done, 1 finished with problems, \
            2 could not run, 74 could not write, 130 interrupted.
            """,
        version: "tema \(version), libxml2 \(LibXML2Version.text)",
        subcommands: [
            CheckCommand.self, CodebookCommand.self, PassagesCommand.self, LedgerCommand.self, CodingsCommand.self,
            FrequenciesCommand.self, CooccurrenceCommand.self, CompareCommand.self, AgreementCommand.self,
            SaturationCommand.self, QuotesCommand.self, ChartCommand.self, ReportCommand.self, ConvertCommand.self,
            SampleCommand.self, ValidateCommand.self, ExportCommand.self, ArticlesCommand.self, RefiCommand.self,
            InitCommand.self, ImportCommand.self, CodeCommand.self, AcceptCommand.self, RejectCommand.self,
            TagCommand.self, UntagCommand.self, MemoCommand.self, CodersCommand.self, HistoryCommand.self,
            UndoCommand.self, RedoCommand.self, StatusCommand.self, VerifyCommand.self, ReanchorCommand.self,
            MergeCommand.self, TextCommand.self, BackupCommand.self, PurgeCommand.self, DoctorCommand.self,
        ])

    static func main() {
        returnLargeBlocks()
        // A limit on the length of files is told like a full disk, in place of an end without a word.
        signal(SIGXFSZ, SIG_IGN)
        Interruption.listen()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let problem as Problem {
            end(problem)
        } catch let invalid as InvalidCodebook {
            Messages.say(invalid.problems, quiet: false)
            let errors = invalid.problems.count { $0.severity == .error }
            Messages.say("\(invalid.name): \(counted(errors, "error")); it cannot be used")
            Glibc.exit(2)
        } catch {
            let code = exitCode(for: error)
            let message =
                code == .validationFailure ? "error: " + oneLine(message(for: error)) : fullMessage(for: error)
            if !message.isEmpty { code == .success ? print(message) : Messages.say(message) }
            // Its usual exit code would be 64.
            Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }

    /// A wrong use is one line: what is wrong, and the nearest right thing.
    private static func oneLine(_ message: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline).map { $0.drop { " -".contains($0) } }
        guard let first = lines.first, lines.count > 1 else { return message }
        return first + " " + lines.dropFirst().joined(separator: ", ")
    }

    private static func end(_ problem: Problem) -> Never {
        // Whoever reads standard output has enough.
        if problem.cause == .brokenPipe { Glibc.exit(0) }
        Messages.say(problem.description)
        Glibc.exit(problem.cause == .writing ? 74 : 2)
    }

    /// Makes the C library return blocks of a megabyte and more to the system at once. By default it learns from each long
    /// article to keep ever longer ones, for every thread.
    private static func returnLargeBlocks() { mallopt(M_MMAP_THRESHOLD, 1 << 20) }
}
