import TemaFormats
import TemaModel

/// LIWC dictionaries (2001 to 22): a legend of numbered categories between lines of `%`, then words with their numbers.
package enum LIWCDictionary: CodebookFormat {
    package static let name = "liwc"
    package static let summary = "LIWC dictionaries (.dic)"
    package static let extensions = ["dic"]
    package static let isXML = false

    static let matching = EntryMatching(star: .atEnd, hasQuestionMark: false)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        NumberedLines.first(beginning).first?.trimmed == "%"
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        var lines = NumberedLines(try input.readAll(atMost: Limits.yamlBytes))
        var legend = try LIWCLegend(&lines)
        let lineages = legend.outline.lineages
        while let line = lines.next() {
            guard !line.trimmed.isEmpty else { continue }
            guard let entry = LIWCEntry(line, legend, losses: &losses) else { continue }
            // A code includes its descendants, so the numbers of ancestors that LIWC lists are redundant.
            let above = entry.categories.reduce(into: Set<Int>()) { $0.formUnion(lineages[$1]) }
            for number in entry.categories where !above.contains(number) {
                try legend.outline.addEntry(entry.word, to: number, line: line.number)
            }
        }
        return try DictionaryImport.codebook(legend.outline.categories, matching, from: input, losses: &losses)
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        let categories = DictionaryExport(format: "LIWC", matching: matching).categories(codebook, &losses)
        var writer = LIWCWriter()
        writer.add(categories, level: 0, above: [], losses: &losses)
        return Array(writer.text.utf8)
    }
}

/// Numbers the categories, and collects the numbers of each word.
private struct LIWCWriter {
    private var legend = ""
    private var count = 0
    private var numbers: [String: [Int]] = [:]

    /// Adds categories and their descendants.
    ///
    /// - Returns: The entries of the categories and of all their descendants.
    @discardableResult
    mutating func add(
        _ categories: [DictionaryCategory], level: Int, above: [Int], losses: inout Losses
    ) -> Set<String> {
        var all: Set<String> = []
        for category in categories {
            count += 1
            legend += String(repeating: "\t", count: level) + "\(count)\t\(category.name)\n"
            let lineage = above + [count]
            let below = add(category.categories, level: level + 1, above: lineage, losses: &losses)
            for entry in category.entries {
                // LIWC does not add up categories, so a word has the numbers of all categories it belongs to.
                if below.contains(entry.text) {
                    losses.add("indicator also in a descendant code", "kept in the descendant code only")
                }
                numbers[entry.text, default: []] += lineage
            }
            all.formUnion(below)
            all.formUnion(category.entries.map(\.text))
        }
        return all
    }

    /// The file's text, with words sorted by their bytes, as in LIWC's own dictionaries.
    var text: String {
        let sorted = numbers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let lines = sorted.map { word, numbers in
            "\(word)\t\(Set(numbers).sorted().map(String.init).joined(separator: "\t"))\n"
        }
        return "%\n\(legend)%\n" + lines.joined()
    }
}
