internal import GRDB
import TemaModel

/// A table that a text export has as one file, with a line of JSON for each row.
struct LineFile: Sendable {
    /// The name of the file.
    let name: String
    let table: VersionedTable
    /// What a line is, for messages.
    let noun: String
    /// Returns the lines' values, in order.
    let values: @Sendable (Database) throws -> [StoredJSON]
    /// Returns the row of a line, from its fields and the paths of the codebook's codes.
    let row: @Sendable (inout StoredObject, Database, Set<String>) throws -> [DatabaseValue]

    static let all = [done, coders, assignments, rules, reconciliations]

    private static let done = LineFile(
        name: Study.TextName.done, table: .done, noun: "a done mark", values: { try Study.doneMarks($0).map(\.json) },
        row: { fields, _, _ in try DoneMark(&fields).row })

    private static let coders = LineFile(
        name: "coders.jsonl", table: .coders, noun: "a coder", values: { try Study.coderRows($0).map(\.json) },
        row: { fields, _, _ in try CoderRow(&fields).row })

    private static let assignments = LineFile(
        name: "assignments.jsonl", table: .assignments, noun: "an assignment",
        values: { try Study.assignments($0).map(\.json) }, row: { fields, _, _ in try Assignment(&fields).row })

    private static let rules = LineFile(
        name: "rules.jsonl", table: .rules, noun: "a rule", values: { try Study.rules($0).map(\.json) },
        row: { fields, _, _ in try Rule(&fields).row })

    private static let reconciliations = LineFile(
        name: "reconciliations.jsonl", table: .reconciliations, noun: "an outcome",
        values: { db in
            try Study.reconciliations(db).map { outcome in
                outcome.json(ScalarOffsets(try text(outcome.document, outcome.hash, db)))
            }
        },
        row: { fields, db, codes in
            let outcome = try Reconciliation(&fields) { try text($0, $1, db) }
            if let unknown = outcome.codes.first(where: { !codes.contains($0) }) {
                throw Problem(
                    "the codebook has no code “\(unknown)”",
                    suggestion: "correct the code, or add it to the codebook")
            }
            return outcome.row
        })

    private static func text(_ document: String, _ hash: String, _ db: Database) throws -> Text {
        guard let revision = try Study.revision(db, of: document, hash: hash) else {
            throw Problem(
                "the study does not have this text version of \(document)", suggestion: "import the document first")
        }
        return revision.document.text
    }

    /// Returns the bytes of the file; none if the table has no rows.
    func bytes(_ db: Database) throws -> [UInt8] {
        try values(db).flatMap { $0.written(escapingSlashes: false) + [0x0A] }
    }

    /// Passes the row of each line to a body.
    ///
    /// - Throws: A ``Problem`` with the line that is wrong.
    func read(_ bytes: [UInt8], codes: Set<String>, _ db: Database, _ body: ([DatabaseValue]) throws -> Void) throws {
        for (index, line) in bytes.split(separator: 0x0A).enumerated() {
            do {
                var fields = try StoredObject(StoredJSON(line), in: "it")
                let row = try row(&fields, db, codes)
                try fields.end()
                try body(row)
            } catch let problem as Problem {
                throw Problem(
                    "not \(noun): \(problem.message)", suggestion: problem.suggestion ?? "export it again",
                    line: index + 1)
            }
        }
    }
}
