internal import GRDB
import TemaFormats
import TemaModel

/// A document that a coder is to code.
public struct Assignment: Sendable, Hashable {
    /// The document's id.
    public var document: String
    /// The name of the coder who is to code it.
    public var coder: String
    /// The name of the person who assigned it.
    public var assigner: String
    /// The time at which it was assigned, in UTC.
    public var at: String

    init(_ document: String, coder: String, by assigner: String, at: String = Timestamp.now.text) {
        (self.document, self.coder, self.assigner, self.at) = (document, coder, assigner, at)
    }

    fileprivate init(_ row: Row) throws {
        var fields = RowDecoder(row)
        let key: String = try fields.next()
        (document, coder) = (try fields.next(), try fields.next())
        (assigner, at) = (try fields.next(), try fields.next())
        try fields.check("the assignment \(key)")
    }

    private var key: String { "\(document)\t\(coder)" }

    var row: [DatabaseValue] { values(key, document, coder, assigner, at) }

    func end(_ change: Change) throws -> Bool {
        try VersionedTable.assignments.end(change.db, key: key, until: change.action)
    }
}

// As a line of a text export.
extension Assignment {
    var json: StoredJSON {
        .object(["document": .text(document), "coder": .text(coder), "assigner": .text(assigner), "at": .text(at)])
    }

    init(_ fields: inout StoredObject) throws(Problem) {
        self.init(
            try fields.read("document", \.text), coder: try fields.read("coder", \.text),
            by: try fields.read("assigner", \.text), at: try fields.read("at", \.text))
    }
}

extension Study {
    /// Returns all assignments, ordered by document and coder.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or an assignment is damaged.
    public func assignments() throws(Problem) -> [Assignment] { try read { try Self.assignments($0) } }

    static func assignments(_ db: Database) throws -> [Assignment] {
        try Row.fetchAll(
            db,
            sql:
                "SELECT \(VersionedTable.assignments.list) FROM assignments WHERE until IS NULL ORDER BY document, coder"
        ).map { try Assignment($0) }
    }

    /// Assigns documents to coders, or removes assignments.
    ///
    /// - Parameters:
    ///   - documents: The ids of the documents.
    ///   - coders: The names of the coders, each of whom gets every document.
    ///   - isAssigned: Whether to make the assignments. They are removed otherwise.
    ///   - coder: The person who assigns.
    /// - Returns: The number of assignments that changed.
    /// - Throws: A ``Problem`` if a document does not exist, or a coder is neither in the team nor has coded. Nothing is
    ///   then assigned.
    public func assign(
        _ documents: [String], to coders: [String], isAssigned: Bool = true, by coder: String
    ) throws(Problem) -> Int {
        try assign(documents.map { ($0, coders) }, isAssigned: isAssigned, by: coder)
    }

    /// Assigns each document to coders of its own, as one action, or removes assignments.
    ///
    /// - Parameters:
    ///   - division: The documents' ids, each with the names of its coders.
    ///   - isAssigned: Whether to make the assignments. They are removed otherwise.
    ///   - coder: The person who assigns.
    /// - Returns: The number of assignments that changed.
    /// - Throws: A ``Problem`` if a document does not exist, or a coder is neither in the team nor has coded. Nothing is
    ///   then assigned.
    public func assign(
        _ division: [(document: String, coders: [String])], isAssigned: Bool = true, by coder: String
    ) throws(Problem) -> Int {
        let known = Set(try coderRows().map(\.name) + self.coders().map(\.coder)).subtracting([Self.consensus]).sorted()
        for name in division.flatMap(\.coders) where isAssigned && !known.contains(name) {
            throw Self.unknownCoder(name, among: known)
        }
        return try act("assign", by: coder) { change in
            var present = Set(try Self.assignments(change.db).map { [$0.document, $0.coder] })
            var changed = 0
            for (document, coders) in division {
                _ = try Self.revision(change.db, of: document)
                for name in coders {
                    let assignment = Assignment(document, coder: name, by: coder)
                    if isAssigned, present.insert([document, name]).inserted {
                        try VersionedTable.assignments.put(change.db, assignment.row, since: change.action)
                        changed += 1
                    } else if !isAssigned, try assignment.end(change) {
                        changed += 1
                    }
                }
            }
            let what = isAssigned ? "" : " removed"
            return (changed, changed == 0 ? nil : counted(changed, "assignment") + what)
        }
    }
}
