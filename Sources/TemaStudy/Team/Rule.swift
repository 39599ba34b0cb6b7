internal import GRDB
import TemaFormats
import TemaModel

/// A rule of a team, which is on or off.
struct Rule: Hashable {
    /// What the rule is about. The names are part of the file format.
    enum Subject: Hashable {
        /// Whether coders see others' work.
        case blind
        /// Whether everyone's work in a document is visible in spite of the blind rule.
        case open(document: String)

        var key: String {
            switch self {
            case .blind: "blind"
            case .open(let document): "open\t\(document)"
            }
        }

        init?(_ key: String) {
            let parts = key.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            switch parts.first {
            case "blind" where parts.count == 1: self = .blind
            case "open" where parts.count == 2: self = .open(document: String(parts[1]))
            default: return nil
            }
        }
    }

    var subject: Subject
    var isOn: Bool
    var at: String

    init(_ subject: Subject, isOn: Bool, at: String = Timestamp.now.text) {
        (self.subject, self.isOn, self.at) = (subject, isOn, at)
    }

    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        let key: String = try fields.next()
        let value: Int = try fields.next()
        at = try fields.next()
        try fields.check("the rule \(key)")
        guard let subject = Subject(key), 0...1 ~= value else {
            throw Problem.unknown("the value \(value)", in: "the rule “\(key)”")
        }
        (self.subject, isOn) = (subject, value == 1)
    }

    var row: [DatabaseValue] { values(subject.key, isOn ? 1 : 0, at) }
}

// As a line of a text export.
extension Rule {
    var json: StoredJSON { .object(["rule": .text(subject.key), "on": .flag(isOn), "at": .text(at)]) }

    init(_ fields: inout StoredObject) throws(Problem) {
        subject = try fields.read("rule") { json in json.text.flatMap { Subject($0) } }
        isOn = try fields.read("on") { json in if case .flag(let flag) = json { flag } else { nil } }
        at = try fields.read("at", \.text)
    }
}

extension Study {
    static func rules(_ db: Database) throws -> [Rule] {
        try Row.fetchAll(
            db, sql: "SELECT \(VersionedTable.rules.list) FROM rules WHERE until IS NULL ORDER BY key"
        ).map { try Rule($0) }
    }

    /// Sets whether coders are blind to others' work. ``Visibility`` states what a coder then sees.
    ///
    /// - Returns: Whether anything changed.
    /// - Throws: A ``Problem`` if the study cannot be written.
    public func setBlind(_ isOn: Bool, by coder: String) throws(Problem) -> Bool {
        try act("blind", by: coder) { change in
            let isChanged = try Self.set(Rule(.blind, isOn: isOn), change)
            return (isChanged, isChanged ? (isOn ? "on" : "off") : nil)
        }
    }

    /// Opens documents, so that everyone's work in them is visible in spite of the blind rule, or closes them again.
    ///
    /// - Parameters:
    ///   - documents: The ids of the documents.
    ///   - isOpen: Whether to open them. They are closed otherwise.
    /// - Returns: The number of documents that changed.
    /// - Throws: A ``Problem`` if a document does not exist. Nothing is then changed.
    public func setOpen(_ documents: [String], isOpen: Bool = true, by coder: String) throws(Problem) -> Int {
        try act("blind", by: coder) { change in
            var changed = 0
            for document in documents {
                _ = try Self.revision(change.db, of: document)
                if try Self.set(Rule(.open(document: document), isOn: isOpen), change) { changed += 1 }
            }
            let what = isOpen ? "opened" : "closed"
            return (changed, changed == 0 ? nil : "\(counted(changed, "document")) \(what)")
        }
    }

    /// Sets a rule, which is off if the study does not have it.
    private static func set(_ rule: Rule, _ change: Change) throws -> Bool {
        let present = try rules(change.db).first { $0.subject == rule.subject }?.isOn ?? false
        if present == rule.isOn { return false }
        try VersionedTable.rules.put(change.db, rule.row, since: change.action)
        return true
    }
}
