import ArgumentParser
import TemaModel
import TemaStudy

struct CodersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coders", abstract: "List coders with their work; add coders to the team.",
        discussion: """
            Example: tema coders interviews.tema --add ben

            Anyone can code in a study, under any name. The team has the coders' roles: a coordinator assigns documents, \
            sets the blind rule and reconciles.
            """)

    @OptionGroup var argument: StudyArgument
    @Option(help: ArgumentHelp("Add a coder to the team, or change the role.", valueName: "name"))
    var add: String?
    @Option(help: "With --add, the role: coordinator or coder. By default coder.")
    var role: CoderRow.Role?
    @Option(help: ArgumentHelp("Remove a coder who has not coded from the team.", valueName: "name"))
    var remove: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Coders",
        columns: [
            .init("coder", "Coder"), .init("role", "Role"), .init("assigned", "Assigned", style: .integer),
            .init("codings", "Codings", style: .integer), .init("documents", "Documents", style: .integer),
            .init("codes", "Codes", style: .integer), .init("done", "Done", style: .integer), .init("last", "Last"),
        ])

    func validate() throws {
        guard add == nil || remove == nil else { throw ValidationError("pass either --add or --remove") }
        guard role == nil || add != nil else { throw ValidationError("--role needs --add") }
    }

    func run() throws {
        guard add != nil || remove != nil else { return try list() }
        let study = try argument.open(.writing)
        let me = try coder.coder
        if let add {
            let role = role ?? .coder
            _ = try study.addCoder(add, role: role, by: me)
            return try report("\(add) is in the team as \(role.rawValue)", add, role.rawValue)
        }
        guard let remove else { return }
        try study.removeCoder(remove, by: me)
        try report("\(remove) is not in the team any more", remove, nil)
    }

    private func report(_ line: String, _ name: String, _ role: String?) throws {
        try output.report(
            Receipt(
                "\(argument.study): \(line)",
                ["study": .text(argument.study), "coder": .text(name), "role": .optional(role)]))
    }

    private func list() throws {
        let study = try argument.open(.reading)
        let team = Dictionary(uniqueKeysWithValues: try study.coderRows().map { ($0.name, $0.role.rawValue) })
        let assigned = Dictionary(grouping: try study.assignments(), by: \.coder).mapValues(\.count)
        let work = Dictionary(uniqueKeysWithValues: try study.coders().map { ($0.coder, $0) })
        let rows = Set(work.keys).union(team.keys).union(assigned.keys).sorted().map { name in
            let own = work[name]
            let role = name == Study.consensus ? Study.consensus : team[name]
            return Table.Row([
                .text(name), .optional(role), .integer(assigned[name] ?? 0), .integer(own?.codings ?? 0),
                .integer(own?.documents ?? 0), .integer(own?.codes ?? 0), .integer(own?.done ?? 0),
                .optional(own?.last),
            ])
        }
        var notes = [Phrase("Current hand codings, and documents marked as done.")]
        if work[Study.consensus] != nil {
            notes.append(Phrase("The coder consensus has the outcomes of reconciliations."))
        }
        try output.write(Table(Self.layout, rows: rows, notes: notes))
    }
}

extension CoderRow.Role: ExpressibleByArgument {}
