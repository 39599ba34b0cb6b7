internal import GRDB
import TemaModel

/// What an edit of the codebook will do to hand codings, for its preview.
struct CodebookChangePlan {
    /// A coding that the edit changes or removes.
    struct Step {
        let coding: HandCoding
        /// The new path of its code, or nil if the coding is removed with its code.
        let code: String?
        /// The id of the coding of the same words by the same coder that has the new code already, into which the coding is
        /// merged, or nil.
        let twin: String?
    }

    /// The steps, in the order of the codings.
    let steps: [Step]
    private let edit: CodebookEdit
    private let byCoding: [String: Step]

    /// - Parameter split: For a split, the ids of the codings to move to the new code, and its path.
    /// - Throws: A ``Problem`` if a coding of the split does not exist or has another code.
    init(_ edit: CodebookEdit, split: (ids: [String], path: String)?, _ db: Database) throws {
        let codings = try Self.codings(of: edit, split: split, db)
        let moving = Set(codings.map(\.id))
        let steps = try codings.map { coding in
            let code = split?.path ?? edit.newPath(of: coding.code)
            let twin = try code.flatMap { try Study.twin(of: coding, $0, db: db) }
            // A coding that the edit moves too is no longer in the way.
            return Step(coding: coding, code: code, twin: twin.flatMap { moving.contains($0) ? nil : $0 })
        }
        (self.steps, self.edit) = (steps, edit)
        byCoding = Dictionary(steps.map { ($0.coding.id, $0) }) { first, _ in first }
    }

    /// The number of codings that are merged into another one.
    var merged: Int { steps.count { $0.twin != nil } }
    /// The number of codings that are removed with their code.
    var removed: Int { steps.count { $0.code == nil } }

    /// Returns what a memo is on after the edit, or nil if the memo is removed with its coding.
    func newSubject(of memo: Memo) -> String? {
        switch memo.target {
        case .study, .document: return memo.subject
        case .code: return edit.newPath(of: memo.subject) ?? memo.subject
        case .coding:
            guard let step = byCoding[memo.subject] else { return memo.subject }
            return step.code == nil ? nil : step.twin ?? memo.subject
        }
    }

    /// Returns the codings that an edit moves or removes.
    ///
    /// - Throws: A ``Problem`` if a coding of the split does not exist or has another code.
    static func codings(
        of edit: CodebookEdit, split: (ids: [String], path: String)?, _ db: Database
    ) throws -> [HandCoding] {
        if let split { return try chosen(split.ids, of: edit.path, db) }
        guard edit.movesCodings else { return [] }
        return try Study.codings(db, ofCodesFrom: edit.path).filter { edit.newPath(of: $0.code) != $0.code }
    }

    private static func chosen(_ ids: [String], of code: String, _ db: Database) throws -> [HandCoding] {
        var seen: Set<String> = []
        return try ids.map { id in
            let coding = try Study.coding(db, id)
            guard coding.code == code else {
                throw Problem(
                    "the coding \(coding.id) has the code \(coding.code)", suggestion: "choose codings of \(code)")
            }
            return coding
        }.filter { seen.insert($0.id).inserted }
    }
}
