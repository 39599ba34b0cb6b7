import TemaFormats
import TemaModel

/// Yoshikoder dictionaries (`.ykd`), and Lexicoder 2 dictionaries (`.lcd`), which use the same elements.
package enum YoshikoderDictionary: CodebookFormat {
    package static let name = "yoshikoder"
    package static let summary = "Yoshikoder dictionaries (.ykd)"
    package static let extensions = ["ykd"]
    package static let isXML = true

    static let matching = EntryMatching(hasQuestionMark: false)

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let text = NumberedLines.first(beginning).map(\.text).joined(separator: "\n")
        return text.trimmedOfSpace.hasPrefix("<") && text.contains("<dictionary") && text.contains("<cnode")
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let root = try XMLTree.read(input)
        guard root.name == "dictionary" else {
            throw Problem(
                "the root element is \(root.name), not dictionary",
                suggestion: "set its format with --from", line: root.line)
        }
        let reader = YoshikoderReader(root)
        var categories: [DictionaryCategory] = []
        for node in root.elements { try reader.add(node, to: &categories, depth: 1, losses: &losses) }
        let title = root["name"]
        // In Yoshikoder the single top category is the dictionary itself.
        guard !reader.isLexicoder, let top = categories.first, categories.count == 1, top.entries.isEmpty,
            !top.categories.isEmpty
        else { return try DictionaryImport.codebook(categories, matching, title: title, from: input, losses: &losses) }
        var codebook = try DictionaryImport.codebook(
            top.categories, matching, title: title ?? top.name, from: input, losses: &losses)
        if let description = top.definition, description != top.name { codebook.description = ByLanguage(description) }
        return codebook
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        let export = DictionaryExport(
            format: "Yoshikoder", matching: matching, hasDefinitions: true, hasDescription: true)
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out += "<dictionary style=\"050805\" patternengine=\"substring\">\n"
        var top = DictionaryCategory(codebook.title.entries.first?.value ?? codebook.id)
        top.definition = codebook.description.entries.first?.value
        top.categories = export.categories(codebook, &losses)
        write(top, indent: "\t", out: &out, losses: &losses)
        return Array((out + "</dictionary>\n").utf8)
    }

    private static func write(
        _ category: DictionaryCategory, indent: String, out: inout String, losses: inout Losses
    ) {
        let description = (category.definition ?? "").escapedAsXML
        if description.contains("\u{FFFD}"), category.definition?.contains("\u{FFFD}") == false {
            losses.add("definition", "control characters are replaced by �, because XML cannot contain them")
        }
        out += "\(indent)<cnode name=\"\(category.name.escapedAsXML)\" desc=\"\(description)\">\n"
        for entry in category.entries { out += "\(indent)\t<pnode name=\"\(entry.text.escapedAsXML)\"/>\n" }
        for below in category.categories { write(below, indent: indent + "\t", out: &out, losses: &losses) }
        out += "\(indent)</cnode>\n"
    }
}

/// Reads categories (`cnode`) and entries (`pnode`) from XML elements.
private struct YoshikoderReader {
    let isLexicoder: Bool
    private let isRegular: Bool

    init(_ root: XMLNode) {
        isLexicoder = root["style"]?.lowercased() == "lexicoder"
        isRegular = root["patternengine"]?.lowercased().hasPrefix("reg") == true
    }

    func add(
        _ node: XMLNode, to categories: inout [DictionaryCategory], depth: Int, losses: inout Losses
    ) throws(Problem) {
        guard depth <= CodebookLimits.depth + 1 else { throw DictionaryOutline.tooDeep(node.line) }
        guard node.name == "cnode" else {
            return losses.add("element \(node.name)", "skipped: not a category (cnode)")
        }
        reportLosses(node, known: ["name", "desc"], losses: &losses)
        var category = DictionaryCategory(node["name"] ?? "", line: node.line)
        category.definition = node["desc"].flatMap { $0.trimmedOfSpace.isEmpty ? nil : $0 }
        for below in node.elements {
            guard below.name == "pnode" else {
                try add(below, to: &category.categories, depth: depth + 1, losses: &losses)
                continue
            }
            reportLosses(below, known: ["name"], losses: &losses)
            if let entry = entry(below["name"] ?? "", &losses) { category.entries.append(.init(entry)) }
        }
        categories.append(category)
    }

    private func reportLosses(_ node: XMLNode, known: Set<String>, losses: inout Losses) {
        for attribute in node.attributes where !known.contains(attribute.name) {
            losses.add("\(attribute.name) of \(node.name)", "skipped: a codebook has no field for it")
        }
    }

    private func entry(_ name: String, _ losses: inout Losses) -> String? {
        if isRegular, name.unicodeScalars.contains(where: { ".*?+[](){}|^$\\".unicodeScalars.contains($0) }) {
            losses.add("entry \(name.quotedShort)", "skipped: it is a regular expression")
            return nil
        }
        guard isLexicoder else { return name }
        // Lexicoder matches substrings; a space at an end of the entry marks a word boundary.
        let start = name.first?.isWhitespace == true ? "" : "*"
        let end = name.last?.isWhitespace == true ? "" : "*"
        let words = name.trimmedOfSpace
        return words.isEmpty ? nil : start + words + end
    }
}
