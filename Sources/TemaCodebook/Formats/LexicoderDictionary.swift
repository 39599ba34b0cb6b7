import TemaFormats
import TemaModel

/// Lexicoder 3 dictionaries: a line with `+` and a name begins a category, the lines after it are its entries.
package enum LexicoderDictionary: CodebookFormat {
    package static let name = "lexicoder"
    package static let summary = "Lexicoder dictionaries (.lc3); .lcd files are read as yoshikoder"
    package static let extensions = ["lc3"]
    package static let isXML = false

    static let matching = EntryMatching(hasQuestionMark: false)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        NumberedLines.first(beginning).first?.trimmed.hasPrefix("+") == true
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        var outline = DictionaryOutline()
        for line in NumberedLines(try input.readAll(atMost: Limits.yamlBytes)) where !line.trimmed.isEmpty {
            // Spaces at the ends of an entry mark word boundaries, which Tema always requires.
            if line.trimmed.hasPrefix("+") {
                let name = String(line.trimmed.dropFirst())
                try outline.add(DictionaryCategory(name, line: line.number), indented: 0)
            } else if let category = outline.category(above: 1) {
                try outline.addEntry(line.trimmed, to: category, line: line.number)
            } else {
                throw Problem(
                    "an entry precedes the first category", suggestion: "add a line such as +positive before it",
                    line: line.number)
            }
        }
        return try DictionaryImport.codebook(outline.categories, matching, from: input, losses: &losses)
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        var out = ""
        let categories = DictionaryExport(format: "Lexicoder", matching: matching).categories(codebook, &losses)
        write(categories, below: "", out: &out, losses: &losses)
        return Array(out.utf8)
    }

    /// Writes categories. The name of a subcategory is prefixed with the names of its ancestors.
    private static func write(
        _ categories: [DictionaryCategory], below: String, out: inout String, losses: inout Losses
    ) {
        for category in categories {
            if !below.isEmpty { losses.add("level", "Lexicoder has only one: ancestors are added to the name") }
            let name = below + category.name
            out += "+\(name)\n" + category.entries.map { $0.text + "\n" }.joined()
            write(category.categories, below: name + " > ", out: &out, losses: &losses)
        }
    }
}
