import ArgumentParser
import Model
import Store

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take documents into a study: new ones, and those that have changed.",
        discussion: """
            Example: tema import interviews.tema transcripts/

            All documents come in at once, or none where the run cannot go on. Hand codings of a changed document are put \
            on the same words of its new text; those that someone should look at are listed.
            """)

    @OptionGroup var argument: StudyArgument
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func run() throws {
        guard try corpus.study == nil else { throw ValidationError("a study is not imported into another") }
        let study = try argument.open(.writing)
        var ending: ExitCode?
        var corpus = corpus
        // A study keeps them all; whoever reads it says whether sub-articles count.
        corpus.subArticles = true
        let result = try study.importDocuments(by: try coder.coder) { take in
            var failure: Problem?
            do {
                try corpus.run(coder: nil, quiet: quiet, printing: false) { coded in
                    guard failure == nil else { return }
                    do throws(Problem) { try take(coded.document) } catch { failure = error }
                } finish: { _ in
                }
            } catch let code as ExitCode { ending = code }
            if let failure { throw failure }
        }
        try receipt.tell(
            Receipt(
                "\(argument.study): \(result.added.count) new, \(result.changed.count) changed, "
                    + "\(result.unchanged) as before",
                [
                    "study": .text(argument.study), "added": .names(result.added), "changed": .names(result.changed),
                    "unchanged": .integer(result.unchanged), "moved_codings": .names(result.moved.map(\.id)),
                    "to_review": .names(result.unsure.map(\.id)),
                ]))
        if !quiet { result.unsure.forEach(Reanchor.tell) }
        if let ending { throw ending }
    }
}
