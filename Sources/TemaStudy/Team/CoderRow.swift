internal import GRDB
import TemaFormats
import TemaModel

/// A person who has been added to a study's team.
public struct CoderRow: Sendable, Hashable {
    /// What a person does in the team. The raw values are part of the file format.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Divides the documents, sets the rules and decides on disagreements.
        case coordinator = "coordinator"
        /// Codes documents.
        case coder = "coder"
    }

    /// The person's name, under which the person codes.
    public var name: String
    /// What the person does.
    public var role: Role
    /// The time at which the person was added or got the role, in UTC.
    public var at: String

    init(_ name: String, role: Role, at: String = Timestamp.now.text) throws(Problem) {
        guard !name.isEmpty, name.utf8.count <= 200, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw Problem("a coder's name must be one line of 1 to 200 bytes", suggestion: "choose another name")
        }
        guard name != Study.consensus else {
            throw Problem(
                "“\(name)” is the coder of the outcomes of reconciliations", suggestion: "choose another name")
        }
        (self.name, self.role, self.at) = (name, role, at)
    }

    fileprivate init(_ row: Row) throws {
        var fields = RowDecoder(row)
        name = try fields.next()
        let role: String = try fields.next()
        at = try fields.next()
        try fields.check("the coder \(name)")
        guard let role = Role(rawValue: role) else {
            throw Problem.unknown("the role “\(role)”", in: "the coder \(name)")
        }
        self.role = role
    }

    var row: [DatabaseValue] { values(name, role.rawValue, at) }
}

// As a line of a text export.
extension CoderRow {
    var json: StoredJSON { .object(["name": .text(name), "role": .text(role.rawValue), "at": .text(at)]) }

    init(_ fields: inout StoredObject) throws(Problem) {
        let name = try fields.read("name", \.text)
        let role = try fields.read("role") { json in json.text.flatMap { Role(rawValue: $0) } }
        try self.init(name, role: role, at: try fields.read("at", \.text))
    }
}

extension Study {
    /// Returns the people who have been added to the team, ordered by name. Others may have coded, too; see ``coders()``.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a row is damaged.
    public func coderRows() throws(Problem) -> [CoderRow] { try read { try Self.coderRows($0) } }

    static func coderRows(_ db: Database) throws -> [CoderRow] {
        try Row.fetchAll(
            db, sql: "SELECT \(VersionedTable.coders.list) FROM coders WHERE until IS NULL ORDER BY key"
        ).map { try CoderRow($0) }
    }

    /// Adds a person to the team, or changes the person's role.
    ///
    /// - Returns: Whether anything changed.
    /// - Throws: A ``Problem`` if the name is empty, longer than 200 bytes, has control characters or is that of the
    ///   consensus, or the study cannot be written.
    public func addCoder(_ name: String, role: CoderRow.Role, by coder: String) throws(Problem) -> Bool {
        let added = try CoderRow(name, role: role)
        return try act("coders", by: coder) { change in
            let known = try Self.coderRows(change.db).contains { $0.name == name && $0.role == role }
            if known { return (false, nil) }
            try VersionedTable.coders.put(change.db, added.row, since: change.action)
            return (true, "\(name), \(role.rawValue)")
        }
    }

    /// Removes a person from the team, with the person's assignments.
    ///
    /// - Throws: A ``Problem`` if the team does not have the person, or the study has the person's work: codings,
    ///   decisions, memos or done marks. The study is then unchanged.
    public func removeCoder(_ name: String, by coder: String) throws(Problem) {
        try act("coders", by: coder) { change in
            let known = try Self.coderRows(change.db).map(\.name)
            guard known.contains(name) else { throw Self.unknownCoder(name, among: known) }
            for table in [VersionedTable.codings, .decisions, .memos, .done] {
                let sql = "SELECT count(*) FROM \(table.name) WHERE until IS NULL AND coder = ?"
                let rows = try Int.fetchOne(change.db, sql: sql, arguments: [name]) ?? 0
                guard rows == 0 else {
                    throw Problem(
                        "the study has work of \(name): \(counted(rows, "row")) of \(table.name)",
                        suggestion: "a coder's work is never deleted; remove the assignments with `tema assign --undo`")
                }
            }
            try VersionedTable.coders.end(change.db, key: name, until: change.action)
            for assignment in try Self.assignments(change.db) where assignment.coder == name {
                _ = try assignment.end(change)
            }
            return ((), "\(name) removed")
        }
    }

    static func unknownCoder(_ name: String, among known: [String]) -> Problem {
        Problem(
            "the team has no coder “\(name)”", kind: .missing,
            suggestion: didYouMean(name, among: known) ?? "add the coder with `tema coders --add`")
    }
}
