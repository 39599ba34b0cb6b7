internal import GRDB
import TemaModel

/// The codebooks of two copies of a study that are merged, as YAML.
public struct CodebookCopies: Sendable {
    /// The codebook that both copies had last, or nil.
    public let ancestor: String?
    /// This study's codebook.
    public let ours: String
    /// The other copy's codebook.
    public let theirs: String
    /// The codes in this study's codebook that codings and memos have which the other copy does not know.
    public let usedByUs: Set<String>
    /// The codes in the other copy's codebook that codings and memos have which this study does not know.
    public let usedByThem: Set<String>
    /// Whether this study's codebook was edited later.
    public let isOursNewer: Bool

    /// - Parameter common: The last action of the history that both copies share.
    init?(_ other: Database, _ db: Database, common: Int64) throws {
        guard let ours = try Study.codebook(db), let theirs = try Study.codebook(other), ours != theirs else {
            return nil
        }
        (self.ours, self.theirs) = (ours, theirs)
        ancestor = try Self.ancestor(other, db, common: common)
        let (we, they) = (try Knowledge(db, common: common), try Knowledge(other, common: common))
        (usedByUs, usedByThem) = (we.codes(unknownTo: they), they.codes(unknownTo: we))
        isOursNewer = try (Self.lastEdit(db), ours) > (Self.lastEdit(other), theirs)
    }

    /// Returns the last codebook that both copies had: the newest that one copy has seen in the other since they parted or,
    /// if there is none, the one that they had when they parted.
    private static func ancestor(_ other: Database, _ db: Database, common: Int64) throws -> String? {
        func later(_ db: Database) throws -> [String: Int64] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT yaml, max(since) FROM codebooks WHERE since > ? GROUP BY yaml", arguments: [common])
            return try rows.reduce(into: [:]) { sinces, row in
                var fields = RowDecoder(row)
                let yaml: String = try fields.next()
                sinces[yaml] = try fields.next()
            }
        }
        let (we, they) = (try later(db), try later(other))
        let seen = we.compactMap { yaml, since in they[yaml].map { (since + $0, yaml) } }
        if let newest = seen.max(by: { $0 < $1 }) { return newest.1 }
        return try Study.codebook(db, "since <= ? AND (until IS NULL OR until > ?)", arguments: [common, common])
    }

    private static func lastEdit(_ db: Database) throws -> String {
        try String.fetchOne(
            db, sql: "SELECT max(at) FROM actions WHERE name LIKE 'codebook %' OR name IN ('text import', 'import')")
            ?? ""
    }

    /// What a copy knows of codings and of memos on codes.
    private struct Knowledge {
        let codings: MergeSide
        let memos: MergeSide

        init(_ db: Database, common: Int64) throws {
            codings = try MergeSide(db, .codings, common: common)
            memos = try MergeSide(db, .memos, common: common)
        }

        func codes(unknownTo other: Knowledge) -> Set<String> {
            func codes(_ own: MergeSide, _ other: MergeSide, _ table: VersionedTable, _ column: String) -> [String] {
                guard let place = table.columns.firstIndex(of: column) else { return [] }
                // The other copy does not know the row, or it is not certain that its own row is newer.
                let unknown = own.now.filter { key, entry in
                    guard let there = other.now[key] else { return !other.has(key, entry) }
                    let isOlder = other.hasStored(entry) && !own.hasStored(there)
                    return there.stored != entry.stored && !isOlder
                }
                return unknown.compactMap { String.fromDatabaseValue($0.value.values[place]) }
            }
            return Set(codes(codings, other.codings, .codings, "code") + codes(memos, other.memos, .memos, "subject"))
        }
    }
}

/// The codebook that unites those of two copies.
public struct UnitedCodebook: Sendable {
    /// The codebook as YAML.
    public let yaml: String
    /// The path in it of each code of this study's codebook.
    public let ourPaths: [String: String]
    /// The path in it of each code of the other copy's codebook.
    public let theirPaths: [String: String]
    /// The path in it of each code of the common ancestor.
    public let earlierPaths: [String: String]
    /// Descriptions of the changes that conflict.
    public let conflicts: [String]

    /// Creates a value.
    public init(
        yaml: String, ourPaths: [String: String], theirPaths: [String: String], earlierPaths: [String: String],
        conflicts: [String]
    ) {
        (self.yaml, self.ourPaths, self.theirPaths) = (yaml, ourPaths, theirPaths)
        (self.earlierPaths, self.conflicts) = (earlierPaths, conflicts)
    }
}
