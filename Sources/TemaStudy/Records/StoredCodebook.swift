internal import GRDB
import TemaModel

extension Study {
    /// The one codebook of a study stands under this key.
    private static let codebookKey = "codebook"

    /// The codebook as YAML, or nothing where the study has none yet.
    public func codebook() throws(Problem) -> String? {
        try read { try Self.codebook($0) }
    }

    static func codebook(
        _ db: Database, _ condition: String = "until IS NULL", arguments: StatementArguments = []
    ) throws -> String? {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(VersionedTable.codebooks.list) FROM codebooks WHERE key = ? AND \(condition)",
            arguments: [codebookKey] + arguments)
        guard let row else { return nil }
        var fields = RowDecoder(row)
        let _: String = try fields.next()
        let yaml: String = try fields.next()
        try fields.check("the codebook")
        return yaml
    }

    /// Gives the study a codebook, in place of the one it has, which the history keeps.
    ///
    /// - Parameters:
    ///   - yaml: The codebook as Tema writes it; the caller has looked that it is sound.
    ///   - detail: What the history says of it.
    ///   - codes: The paths of all its codes: codes that hand codings have must be among them.
    /// - Throws: A ``Problem`` where codings would be left without their code.
    public func setCodebook(_ yaml: String, codes: [String], detail: String, by coder: String) throws(Problem) {
        try act("codebook import", by: coder) { change in
            let used = try String.fetchAll(change.db, sql: "SELECT DISTINCT code FROM codings WHERE until IS NULL")
            let missing = Set(used).subtracting(codes).sorted()
            guard missing.isEmpty else {
                throw Problem(
                    "the new codebook has no code \(missing.joined(separator: ", ")), which hand codings have",
                    suggestion: "keep these codes, or untag what has them")
            }
            guard try Self.codebook(change.db) != yaml else { return ((), nil) }
            try Self.putCodebook(yaml, change)
            return ((), detail)
        }
    }

    static func putCodebook(_ yaml: String, _ change: Change) throws {
        try VersionedTable.codebooks.put(change.db, values(codebookKey, yaml), since: change.action)
    }

    /// The codebook as it was after an action, or nothing where there was none.
    public func codebook(after action: Int64) throws(Problem) -> String? {
        try read { try Self.codebook($0, "since <= ? AND (until IS NULL OR until > ?)", arguments: [action, action]) }
    }
}
