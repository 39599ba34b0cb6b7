internal import GRDB
import Glibc
import TemaModel

/// A study: documents, a codebook, coders, hand codings, memos and the history of all of it, in one SQLite file.
///
/// Every action is one transaction and is recorded in the history. Replaced data is kept in the file. When an action
/// returns, it is on the disk; if it throws, the study is unchanged.
public final class Study: Sendable {
    /// Whether a study is opened for reading only or also for writing.
    public enum Access: Sendable {
        case reading
        case writing
    }

    /// The path of the file.
    public let path: String
    private let queue: DatabaseQueue

    /// Creates an empty study, readable and writable by its owner only.
    ///
    /// - Throws: A ``Problem`` if the file exists or cannot be created.
    public static func create(at path: String) throws(Problem) -> Study { try create(at: path, .current) }

    /// Creates a study that has its name only when it is complete, so that an interrupted run leaves nothing in its place.
    ///
    /// - Parameter fill: Writes to the new study under its temporary path.
    static func create(
        at path: String, _ schema: Schema = .current, _ fill: (Study) throws(Problem) -> Void = { _ in }
    ) throws(Problem) -> Study {
        let unfinished = path + ".unfinished"
        // What an interrupted run left behind.
        for end in ["", "-journal"] { unlink(unfinished + end) }
        let file = access(path, F_OK) == 0 ? -1 : open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw cannotCreate(path, access(path, F_OK) == 0 ? EEXIST : errno) }
        close(file)
        defer { unlink(unfinished) }
        do {
            let study = Study(unfinished, try connection(unfinished, .writing))
            try study.write { try schema.migrate($0, from: 0) }
            try fill(study)
            try study.queue.close()
            // Unlike a renaming, a link never replaces a file that another program has made in the meantime. Some file
            // systems have no links.
            guard link(unfinished, path) == 0 || errno != EEXIST && rename(unfinished, path) == 0 else {
                throw cannotCreate(path, errno)
            }
            return Study(path, try connection(path, .writing))
        } catch {
            throw StudyProblem.of(error, path)
        }
    }

    private static func cannotCreate(_ path: String, _ code: CInt) -> Problem {
        if [EIO, ENOSPC, EDQUOT].contains(code) {
            return StudyProblem.writeFailure("cannot be created: \(String(cString: strerror(code)))", path: path)
        }
        let suggestion = code == EEXIST ? "choose another name" : "choose another folder"
        return Problem("cannot be created: \(String(cString: strerror(code)))", suggestion: suggestion, file: path)
    }

    /// Opens a study. A study of an older version is backed up and migrated first.
    ///
    /// - Throws: A ``Problem`` if the file is not a study, has a newer version, is damaged, or is locked by another
    ///   program. It is then unchanged.
    public convenience init(_ path: String, for access: Access) throws(Problem) {
        try self.init(path, for: access, schema: .current)
    }

    convenience init(_ path: String, for access: Access, schema: Schema) throws(Problem) {
        let version = try StudyHeader(path, newest: schema.version).version
        do {
            let isOld = version < schema.version
            let mustWrite = isOld || Self.wasInterrupted(path)
            self.init(path, try Self.connection(path, mustWrite ? .writing : access))
            guard try read({ try schema.isIntact($0, version: version) }) else {
                throw Problem(
                    "its tables are not those of a study", suggestion: "save what can be read with `tema doctor`",
                    file: path)
            }
            if isOld { try migrate(to: schema) }
        } catch {
            throw StudyProblem.of(error, path)
        }
    }

    /// Returns whether a crash left a journal next to the file. SQLite must roll back the incomplete transaction, which
    /// it writes to the file, before anyone can read it.
    private static func wasInterrupted(_ path: String) -> Bool {
        var journal = stat()
        return stat(path + "-journal", &journal) == 0 && journal.st_size > 0 && Glibc.access(path, W_OK) == 0
    }

    private init(_ path: String, _ queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    private static func connection(_ path: String, _ access: Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(5)
        // An action's transaction spans several accesses. `actInSteps` always ends it.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            // EXTRA is FULL and also syncs the folder, so that a commit survives a power failure.
            do {
                for pragma in [
                    "synchronous = EXTRA", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0",
                    "secure_delete = ON", "temp_store = MEMORY",
                ] { try db.execute(sql: "PRAGMA \(pragma)") }
            } catch { throw StudyProblem.of(error, path, db.failedRead ? .disk : .content) }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let level = try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        guard level == 3 else {
            throw Problem(
                "this SQLite library does not support synchronous = EXTRA, so writes are not safe", file: path)
        }
        return queue
    }

    /// Makes all following reads use one snapshot of the file. Other programs cannot write until the study is closed.
    ///
    /// - Throws: A ``Problem`` if another program is writing.
    public func holdSnapshot() throws(Problem) {
        try perform { db in
            try db.beginTransaction(.deferred)
            // A deferred transaction begins with the first read.
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
        }
    }

    /// Translates an error of this study's database.
    func problem(_ error: any Error) -> Problem {
        let failedRead = queue.inDatabase(\.failedRead)
        return StudyProblem.of(error, path, failedRead ? .disk : .content)
    }

    /// Reads in one transaction.
    func read<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.read(body) } catch { throw problem(error) }
    }

    /// Runs a body that needs no transaction or cannot run in one.
    func perform<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.writeWithoutTransaction(body) } catch { throw problem(error) }
    }

    /// Writes in one transaction, which is on the disk when this returns, and is rolled back if it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do {
            var value: Value?
            try queue.inTransaction(.immediate) { db in
                value = try body(db)
                return .commit
            }
            guard let value else { throw Problem("the transaction returned no value", file: path) }
            return value
        } catch {
            throw problem(error)
        }
    }

    /// Performs one action.
    ///
    /// - Parameters:
    ///   - name: The name of the command.
    ///   - body: Makes the changes. It returns its result and the summary for the history. If the summary is nil, no
    ///     action is recorded and changes are rolled back.
    func act<Value>(
        _ name: String, by coder: String, _ body: (Change) throws -> (Value, detail: String?)
    ) throws(Problem) -> Value {
        try actInSteps(name, by: coder) { steps in try steps.take(body) }
    }

    /// Performs one action in steps, which may come from several threads and run one after the other in one
    /// transaction.
    func actInSteps<Value>(
        _ name: String, by coder: String, _ body: (Steps) throws -> (Value, detail: String?)
    ) throws(Problem) -> Value {
        do {
            let number = try queue.writeWithoutTransaction { db in
                try db.beginTransaction(.immediate)
                return try Self.nextAction(db)
            }
            let (value, detail) = try body(Steps(queue: queue, action: number, coder: coder))
            try queue.writeWithoutTransaction { db in
                guard let detail else { return try db.rollback() }
                try Self.record(Action(number, by: coder, name: name, detail: detail), db)
                try db.commit()
            }
            return value
        } catch {
            // SQLite may have rolled back by itself, as it does on a full disk.
            try? queue.writeWithoutTransaction { db in if db.isInsideTransaction { try db.rollback() } }
            throw problem(error)
        }
    }
}

/// An action that is performed in steps, from any thread.
struct Steps {
    fileprivate let queue: DatabaseQueue
    fileprivate let action: Int64
    fileprivate let coder: String

    func take<Value>(_ body: (Change) throws -> Value) throws -> Value {
        try queue.writeWithoutTransaction { try body(Change(db: $0, action: action, coder: coder)) }
    }
}

/// The context of an action in progress.
struct Change {
    let db: Database
    let action: Int64
    let coder: String
}
