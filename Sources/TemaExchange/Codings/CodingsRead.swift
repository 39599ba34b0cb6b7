import TemaModel

/// Codings and what was noted on them, as they are read one after the other; those that are none are told and counted.
struct CodingsRead {
    /// Problems of one file that are told one by one.
    private static let mostTold = 50

    private let file: String
    private(set) var codings: [Project.Coding] = []
    private(set) var memos: [Project.Memo] = []
    private var ids: Set<String> = []
    private var problems = 0

    init(file: String) { self.file = file }

    /// Takes a coding over, or tells why it is none.
    mutating func add(_ fields: CodingFields, line: Int?, options: inout ProjectOptions) {
        do throws(Problem) {
            let coding = try fields.coding()
            if coding.at == nil, fields[.at] != nil { options.losses.add("at", "it is no date that can be read") }
            add(coding, notes: [Note(fields[.memo])].compactMap(\.self), losses: &options.losses)
        } catch {
            refuse(error, line: line, options: &options)
        }
    }

    /// What was noted on a coding: by its coder and when it was coded, where nothing else is said.
    struct Note {
        var text: String
        var coder: String?
        var at: String?

        /// Nothing where nothing was noted.
        init?(_ text: String?, coder: String? = nil, at: String? = nil) {
            guard let text, !text.isEmpty else { return nil }
            (self.text, self.coder, self.at) = (text, coder, at)
        }
    }

    mutating func add(_ coding: Project.Coding, notes: [Note] = [], losses: inout Losses) {
        var coding = coding
        if let id = coding.id, ids.contains(id) {
            losses.add("id", "it stands twice, and the second coding gets another")
            coding.id = nil
        }
        // A memo needs an id to stand on, and the same file must give the same one again.
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

    /// Tells of a coding that could not be read, and counts it as lost.
    mutating func refuse(_ problem: Problem, line: Int?, options: inout ProjectOptions) {
        var problem = problem.inFile(file)
        problem.line = line ?? problem.line
        problems += 1
        options.losses.add("coding", "it could not be understood")
        if problems <= Self.mostTold { options.tell(problem) }
        if problems == Self.mostTold + 1 {
            options.tell(Problem("further codings cannot be understood", suggestion: "mend these first", file: file))
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
