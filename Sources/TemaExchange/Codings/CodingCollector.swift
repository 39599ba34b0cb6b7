import TemaModel

/// Collects the codings of a file and the memos on them. Invalid codings are reported and counted.
struct CodingCollector {
    /// The number of problems of a file that are reported individually.
    private static let maximumReported = 50

    private let file: String
    private(set) var codings: [Project.Coding] = []
    private(set) var memos: [Project.Memo] = []
    private var ids: Set<String> = []
    private var problems = 0

    init(file: String) { self.file = file }

    /// Adds the coding that fields describe, or reports why it is invalid.
    mutating func add(_ fields: CodingFields, line: Int?, options: inout ProjectOptions) {
        do throws(Problem) {
            let coding = try fields.coding()
            if coding.at == nil, fields[.at] != nil { options.losses.add("at", "not a recognized date") }
            add(coding, notes: [Note(fields[.memo])].compactMap(\.self), losses: &options.losses)
        } catch {
            refuse(error, line: line, options: &options)
        }
    }

    /// A note on a coding. Without a coder or time of its own, it has those of the coding.
    struct Note {
        var text: String
        var coder: String?
        var at: String?

        /// Returns nil if the text is missing or empty.
        init?(_ text: String?, coder: String? = nil, at: String? = nil) {
            guard let text, !text.isEmpty else { return nil }
            (self.text, self.coder, self.at) = (text, coder, at)
        }
    }

    mutating func add(_ coding: Project.Coding, notes: [Note] = [], losses: inout Losses) {
        var coding = coding
        if let id = coding.id, ids.contains(id) {
            losses.add("id", "duplicate id; the second coding has a new one")
            coding.id = nil
        }
        // A memo needs the id of its coding, and the same file must result in the same id.
        if !notes.isEmpty, coding.id == nil { coding.id = unusedID(of: coding) }
        if let id = coding.id {
            for (number, note) in notes.enumerated() {
                memos.append(
                    Project.Memo(
                        id: CodingID(of: ["memo", id, "\(number)"]).text, target: .coding(id),
                        coder: note.coder ?? coding.coder, text: note.text, at: note.at ?? coding.at))
            }
        }
        if let id = coding.id { ids.insert(id) }
        codings.append(coding)
    }

    /// Reports a coding that is invalid, and counts it as lost.
    mutating func refuse(_ problem: Problem, line: Int?, options: inout ProjectOptions) {
        var problem = problem.inFile(file)
        problem.line = line ?? problem.line
        problems += 1
        options.losses.add("coding", "it is invalid")
        if problems <= Self.maximumReported { options.problems.append(problem) }
        if problems == Self.maximumReported + 1 {
            options.problems.append(
                Problem(
                    "further codings are invalid and not reported", suggestion: "fix the reported ones first",
                    file: file))
        }
    }

    private func unusedID(of coding: Project.Coding) -> String {
        var number = 0
        while true {
            let parts = [
                coding.document, coding.code, coding.coder ?? "", "\(coding.place)", coding.at ?? "", "\(number)",
            ]
            let id = CodingID(of: parts).text
            guard ids.contains(id) else { return id }
            number += 1
        }
    }
}
