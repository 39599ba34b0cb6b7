import TemaModel

/// The sheet that describes the tables: definitions, provenance and column names.
struct AboutSheet {
    /// The description of one table.
    struct Part {
        let title: String
        let notes: [String]
        let names: [(heading: String, name: String)]
    }

    private static let width = 100

    let parts: [Part]
    let provenance: [Table.Field]

    func write(to workbook: Workbook) throws(Problem) {
        let sheet = try workbook.sheet("About")
        var row = 0
        func add(_ name: String, text: String) throws(Problem) {
            try sheet.write(name, row: row, column: 0, look: CellFormat(isBold: true))
            try sheet.write(text, row: row, column: 1, look: CellFormat(mask: text.isFormula ? "@" : nil, wraps: true))
            sheet.setLines(SheetWidth.lines(of: text, in: Self.width), of: row)
            row += 1
        }
        func head(_ title: String) throws(Problem) {
            try sheet.write(title, row: row, column: 0, look: CellFormat(isHeading: true))
            try sheet.write(" ", row: row, column: 1, look: CellFormat(isHeading: true))
            row += 1
        }
        if !provenance.isEmpty {
            try head("Provenance")
            for field in provenance { try add(field.name, text: CellText(.text, forPeople: true).string(field.value)) }
            row += 1
        }
        for part in parts {
            try head(part.title.isEmpty ? "Table" : part.title)
            for note in part.notes { try add("Note", text: note) }
            for (heading, name) in part.names { try add(heading, text: "“\(name)” in CSV, TSV and JSON") }
            row += 1
        }
        sheet.setWidth(28, of: 0)
        sheet.setWidth(Self.width, of: 1)
        sheet.fitToPageWidth()
    }
}
