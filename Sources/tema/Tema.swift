import ArgumentParser
import CSystem
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
        abstract: "Code and analyse articles, interviews and other texts.",
        discussion: """
            Example: tema frequencies -c Codebooks/cecchet-2014.yaml Corpus

            Tables are printed on standard output, messages on standard error. Exit codes: 0 success, 1 finished with \
            problems, 2 could not run, 74 could not write, 130 interrupted.
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
        // Exceeding the limit of file size is reported like a full disk, instead of ending the program without a
        // message.
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
            // ArgumentParser's own exit code for this is 64.
            Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }

    /// Returns a usage error as one line.
    private static func oneLine(_ message: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline).map { $0.drop { " -".contains($0) } }
        guard let first = lines.first, lines.count > 1 else { return message }
        return first + " " + lines.dropFirst().joined(separator: ", ")
    }

    private static func end(_ problem: Problem) -> Never {
        // The reader of standard output has closed it and needs no more.
        if problem.cause == .brokenPipe { Glibc.exit(0) }
        Messages.say(problem.description)
        Glibc.exit(problem.cause == .writing ? 74 : 2)
    }

    /// Makes the C library return freed blocks of 1 MB and more to the system at once. By default it raises this
    /// threshold with each larger block that is freed, so that every thread keeps memory of the size of its longest
    /// articles.
    private static func returnLargeBlocks() { mallopt(M_MMAP_THRESHOLD, 1 << 20) }
}
