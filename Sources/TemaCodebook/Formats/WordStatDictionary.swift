import TemaFormats
import TemaModel

/// WordStat and QDA Miner dictionaries: indented lines; words have a weight, categories have none.
package enum WordStatDictionary: CodebookFormat {
    package static let name = "wordstat"
    package static let summary = "WordStat and QDA Miner dictionaries (.cat)"
    package static let extensions = ["cat"]
    package static let isXML = false

    static let matching = EntryMatching(partsAtUnderscore: true)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let lines = NumberedLines.first(beginning)
        guard let first = lines.first, !first.text.hasPrefix("<") else { return false }
        return lines.contains { $0.indent > 0 && weighted($0.trimmed) != nil }
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        var outline = DictionaryOutline()
        for line in NumberedLines(try input.readAll(atMost: Limits.yamlBytes)) where !line.trimmed.isEmpty {
            if line.trimmed.hasPrefix("@") {
                // Rules are not converted, because the reach of WordStat's operators is not known.
                losses.add("rule \(line.trimmed.quotedShort)", "skipped: rewrite it with NEAR or THEN")
            } else if let (word, weight) = weighted(line.trimmed) {
                if weight != "1" { losses.add("weight \(weight)", "ignored: Tema counts every match once") }
                var category = outline.category(above: line.indent)
                if category == nil {
                    // A word outside any category is a category of its own.
                    category = try outline.add(DictionaryCategory(word, line: line.number), indented: line.indent)
                }
                if let category { try outline.addEntry(word, to: category, line: line.number) }
            } else {
                try outline.add(DictionaryCategory(line.trimmed, line: line.number), indented: line.indent)
            }
        }
        return try DictionaryImport.codebook(outline.categories, matching, from: input, losses: &losses)
    }

    /// Returns the word and the weight of `WORD (1)`, or nil if the line does not end with a weight.
    private static func weighted(_ text: String) -> (word: String, weight: Substring)? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let weight = text[text.index(after: open)...].dropLast()
        let word = text[..<open].trimmedOfSpace
        guard !word.isEmpty, weight.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            weight.allSatisfy({ $0.isASCII && ($0.isNumber || ".,-".contains($0)) })
        else { return nil }
        return (word, weight)
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        var out = ""
        let categories = DictionaryExport(format: "WordStat", matching: matching).categories(codebook, &losses)
        write(categories, indent: "", out: &out, losses: &losses)
        return Array(out.utf8)
    }

    private static func write(
        _ categories: [DictionaryCategory], indent: String, out: inout String, losses: inout Losses
    ) {
        for category in categories {
            var name = category.name
            if weighted(name) != nil || name.hasPrefix("@") {
                // The name would be read as a word or a rule.
                name = name.replacingScalars { $0 == "(" ? "[" : $0 == ")" ? "]" : $0 == "@" ? "at " : nil }
                losses.add("name", "characters that mark a weight or a rule are replaced")
            }
            out += indent + name + "\n"
            for entry in category.entries { out += "\(indent)\t\(entry.text) (1)\n" }
            write(category.categories, indent: indent + "\t", out: &out, losses: &losses)
        }
    }
}
