internal import GRDB
import TemaFormats
import TemaModel

/// All rows of a study that are whole, found page by page in a file that may be damaged.
struct FoundRows {
    /// A row and the cell it is in.
    struct Place {
        let number: Int64?
        let page: Int
        let cell: Int
    }

    /// A whole row of a versioned table.
    struct Versioned {
        /// The row's number: later rows have greater ones.
        let number: Int64
        /// The values of the table's columns.
        let values: [DatabaseValue]
        let isValid: Bool

        var key: String { String.fromDatabaseValue(values[0]) ?? "" }
    }

    /// The whole rows of each versioned table, by its name.
    private(set) var versioned: [String: [Versioned]] = [:]
    /// Where the rows of `revisions` are. Their texts are large, so they are read when they are needed.
    private(set) var revisions: [Place] = []
    /// The rows of `passages`, by revision and number.
    private(set) var passages: [Int64: [Int: [DatabaseValue]]] = [:]
    /// The rows of `tallies`.
    private(set) var tallies: [RowTally] = []
    /// The number of valid rows of each table, as the file's counters have it.
    private(set) var counters: [String: Int] = [:]
    /// The first page of each table.
    private var roots = [schema: 1]
    /// The tables whose rows a page has, if all its cells are whole rows.
    private var wholePages: [Int: String] = [:]
    private let file: PageFile

    init(_ file: PageFile) {
        self.file = file
        for number in 1...max(1, file.count) {
            guard let bytes = file.page(number), let page = TreePage(number, bytes) else { continue }
            let tables = page.cells.map { cell in
                PageRecord(cell, of: page, in: file).flatMap {
                    take($0, Place(number: $0.number, page: number, cell: cell))
                }
            }
            if page.kind != .tableAbove, page.isSound, let first = tables.first, tables.allSatisfy({ $0 == first }) {
                wholePages[number] = first
            }
        }
    }

    /// Returns the record of a row.
    func record(_ place: Place) -> PageRecord? {
        file.page(place.page).flatMap { TreePage(place.page, $0) }.flatMap { PageRecord(place.cell, of: $0, in: file) }
    }

    /// SQLite's table of all tables, whose first page is that of the file.
    private static let schema = "sqlite_schema"

    /// Returns whether the file certainly has no such table, as one of an older version.
    func lacks(_ table: String) -> Bool { roots[table] == nil && isComplete(Self.schema) }

    /// Returns whether a table has no page that is damaged or missing, so that all its rows have been found.
    func isComplete(_ table: String) -> Bool {
        guard let root = roots[table] else { return false }
        var open = [root]
        var seen: Set<Int> = []
        while let number = open.popLast() {
            guard seen.insert(number).inserted, let bytes = file.page(number), let page = TreePage(number, bytes),
                page.isSound
            else {
                return false
            }
            // An empty page is whole only if it is the table's only one.
            let isEmptyRoot = page.cells.isEmpty && number == root && page.below.isEmpty
            guard page.kind == .tableAbove || isEmptyRoot || wholePages[number] == table else { return false }
            open += page.below
        }
        return true
    }

    /// Stores a row if it is a whole row of a table of studies.
    ///
    /// - Returns: The name of the table.
    private mutating func take(_ record: PageRecord, _ place: Place) -> String? {
        let isTable = place.number != nil
        if isTable, record.values.count == 8, isRevision(record.values) {
            revisions.append(place)
            return "revisions"
        }
        let values = record.values.compactMap(\.self)
        guard values.count == record.values.count else { return nil }
        return isTable ? takeRow(values, place.number ?? 0) : takeEntry(values)
    }

    private mutating func takeRow(_ values: [DatabaseValue], _ number: Int64) -> String? {
        if values.count == 5, case .string(let kind) = values[0].storage, case .string(let name) = values[1].storage,
            case .string = values[2].storage, let root = Int.fromDatabaseValue(values[3])
        {
            if kind == "table" { roots[name] = root }
            return Self.schema
        }
        for table in VersionedTable.all where values.count == table.columns.count + 3 {
            let count = table.columns.count
            guard let row = table.typed(Array(values.prefix(count))), Checksum.of(row).databaseValue == values[count]
            else { continue }
            versioned[table.name, default: []].append(
                Versioned(number: number, values: row, isValid: values[count + 2].isNull))
            return table.name
        }
        return nil
    }

    /// Stores an entry of a table without row numbers. Entries of indexes are ignored.
    private mutating func takeEntry(_ values: [DatabaseValue]) -> String? {
        if values.count == 8, let revision = Int64.fromDatabaseValue(values[0]),
            let number = Int.fromDatabaseValue(values[1])
        {
            passages[revision, default: [:]][number] = values
            return "passages"
        }
        guard values.count == 4 || values.count == 6, Checksum.of(values.dropLast()).databaseValue == values.last else {
            return nil
        }
        if values.count == 6, let tally = RowTally(values) {
            tallies.append(tally)
            return "tallies"
        }
        guard let name = String.fromDatabaseValue(values[0]), let valid = Int.fromDatabaseValue(values[2]) else {
            return nil
        }
        counters[name] = valid
        return "counters"
    }

    /// Returns whether the values are a row of `revisions` whose text is whole.
    private func isRevision(_ values: [DatabaseValue?]) -> Bool {
        guard let hash = values[4].flatMap({ String.fromDatabaseValue($0) }),
            case .blob(let text)? = values[5]?.storage
        else { return false }
        return SHA256.hex(Array(text)) == hash
    }
}

extension VersionedTable {
    /// Returns a stored row with the types of the table's columns, or nil if it has others. SQLite stores whole numbers of
    /// real columns as integers.
    fileprivate func typed(_ values: [DatabaseValue]) -> [DatabaseValue]? {
        var row = values
        for (index, column) in columns.enumerated() {
            switch (column, values[index].storage) {
            case ("revision", .int64), ("passage", .int64), ("\"start\"", .int64), ("\"end\"", .int64),
                ("value", .int64), ("bytes", .blob),
                ("score", .double):
                continue
            case ("score", .int64(let whole)): row[index] = Double(whole).databaseValue
            case ("revision", _), ("passage", _), ("\"start\"", _), ("\"end\"", _), ("bytes", _), ("score", _),
                ("value", _):
                return nil
            case (_, .string): continue
            default: return nil
            }
        }
        return row
    }
}
