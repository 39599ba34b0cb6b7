import ArgumentParser
import TemaCoding
import TemaModel
import TemaStudy

struct CodebookDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show which passages of a study gain or lose which code between two versions of its codebook.",
        discussion: """
            Example: tema codebook diff interviews.tema 2 9

            A version is the number of an action in the history, after which the codebook was like that, or a YAML file.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The older version.")
    var from: String
    @Argument(help: "The newer version; without it the codebook as it is now.")
    var to: String?
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "What the codebook's change does",
        columns: [
            .init("document", "Document"), .init("passage", "Passage", .integer), .init("change", "Change"),
            .init("code", "Code"),
        ])

    func run() throws {
        let study = try argument.open(.reading)
        var old = try coder(try codes(from, study))
        var new = try coder(try to.map { try codes($0, study) } ?? CodebookFile.read(of: study))
        let table = try output.table(Self.layout)
        var counts = (gained: 0, lost: 0)
        for id in try study.documentIDs() {
            let document = try study.document(id)
            guard document.parent == nil else { continue }
            let (before, after) = (Self.given(old.code(document), old), Self.given(new.code(document), new))
            counts.gained += after.subtracting(before).count
            counts.lost += before.subtracting(after).count
            for given in before.symmetricDifference(after).sorted() {
                let change = after.contains(given) ? "gained" : "lost"
                table.add(Table.Row([.text(id), .integer(given.passage), .text(change), .text(given.code)]))
            }
        }
        table.finish(notes: ["\(counts.gained) gained, \(counts.lost) lost; a passage has a code once."])
    }

    private struct Given: Hashable, Comparable {
        let passage: Int
        let code: String

        static func < (one: Given, other: Given) -> Bool { (one.passage, one.code) < (other.passage, other.code) }
    }

    private static func given(_ coded: CodedDocument, _ coder: AutomaticCoder) -> Set<Given> {
        Set(coded.codings.map { Given(passage: $0.passage, code: coder.matcher.codes.entries[$0.code].path) })
    }

    private func coder(_ codes: CodeList) throws -> AutomaticCoder { AutomaticCoder(try Matcher(codes)) }

    private func codes(_ version: String, _ study: Study) throws -> CodeList {
        guard let number = Int64(version) else { return try CodebookFile.read(version, quiet: output.quiet) }
        guard let yaml = try study.codebook(after: number) else {
            throw ValidationError("the study had no codebook after action \(number)")
        }
        return try CodebookFile.codes(yaml, of: study)
    }
}
