import TemaFormats
import TemaModel

/// Dictionaries of Lexicoder 3: a line with `+` and a name begins a category, the lines below it are its entries.
package enum LexicoderDictionary: CodebookFormat {
    package static let name = "lexicoder"
    package static let summary = "Lexicoder's dictionaries (.lc3); its .lcd are read as yoshikoder"
    package static let extensions = ["lc3"]
    package static let isXML = false

    static let matching = EntryMatching(hasQuestionMark: false)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        NumberedLines.first(beginning).first?.trimmed.hasPrefix("+") == true
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        var outline = DictionaryOutline()
        for line in NumberedLines(try input.readAll(atMost: Limits.yamlBytes)) where !line.trimmed.isEmpty {
            // The spaces at an entry's ends mark words, and words are all that Tema finds.
            if line.trimmed.hasPrefix("+") {
                let name = String(line.trimmed.dropFirst())
                try outline.add(DictionaryCategory(name, line: line.number), indented: 0)
            } else if let category = outline.category(above: 1) {
                try outline.addEntry(line.trimmed, to: category, line: line.number)
            } else {
                throw Problem(
                    "an entry stands before the first category", suggestion: "write a line such as +positive above it",
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

    /// A category below others is called by their names, too.
    private static func write(
        _ categories: [DictionaryCategory], below: String, out: inout String, losses: inout Losses
    ) {
        for category in categories {
            if !below.isEmpty { losses.add("level", "Lexicoder has one: the names above are put before the name") }
            let name = below + category.name
            out += "+\(name)\n" + category.entries.map { $0.text + "\n" }.joined()
            write(category.categories, below: name + " > ", out: &out, losses: &losses)
        }
    }
}
