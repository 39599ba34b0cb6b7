import TemaModel

/// Several tables in one spreadsheet, each on a sheet of its own, and what they mean on a last one.
public enum Spreadsheet {
    /// - Parameters:
    ///   - sheets: What the sheets are called, and the tables on them.
    ///   - provenance: What they were made of and with.
    /// - Returns: The file, in the format xlsx. The same content gives the same bytes.
    /// - Throws: A ``Problem`` where the disk of the temporary files could not take it.
    public static func written(
        _ sheets: [(name: String, table: Table)], provenance: [Table.Field]
    ) throws(Problem) -> [UInt8] {
        let workbook = try Workbook()
        var parts: [AboutSheet.Part] = []
        for (name, table) in sheets {
            let sheet = try TableSheet(table.layout, name: name, in: workbook)
            for row in table.rows { try sheet.add(row) }
            parts.append(AboutSheet.Part(title: name, notes: table.notes + sheet.finish(), names: sheet.otherNames))
        }
        try AboutSheet(parts: parts, provenance: provenance).write(to: workbook)
        return try workbook.finish()
    }
}
