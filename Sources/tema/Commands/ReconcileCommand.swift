import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Decide on units that coders coded differently.",
        discussion: """
            Example: tema reconcile interviews.tema 5c1a --take ann --note "She means the boat."

            Without an id it lists the units on which coders disagree and that are not decided. The outcomes are codings of \
            the coder consensus.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the unit, or its beginning.")
    var id: String?
    @Option(help: ArgumentHelp("Coders to compare, separated by commas. All by default.", valueName: "names"))
    var coders: NameList?
    @Option(help: "Unit of comparison.")
    var unit = CodingUnit.passage
    @Option(help: ArgumentHelp("Take the codes of a coder by name, or: both, neither.", valueName: "whose"))
    var take: String?
    @Option(help: ArgumentHelp("Take this code instead, by its path, id or name. Repeatable.", valueName: "code"))
    var code: [String] = []
    @Option(help: "Reason for the decision.")
    var note = ""
    @Flag(help: "Copy the codes that all coders of a document gave to the consensus.")
    var agreed = false
    @Flag(help: "List decided units, too, with their outcome.")
    var all = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard id != nil else {
            guard take == nil, code.isEmpty, note.isEmpty else {
                throw ValidationError("--take, --code and --note need the id of a unit")
            }
            guard !agreed || !all else {
                throw ValidationError("--all lists units and cannot be combined with --agreed")
            }
            return
        }
        guard (take == nil) != code.isEmpty else { throw ValidationError("pass either --take or --code") }
        guard !agreed, !all else { throw ValidationError("--agreed and --all apply to all units; pass no id") }
    }

    func run() throws {
        if let id { return try decide(id) }
        guard agreed else { return try list() }
        let study = try argument.open(.writing)
        let count = try study.adoptAgreed(unit: unit, coders: coders?.names, by: try coder.coder)
        try output.report(
            Receipt(
                "\(argument.study): \(counted(count, "agreed coding")) added to \(Study.consensus)",
                ["study": .text(argument.study), "codings": .integer(count)]))
    }

    private func decide(_ id: String) throws {
        let study = try argument.open(.writing)
        let list = try study.disagreements(unit: unit, coders: coders?.names)
        let found = try list.unit(id)
        let (choice, codes) = try chosen(found, list.coders, study)
        let outcome = try study.reconcile(
            id: found.id, document: found.document, hash: found.hash, span: found.span, codes: codes, choice: choice,
            note: note, by: try coder.coder)
        let what = outcome.codes.isEmpty ? "no code" : outcome.codes.joined(separator: ", ")
        try output.report(
            Receipt(
                "\(outcome.document), passage \(found.passage): \(what)",
                [
                    "id": .text(outcome.id), "document": .text(outcome.document), "passage": .integer(found.passage),
                    "choice": .text(outcome.choice.rawValue), "codes": .names(outcome.codes),
                    "note": .text(outcome.note), "coder": .text(outcome.coder),
                ]))
    }

    private func chosen(
        _ unit: DisagreementList.Unit, _ coders: [String], _ study: Study
    ) throws -> (Reconciliation.Choice, [String]) {
        guard let take else {
            let known = try CodebookFile(of: study).codes
            return (.own, try code.map { try known.path(named: $0) })
        }
        if let codes = unit.codes[take] {
            let place = coders.filter { unit.codes[$0] != nil }.firstIndex(of: take)
            return (place == 0 ? .one : place == 1 ? .other : .own, codes)
        }
        switch take {
        case "both": return (.both, unit.codes.values.flatMap(\.self))
        case "neither": return (.neither, [])
        default:
            throw ValidationError(
                "--take \(take): \(didYouMean(take, unit.codes.keys.sorted() + ["both", "neither"]))")
        }
    }

    private func list() throws {
        let list = try argument.open(.reading).disagreements(unit: unit, coders: coders?.names)
        let outcome: [Table.Column] =
            all ? [.init("choice", "Choice"), .init("outcome", "Outcome"), .init("note", "Note")] : []
        let columns: [Table.Column] =
            [
                .init("id", "Id", for: .programs), .init("short_id", "Id", for: .people), .document,
                .init("passage", "Passage", style: .ordinal),
            ] + list.coders.map { .init("codes_\($0)", Phrase(verbatim: $0)) } + outcome + [.init("text", "Text")]
        let rows = list.units.filter { all || $0.outcome == nil }.map { unit in
            let codes = list.coders.map { name in unit.codes[name].map { Table.Cell.names($0) } ?? .empty }
            let decided: [Table.Cell] = [
                .optional(unit.outcome?.choice.rawValue), unit.outcome.map { .names($0.codes) } ?? .empty,
                .optional(unit.outcome?.note),
            ]
            return Table.Row(
                [
                    .text(unit.id), .text(String(unit.id.prefix(8))), .text(unit.document), .integer(unit.passage),
                ] + codes + (all ? decided : []) + [.text(unit.text)])
        }
        let note = Phrase("\(count: list.total, "disagreement"), \(list.decided) decided, unit: \(unit.noun).")
        try output.write(Table(Table.Layout(title: "Disagreements", columns: columns), rows: rows, notes: [note]))
    }
}
