internal import GRDB
import TemaModel

extension Study {
    /// The key of a study's only codebook.
    private static let codebookKey = "codebook"

    /// Returns the codebook as YAML, or nil if the study has none yet.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or the codebook is damaged.
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

    /// Replaces the study's codebook. The old one is kept in the history.
    ///
    /// - Parameters:
    ///   - yaml: The codebook in Tema's YAML, already validated by the caller.
    ///   - codes: The paths of all its codes, which must include those of all hand codings.
    ///   - detail: The summary recorded in the history.
    ///   - coder: The coder who replaces it.
    /// - Throws: A ``Problem`` if hand codings have codes that are not in the codebook.
    public func setCodebook(_ yaml: String, codes: [String], detail: String, by coder: String) throws(Problem) {
        try act("codebook import", by: coder) { change in
            let used = try String.fetchAll(change.db, sql: "SELECT DISTINCT code FROM codings WHERE until IS NULL")
            let missing = Set(used).subtracting(codes).sorted()
            guard missing.isEmpty else {
                throw Problem(
                    "the new codebook lacks codes that hand codings have: \(missing.joined(separator: ", "))",
                    suggestion: "keep these codes, or untag their codings")
            }
            guard try Self.codebook(change.db) != yaml else { return ((), nil) }
            try Self.putCodebook(yaml, change)
            return ((), detail)
        }
    }

    static func putCodebook(_ yaml: String, _ change: Change) throws {
        try VersionedTable.codebooks.put(change.db, values(codebookKey, yaml), since: change.action)
    }

    /// Returns the codebook as it was after an action, or nil if there was none.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or the codebook is damaged.
    public func codebook(after action: Int64) throws(Problem) -> String? {
        try read { try Self.codebook($0, "since <= ? AND (until IS NULL OR until > ?)", arguments: [action, action]) }
    }
}
