internal import GRDB
import TemaModel

extension Study {
    /// Backs up a study of an older version, and migrates it to the newest in one transaction.
    ///
    /// - Throws: A ``Problem`` if the study cannot be written or is damaged. It is then unchanged.
    func migrate(to schema: Schema) throws(Problem) {
        let backup = try backUp { copy throws(Problem) in try Self.checkOlder(copy) }
        do throws(Problem) {
            try write { db in
                // Another process may have migrated it in the meantime.
                let version = try UInt32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                if version < schema.version { try schema.migrate(db, from: version) }
            }
        } catch {
            var problem = error
            problem.message = "the study has an older version and could not be migrated: \(error.message)"
            problem.suggestion = problem.suggestion ?? "it is unchanged; its backup is \(backup)"
            throw problem
        }
    }

    /// Checks the integrity of a copy whose version is too old for the current checks.
    private static func checkOlder(_ copy: String) throws(Problem) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let found = try DatabaseQueue(path: copy, configuration: configuration).read { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
            }
            guard found == ["ok"] else {
                throw Problem("the file is damaged", suggestion: "save what can be read with `tema doctor`", file: copy)
            }
        } catch {
            throw StudyProblem.of(error, copy)
        }
    }
}
