import CPosix
import Glibc
import Synchronization
import TemaFormats
import TemaModel
import TemaTables

/// Prints messages for people, on standard error.
struct Messages {
    let progress: Progress
    let quiet: Bool

    init(quiet: Bool, progress: Progress) {
        self.quiet = quiet
        self.progress = progress
    }

    func note(_ text: String) {
        guard !quiet else { return }
        progress.clear()
        Self.say(text)
    }

    func noteSkipped(_ skipped: [String]) {
        if !skipped.isEmpty { note("skipped: " + skipped.joined(separator: ", ")) }
    }

    private static let failed = Atomic<Bool>(false)

    /// Whether a message could not be written. A standard error that is closed is not a failure, since its reader wants no
    /// messages.
    static var haveFailed: Bool { failed.load(ordering: .relaxed) }

    /// Prints one line on standard error.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDERR_FILENO, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else {
                if errno != EBADF, errno != EPIPE { failed.store(true, ordering: .relaxed) }
                return
            }
            written += count
        }
    }

    /// Prints one line on standard output.
    ///
    /// - Throws: A ``Problem`` if it cannot be written.
    static func show(_ line: String) throws(Problem) { try OutputFile.write((line + "\n").utf8, to: nil) }

    /// Prints problems: errors always, notes and warnings unless quiet.
    static func say(_ problems: [Problem], quiet: Bool) {
        for problem in problems where problem.severity == .error || !quiet { say(problem.description) }
    }
}

/// The command line that reproduces a result.
enum CommandText {
    /// The arguments of the program, with its name first.
    static let arguments: [String] = {
        guard CommandLine.arguments.isEmpty else { return CommandLine.arguments }
        var count = 0
        let all = process_arguments(&count)
        return (0..<count).compactMap { all?[$0].map { String(cString: $0) } }
    }()

    /// Options without effect on the result: output and format, number of workers, messages.
    private static let passedOver: (flags: Set<String>, options: [String]) = (
        ["-q", "--quiet"], ["-o", "--output", "--format", "-j", "--jobs", "--problems"]
    )

    static func text(_ arguments: [String]) -> String {
        (["tema"] + words(arguments, without: passedOver.options)).joined(separator: " ")
    }

    /// Returns the arguments of this command after its name, without some options, for other commands with the same inputs.
    static func inputs(without options: [String]) -> String {
        words(Array(arguments.dropFirst(2)), without: passedOver.options + options).joined(separator: " ")
    }

    private static func words(_ arguments: [String], without options: [String]) -> [String] {
        var words: [String] = []
        var isValue = false
        for word in arguments {
            defer { isValue = options.contains(word) }
            guard !isValue, !passedOver.flags.contains(word) else { continue }
            guard !options.contains(where: { word == $0 || word.hasPrefix($0 + "=") }) else { continue }
            words.append(ShellWord.quoted(word))
        }
        return words
    }

    /// Returns the software, command and codebook of a result.
    static func provenance(_ codes: CodeList?) -> [Fact] {
        var fields = [
            Fact("Software", .text("Tema \(Tema.version), libxml2 \(LibXML2Version.text)")),
            Fact("Command", .text(text(Array(arguments.dropFirst())))),
        ]
        if let codes {
            let title = codes.codebook.title.entries.first.map { ": " + $0.value } ?? ""
            fields.append(Fact("Codebook", .text(codes.codebook.coder + title)))
        }
        return fields
    }
}
