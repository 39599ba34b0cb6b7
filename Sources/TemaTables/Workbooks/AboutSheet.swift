import TemaModel

/// The sheet that describes the tables: definitions, provenance and column names.
struct AboutSheet {
    /// The description of one table.
    struct Part {
        let title: Phrase
        let notes: [Phrase]
        let names: [(heading: String, name: String)]
    }

    private static let width = 100

    let parts: [Part]
    let provenance: [Fact]
    let language: DisplayLanguage

    func write(to workbook: Workbook) throws(Problem) {
        let sheet = try workbook.sheet(Phrase("About").text(in: language))
        var row = 0
        func add(_ name: Phrase, text: String) throws(Problem) {
            try sheet.write(name.text(in: language), row: row, column: 0, look: CellFormat(isBold: true))
            try sheet.write(text, row: row, column: 1, look: CellFormat(mask: text.isFormula ? "@" : nil, wraps: true))
            sheet.setLines(SheetWidth.lines(of: text, in: Self.width), of: row)
            row += 1
        }
        func head(_ title: Phrase) throws(Problem) {
            try sheet.write(title.text(in: language), row: row, column: 0, look: CellFormat(isHeading: true))
            try sheet.write(" ", row: row, column: 1, look: CellFormat(isHeading: true))
            row += 1
        }
        if !provenance.isEmpty {
            try head(Phrase("Provenance"))
            for field in provenance {
                try add(field.label, text: CellText(.text, for: .people(language)).string(field.value))
            }
            row += 1
        }
        for part in parts {
            try head(part.title.isEmpty ? Phrase("Table") : part.title)
            for note in part.notes { try add(Phrase("Note"), text: note.text(in: language)) }
            for (heading, name) in part.names {
                try add(Phrase(verbatim: heading), text: Phrase("“\(name)” in CSV, TSV and JSON").text(in: language))
            }
            row += 1
        }
        sheet.setWidth(28, of: 0)
        sheet.setWidth(Self.width, of: 1)
        sheet.fitToPageWidth()
    }
}
