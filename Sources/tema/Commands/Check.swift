import ArgumentParser
import CodingEngine
import Model

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a codebook: its problems, and its own examples.",
        discussion: "Example: tema check Codebooks/cecchet-2014.yaml")

    @Argument(help: "The codebook, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func run() throws {
        let (book, problems) = try CodebookFile.load(codebook)
        for problem in problems where problem.severity == .error || !quiet { Messages.say(problem.description) }
        guard let book else {
            let errors = problems.count { $0.severity == .error }
            Messages.say("\(codebook): \(counted(errors, "error")); it cannot be used")
            throw ExitCode(2)
        }
        let codes = CodeList(book)
        let test = try CodebookTest(codes)
        for failure in test.failures {
            let what =
                failure.isExample
                ? "is not found in its example" : "is found, by “\(failure.indicator ?? "")”, in its counterexample"
            Messages.say("\(codebook): \(failure.code) \(what): \(failure.example)")
        }
        print(
            "\(book.coder): \(counted(codes.count, "code")), \(counted(codes.indicators.count, "indicator")), "
                + "\(counted(test.examples, "example")) and \(counted(test.counterexamples, "counterexample")), "
                + "\(test.failures.count) of them failing")
        if !test.failures.isEmpty { throw ExitCode(1) }
    }
}
