public import Ingest
public import Model

/// Word lists and code lists in CSV or TSV: a row an entry, with its categories in one column or several.
public enum DelimitedCodebook: CodebookFormat {
    public static let name = "csv"
    public static let summary = "tables of codes and words (CSV; TSV is read)"
    public static let extensions = ["csv"]
    public static let isXML = false

    static let matching = EntryMatching(hasOperators: true)

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        guard let first = NumberedLines.first(beginning).first, let table = try? DelimitedText(first.text) else {
            return false
        }
        return (try? DelimitedColumns(table)) != nil
    }

    public static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let table = try DelimitedText(try input.readAll(atMost: Limits.yamlBytes))
        let columns = try DelimitedColumns(table)
        var tree = CategoryTree()
        for row in table.rows where row.fields.contains(where: { !$0.trimmedOfSpace.isEmpty }) {
            try columns.add(row, to: &tree, &losses)
        }
        return try DictionaryImport.codebook(tree.categories, matching, from: input, &losses)
    }

    private static let layout = Table.Layout(
        title: "Codebook",
        columns: [
            .init("code", "Code"), .init("name", "Name"), .init("definition", "Definition"),
            .init("language", "Language"), .init("indicator", "Indicator"),
        ])

    /// A row an indicator; a code without has one row.
    public static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        let export = DictionaryExport(
            format: "CSV", matching: matching, hasDefinitions: true, hasLanguages: true, hasIDs: true, hasAnyName: true)
        var rows: [Table.Row] = []
        func add(_ categories: [DictionaryCategory], above: String) {
            for category in categories {
                let id = category.id ?? category.name
                let name = category.name == id ? "" : category.name
                let code: [Table.Cell] = [.text(above + id), .text(name), .text(category.definition ?? "")]
                if category.entries.isEmpty { rows.append(Table.Row(code)) }
                for (number, entry) in category.entries.enumerated() {
                    // What a code means is said once.
                    let first = number == 0 ? code : [code[0]] + [.empty, .empty]
                    rows.append(Table.Row(first + [.text(entry.language ?? ""), .text(entry.text)]))
                }
                add(category.categories, above: above + id + "/")
            }
        }
        add(export.categories(codebook, &losses), above: "")
        return Table(layout, rows: rows).written(as: CSVTable.self)
    }
}
