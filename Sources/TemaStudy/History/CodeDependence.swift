internal import GRDB
import TemaModel

/// Finds which codes of rows a codebook lacks when an action is reverted.
struct CodeDependence {
    private let db: Database
    private let action: Int64
    private let isOfCodebook: Bool

    init(_ dependence: Dependence) throws {
        (db, action) = (dependence.db, dependence.action)
        isOfCodebook = try dependence.touches(.codebooks)
    }

    /// The tables whose rows have codes, with the column of the code.
    private static let tables = [
        (VersionedTable.codings, "code", ""), (.automatic, "code", ""), (.decisions, "code", ""),
        (.memos, "subject", "AND target = 'code'"),
    ]

    /// Returns an obstacle, or the present paths of codes that rows to restore have by earlier paths.
    func paths(_ versions: inout CodebookVersions) throws -> (obstacle: Dependence.Obstacle?, paths: [String: String]) {
        isOfCodebook ? (try laterUse(&versions), [:]) : try restoredPaths(&versions)
    }

    /// A later row has a code that the earlier codebook lacks.
    private func laterUse(_ versions: inout CodebookVersions) throws -> Dependence.Obstacle? {
        let before = try versions.before(action)
        let lost = Set(try versions.now().keys).subtracting(before.keys)
        guard !lost.isEmpty else { return nil }
        for (table, column, condition) in Self.tables {
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(column), max(r.since) FROM \(table.name) r
                        WHERE \(Dependence.later(table.name)) \(condition) GROUP BY \(column)
                        """), arguments: ["t": action])
            for row in rows {
                var fields = RowDecoder(row)
                let code: String = try fields.next()
                if lost.contains(code) { return .action(try fields.next()) }
            }
        }
        return nil
    }

    /// A row to restore has a code that was renamed, moved, merged or deleted since.
    private func restoredPaths(_ versions: inout CodebookVersions) throws -> (Dependence.Obstacle?, [String: String]) {
        let changed = try Int64.fetchOne(
            db, sql: "SELECT since FROM codebooks WHERE until IS NULL AND since > ?", arguments: [action])
        guard let changed else { return (nil, [:]) }
        var paths: [String: String] = [:]
        for (table, column, condition) in Self.tables {
            let codes = try String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT DISTINCT \(column) FROM \(table.name) WHERE \(Dependence.ended) \(condition)"),
                arguments: ["t": action])
            for code in codes where try versions.now()[code] == nil {
                // A memo can have been on a code that was deleted before.
                guard try versions.before(action)[code] != nil else { continue }
                guard let path = try versions.currentPath(of: code) else { return (.action(changed), [:]) }
                paths[code] = path
            }
        }
        return (nil, paths)
    }

    /// Changes the codes of the rows that an action has just restored.
    static func move(_ paths: [String: String], _ change: Change) throws {
        guard !paths.isEmpty else { return }
        for (table, _, condition) in tables {
            let rows = try Row.fetchAll(
                change.db, sql: "SELECT \(table.list) FROM \(table.name) WHERE since = ? \(condition)",
                arguments: [change.action])
            for row in rows {
                let old = Array(row.databaseValues.dropLast())
                var values = old
                table.recode(&values) { paths[$0] ?? $0 }
                guard values != old else { continue }
                if table.name == VersionedTable.codings.name { try checkTwin(HandCoding(row), paths, change.db) }
                try table.end(change.db, key: old[0], until: change.action)
                // An automatic coding or a decision may exist for the present code.
                guard try table.valid(values[0], change.db) == nil else { continue }
                try table.insert(change.db, values, since: change.action)
            }
        }
    }

    private static func checkTwin(_ coding: HandCoding, _ paths: [String: String], _ db: Database) throws {
        guard let path = paths[coding.code], let twin = try Study.twin(of: coding, path, db: db) else { return }
        throw Problem(
            "\(coding.coder) has coded the words with \(path) since", kind: .conflict,
            suggestion: "see the coding \(twin)")
    }
}
