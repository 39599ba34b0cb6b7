internal import GRDB
import Glibc
import TemaModel

/// A study: documents, a codebook, coders, hand codings, memos and the history of all of it, in one SQLite file.
///
/// Every action is one transaction, recorded in the history; what it replaces stays in the file. An action that has
/// returned is on the disk, and one that threw has changed nothing.
public final class Study: Sendable {
    public enum Access: Sendable {
        case reading
        case writing
    }

    public let path: String
    private let queue: DatabaseQueue

    /// Makes an empty study, readable and writable by its owner alone.
    ///
    /// - Throws: A ``Problem`` where something of that name is there, or it cannot be made.
    public static func create(at path: String) throws(Problem) -> Study { try create(at: path, .current) }

    static func create(at path: String, _ schema: Schema) throws(Problem) -> Study {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let suggestion = errno == EEXIST ? "choose another name" : "choose another place"
            throw Problem("cannot be made: \(String(cString: strerror(errno)))", suggestion: suggestion, file: path)
        }
        close(file)
        do {
            let study = Study(path, try connection(path, .writing))
            try study.write { try schema.migrate($0, from: 0) }
            return study
        } catch {
            unlink(path)
            throw StudyProblem.of(error, path)
        }
    }

    /// Opens a study. One of an older version is backed up and brought to the newest first.
    ///
    /// - Throws: A ``Problem`` where it is foreign, newer, damaged, or held by another program; it is not changed then.
    public convenience init(_ path: String, for access: Access) throws(Problem) {
        try self.init(path, for: access, schema: .current)
    }

    convenience init(_ path: String, for access: Access, schema: Schema) throws(Problem) {
        let version = try StudyHeader(path, newest: schema.version).version
        do {
            let isOld = version < schema.version
            let mustWrite = isOld || Self.wasInterrupted(path)
            self.init(path, try Self.connection(path, mustWrite ? .writing : access))
            guard try queue.read({ try schema.isIntact($0, version: version) }) else {
                throw Problem(
                    "its tables are not those of a study", suggestion: "save what can be read with `tema doctor`",
                    file: path)
            }
            if isOld { try migrate(to: schema) }
        } catch {
            throw StudyProblem.of(error, path)
        }
    }

    /// Whether a journal stands beside the file, by which SQLite takes back what a crash has left half done: before that
    /// is written, nobody can read.
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
        // An action's transaction goes over several accesses; `actInSteps` ends it in every case.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            // EXTRA: what FULL promises, and the folder is synced too, so that a commit outlives a cut of power.
            for pragma in [
                "synchronous = EXTRA", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0",
                "secure_delete = ON", "temp_store = MEMORY",
            ] { try db.execute(sql: "PRAGMA \(pragma)") }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let level = try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        guard level == 3 else { throw Problem("this SQLite does not write safely", file: path) }
        return queue
    }

    /// Keeps what is read from now on in one snapshot: no other program's action comes between two reads. Others cannot write
    /// until the study is closed.
    ///
    /// - Throws: A ``Problem`` if another program is writing.
    public func holdSnapshot() throws(Problem) {
        try perform { db in
            try db.beginTransaction(.deferred)
            // A deferred transaction begins with the first read.
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
        }
    }

    /// Reads in one transaction: what is read belongs together.
    func read<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.read(body) } catch { throw StudyProblem.of(error, path) }
    }

    /// Does what needs no transaction, or cannot be in one.
    func perform<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.writeWithoutTransaction(body) } catch { throw StudyProblem.of(error, path) }
    }

    /// Writes in one transaction, which is on the disk when this returns, and has left nothing where it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do {
            var value: Value?
            try queue.inTransaction(.immediate) { db in
                value = try body(db)
                return .commit
            }
            guard let value else { throw Problem("the transaction gave nothing", file: path) }
            return value
        } catch {
            throw StudyProblem.of(error, path)
        }
    }

    /// Does one action of a person's.
    ///
    /// - Parameters:
    ///   - name: The command's name.
    ///   - body: What is done. It gives its result and what the history says of it; with nothing to say, nothing has been
    ///     done, and no action is recorded.
    func act<Value>(
        _ name: String, by coder: String, _ body: (Change) throws -> (Value, detail: String?)
    ) throws(Problem) -> Value {
        try actInSteps(name, by: coder) { steps in try steps.take(body) }
    }

    /// Does one action in steps that come from several threads, one after the other; still one transaction.
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
            throw StudyProblem.of(error, path)
        }
    }
}

/// An action that is done in steps, whatever thread each comes from.
struct Steps {
    fileprivate let queue: DatabaseQueue
    fileprivate let action: Int64
    fileprivate let coder: String

    func take<Value>(_ body: (Change) throws -> Value) throws -> Value {
        try queue.writeWithoutTransaction { try body(Change(db: $0, action: action, coder: coder)) }
    }
}

/// An action under way.
struct Change {
    let db: Database
    let action: Int64
    let coder: String
}

/// Ids that no two copies of a study give twice: 128 random bits.
enum StableID {
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let words = [generator.next() as UInt64, generator.next() as UInt64]
        return words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
