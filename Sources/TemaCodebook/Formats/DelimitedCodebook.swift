import TemaFormats
import TemaModel

/// Word lists and code lists in CSV or TSV: one row for each entry, with its categories in one or several columns, or one row
/// for each code.
package enum DelimitedCodebook: CodebookFormat {
    package static let name = "csv"
    package static let summary = "tables of codes and words in CSV (also reads TSV and .xlsx)"
    package static let extensions = ["csv"]
    package static let isXML = false

    static let matching = EntryMatching(hasOperators: true)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        guard let first = NumberedLines.first(beginning).first, let table = try? DelimitedText(first.text) else {
            return false
        }
        return (try? DelimitedColumns(table)) != nil || CodeListTable(table) != nil
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let table = try DelimitedText(try input.readAll(atMost: Limits.yamlBytes))
        if let list = CodeListTable(table) {
            let title = input.source.title
            return try list.codebook(id: CodesFromNames.id(of: title), title: title, losses: &losses)
        }
        let columns = try DelimitedColumns(table)
        var tree = CategoryTree()
        for row in table.rows where row.fields.contains(where: { !$0.trimmedOfSpace.isEmpty }) {
            try columns.add(row, to: &tree, losses: &losses)
        }
        return try DictionaryImport.codebook(tree.categories, matching, from: input, losses: &losses)
    }

    private static let header = ["code", "name", "definition", "language", "indicator"]

    /// Writes one row for each indicator; a code without indicators has one row.
    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        let export = DictionaryExport(
            format: "CSV", matching: matching, hasDefinitions: true, hasLanguages: true, hasIDs: true, hasAnyName: true)
        let writer = DelimitedWriter(separator: ",")
        var text = writer.line(header)
        func add(row: [String]) { text += writer.line(row.map(writer.field)) }
        func add(_ categories: [DictionaryCategory], above: String) {
            for category in categories {
                let id = category.id ?? category.name
                let name = category.name == id ? "" : category.name
                let code = [above + id, name, category.definition ?? ""]
                if category.entries.isEmpty { add(row: code + ["", ""]) }
                for (number, entry) in category.entries.enumerated() {
                    // Only the first row has name and definition.
                    let first = number == 0 ? code : [code[0], "", ""]
                    add(row: first + [entry.language ?? "", entry.text])
                }
                add(category.categories, above: above + id + "/")
            }
        }
        add(export.categories(codebook, &losses), above: "")
        return Array(text.utf8)
    }
}
