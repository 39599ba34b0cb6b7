import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct AssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Assign documents to coders.",
        discussion: """
            Example: tema assign interviews.tema --to ann maria

            With --evenly it divides the documents that no one is assigned to, at random. `tema status` shows the \
            assignments. They do not restrict what a coder can code.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: ArgumentHelp("Documents, by their ids.", valueName: "document"))
    var documents: [String] = []
    @Option(help: ArgumentHelp("Coders, separated by commas, each of whom gets the documents.", valueName: "names"))
    var to: NameList?
    @Flag(help: "Choose all documents of the study.")
    var all = false
    @Flag(help: "Remove the assignments.")
    var undo = false
    @Option(help: ArgumentHelp("Coders, separated by commas, among whom to divide the documents.", valueName: "names"))
    var evenly: NameList?
    @Option(help: ArgumentHelp("With --evenly, the number of documents that every coder gets.", valueName: "number"))
    var shared: Int?
    @Option(help: ArgumentHelp("With --evenly, the random seed. By default 1.", valueName: "number"))
    var seed: UInt64?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        guard (to == nil) != (evenly == nil) else { throw ValidationError("pass either --to or --evenly") }
        if to != nil {
            guard documents.isEmpty == all else { throw ValidationError("pass either documents or --all") }
            guard shared == nil, seed == nil else {
                throw ValidationError("--shared and --seed apply to --evenly only")
            }
        } else if all || undo || !documents.isEmpty {
            throw ValidationError("--evenly divides all documents that no one is assigned to; pass no documents")
        }
        if let shared, shared < 0 { throw ValidationError("--shared must be at least 0") }
    }

    func run() throws {
        let study = try argument.open(.writing)
        let me = try coder.coder
        if let evenly { return try divide(study, among: evenly.names, by: me) }
        let names = to?.names ?? []
        let chosen = all ? try study.documentIDs() : documents
        let count = try study.assign(chosen, to: names, isAssigned: !undo, by: me)
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(count, "assignment")) \(undo ? "removed" : "added")",
                [
                    "study": .text(argument.study), "coders": .names(names), "assignments": .integer(count),
                    "change": .text(undo ? "removed" : "added"),
                ]))
    }

    private func divide(_ study: Study, among names: [String], by me: String) throws {
        let (shared, seed) = (shared ?? 0, seed ?? 1)
        let division = try study.assignEvenly(to: names, shared: shared, seed: seed, by: me)
        let numbers = names.map { name in division.count { $0.coders.contains(name) } }
        let each = zip(names, numbers).map { "\($0) \($1)" }.joined(separator: ", ")
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(division.count, "document")) assigned: \(each); \(shared) shared; seed \(seed)",
                [
                    "study": .text(argument.study), "coders": .names(names), "documents": .integer(division.count),
                    "shared": .integer(shared), "seed": .text(String(seed)),
                ]))
    }
}

/// Names, separated by commas, without spaces around them.
struct NameList: ExpressibleByArgument {
    let names: [String]

    init?(argument: String) {
        names = argument.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        if names.isEmpty || names.contains("") || Set(names).count != names.count { return nil }
    }
}
