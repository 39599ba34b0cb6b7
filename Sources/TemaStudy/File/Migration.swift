internal import GRDB
import TemaModel

extension Study {
    /// Backs up a study of an older version, and brings it to the newest in one transaction.
    ///
    /// - Throws: A ``Problem`` where it cannot be written, or is damaged; it is as it was then.
    func migrate(to schema: Schema) throws(Problem) {
        let backup = try backUp { copy throws(Problem) in try Self.checkOlder(copy) }
        do throws(Problem) {
            try write { db in
                // Someone else may have done it in the meantime.
                let version = try UInt32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                if version < schema.version { try schema.migrate(db, from: version) }
            }
        } catch {
            var problem = error
            problem.message = "an older study that could not be brought up to date: \(error.message)"
            problem.suggestion = problem.suggestion ?? "it is as it was, and its backup is \(backup)"
            throw problem
        }
    }

    /// Looks through a copy whose version is too old for the checks of today.
    private static func checkOlder(_ copy: String) throws(Problem) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let found = try DatabaseQueue(path: copy, configuration: configuration).read { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
            }
            guard found == ["ok"] else {
                throw Problem("it is damaged", suggestion: "save what can be read with `tema doctor`", file: copy)
            }
        } catch {
            throw StudyProblem.of(error, copy)
        }
    }
}
