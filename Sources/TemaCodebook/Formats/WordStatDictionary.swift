import TemaFormats
import TemaModel

/// Dictionaries of WordStat and QDA Miner: indented lines, words with a weight, categories without.
package enum WordStatDictionary: CodebookFormat {
    package static let name = "wordstat"
    package static let summary = "WordStat's and QDA Miner's dictionaries (.cat)"
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
                // How far its operators reach is WordStat's to know.
                losses.add("rule \(line.trimmed.quotedShort)", "left out: write it with NEAR or THEN")
            } else if let (word, weight) = weighted(line.trimmed) {
                if weight != "1" { losses.add("weight \(weight)", "left out: Tema counts every match once") }
                var category = outline.category(above: line.indent)
                if category == nil {
                    // Outside any category a word stands for itself.
                    category = try outline.add(DictionaryCategory(word, line: line.number), indented: line.indent)
                }
                if let category { try outline.addEntry(word, to: category, line: line.number) }
            } else {
                try outline.add(DictionaryCategory(line.trimmed, line: line.number), indented: line.indent)
            }
        }
        return try DictionaryImport.codebook(outline.categories, matching, from: input, losses: &losses)
    }

    /// The word and the weight of `WORD (1)`; nothing where a line does not end in one.
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
                // It would be taken for a word, or a rule.
                name = name.replacingScalars { $0 == "(" ? "[" : $0 == ")" ? "]" : $0 == "@" ? "at " : nil }
                losses.add("name", "what would be a weight or a rule is written otherwise")
            }
            out += indent + name + "\n"
            for entry in category.entries { out += "\(indent)\t\(entry.text) (1)\n" }
            write(category.categories, indent: indent + "\t", out: &out, losses: &losses)
        }
    }
}
