import Foundation
internal import GRDB
import TemaModel

extension Study {
    /// Returns the parts of other programs' projects that Tema does not use, by name.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a part is damaged.
    public func keptParts() throws(Problem) -> [Project.Kept] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(VersionedTable.kept.list) FROM kept WHERE until IS NULL ORDER BY key"
            ).map { row in
                var fields = RowDecoder(row)
                let name: String = try fields.next()
                let data: Data = try fields.next()
                try fields.check("the kept part \(name)")
                return Project.Kept(name: name, bytes: Array(data))
            }
        }
    }

    /// Stores a part. Returns false if it is already stored with the same content.
    static func keep(_ part: Project.Kept, _ change: Change) throws -> Bool {
        let row = values(part.name, Data(part.bytes))
        let known = try Int64.fetchOne(
            change.db, sql: "SELECT checksum FROM kept WHERE key = ? AND until IS NULL", arguments: [part.name])
        guard known != Checksum.of(row) else { return false }
        try VersionedTable.kept.put(change.db, row, since: change.action)
        return true
    }
}
