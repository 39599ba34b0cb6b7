import TemaFormats
import TemaModel
internal import Yams

/// quanteda dictionaries in YAML: nested categories with glob patterns as entries.
package enum QuantedaDictionary: CodebookFormat {
    package static let name = "quanteda"
    package static let summary = "quanteda dictionaries in YAML"
    package static let extensions = ["yaml", "yml"]
    package static let isXML = false

    /// The key of a category's own entries if it also has subcategories.
    private static let own = "__"

    /// Returns whether some line ends with a colon or contains a list after a name.
    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let lines = NumberedLines.first(beginning).filter { !$0.trimmed.hasPrefix("#") && $0.trimmed != "---" }
        guard let first = lines.first, !NativeCodebook.recognises(beginning), first.indent == 0,
            !first.text.hasPrefix("<"), !first.text.hasPrefix("%")
        else { return false }
        return lines.contains { $0.trimmed.hasSuffix(":") || $0.text.contains(": [") }
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let text = try input.readAll(atMost: Limits.yamlBytes)
        guard let root = try SafeYAML.compose(text), case .mapping(let mapping) = root else {
            throw Problem(
                "a dictionary must be a list of names and values",
                suggestion: "begin with a category such as care:",
                line: 1)
        }
        let categories = try categories(mapping, depth: 1, losses: &losses)
        return try DictionaryImport.codebook(categories, .glob, from: input, losses: &losses)
    }

    private static func categories(
        _ mapping: Node.Mapping, depth: Int, losses: inout Losses
    ) throws(Problem) -> [DictionaryCategory] {
        var categories: [DictionaryCategory] = []
        for (key, value) in mapping {
            guard depth <= CodebookLimits.depth else { throw DictionaryOutline.tooDeep(key.mark?.line) }
            var category = DictionaryCategory(key.scalar?.string ?? "", line: key.mark?.line)
            try fill(&category, value, depth: depth, losses: &losses)
            categories.append(category)
        }
        return categories
    }

    private static func fill(
        _ category: inout DictionaryCategory, _ value: Node, depth: Int, losses: inout Losses
    ) throws(Problem) {
        switch value {
        case .scalar: add(value, to: &category, losses: &losses)
        case .mapping(let mapping):
            for below in try categories(mapping, depth: depth + 1, losses: &losses) {
                if below.name == own, below.categories.isEmpty {
                    category.entries += below.entries
                } else {
                    category.categories.append(below)
                }
            }
        case .sequence(let items):
            for item in items {
                if case .sequence = item {
                    throw Problem(
                        "a list in a list is not an entry", suggestion: "write one list per category",
                        line: item.mark?.line,
                        column: item.mark?.column)
                }
                try fill(&category, item, depth: depth, losses: &losses)
            }
        case .alias: break
        }
    }

    /// An empty value is ignored. A `null` could be meant as a word, so it is reported.
    private static func add(_ node: Node, to category: inout DictionaryCategory, losses: inout Losses) {
        guard let text = node.scalar?.string, !text.isEmpty else { return }
        guard !SafeYAML.isNull(node) else {
            return losses.add(
                "entry \(text.quotedShort)", "skipped: it is null in YAML; put it in quotes if it is a word")
        }
        category.entries.append(.init(text))
    }

    private static let export = DictionaryExport(format: "quanteda", matching: .glob, hasAnyName: true)

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        var out = ""
        write(export.categories(codebook, &losses), 0, out: &out, losses: &losses)
        return Array(out.utf8)
    }

    /// Writes categories. Readers reject duplicate names, so duplicates get a number.
    private static func write(
        _ categories: [DictionaryCategory], _ indent: Int, out: inout String, losses: inout Losses
    ) {
        var known: Set<String> = []
        for category in categories {
            var name = category.name
            var number = 1
            while name == own || !known.insert(name).inserted {
                number += 1
                name = "\(category.name) (\(number))"
            }
            if name != category.name { losses.add("name", "a number is added to make it unique") }
            let margin = String(repeating: " ", count: indent)
            out += margin + CodebookYAML.quoted(name) + ":"
            let list = "[" + category.entries.map { CodebookYAML.quoted($0.text) }.joined(separator: ", ") + "]"
            guard !category.categories.isEmpty else {
                out += " \(list)\n"
                continue
            }
            out += "\n"
            write(category.categories, indent + 2, out: &out, losses: &losses)
            if !category.entries.isEmpty { out += margin + "  " + CodebookYAML.quoted(own) + ": \(list)\n" }
        }
    }
}
