import TemaModel

extension CodebookYAML {
    /// Returns a codebook as YAML, with the keys in their usual order. Reading the text returns an equal codebook.
    public static func write(_ codebook: Codebook) -> String {
        var writer = CodebookWriter()
        writer.write(codebook)
        return writer.out
    }

    /// Returns whether YAML without quotes reads a text as the same string.
    fileprivate static func isPlain(_ text: String) -> Bool {
        let isTaken = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        return !isTaken && text.first?.isLetter == true
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    /// Returns a text as a double-quoted YAML scalar.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                let isHidden =
                    scalar.properties.generalCategory == .control || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
                    || scalar.value & 0xFFFE == 0xFFFE
                if isHidden {
                    let hex = String(scalar.value, radix: 16)
                    quoted += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}

/// Writes the lines of a codebook file.
private struct CodebookWriter {
    private(set) var out = ""

    mutating func write(_ codebook: Codebook) {
        out = "tema: 1\n"
        field("id", codebook.id, indent: 0)
        local("title", codebook.title, indent: 0)
        field("version", codebook.version, indent: 0)
        field("language", codebook.language, indent: 0)
        if codebook.ignoresAccents { line("accents: ignore", 0) }
        if !codebook.levels.isEmpty {
            line("levels: [\(codebook.levels.map(quoted).joined(separator: ", "))]", 0)
        }
        field("source", codebook.source, indent: 0)
        local("description", codebook.description, indent: 0)
        field("memo", codebook.memo, indent: 0)
        codes(codebook.codes, 0)
    }

    private mutating func codes(_ codes: [Code], _ indent: Int) {
        guard !codes.isEmpty else { return }
        line("codes:", indent)
        for code in codes {
            line("- id: \(quoted(code.id))", indent + 2)
            write(code, indent + 4)
        }
    }

    private mutating func write(_ code: Code, _ indent: Int) {
        local("name", code.name, indent: indent)
        local("definition", code.definition, indent: indent)
        local("include", code.include, indent: indent)
        local("exclude", code.exclude, indent: indent)
        field("color", code.color, indent: indent)
        field("provenance", code.provenance?.rawValue, indent: indent)
        lists("indicators", code.indicators, indent: indent, indicator)
        lists("examples", code.examples, indent: indent, quoted)
        lists("counterexamples", code.counterexamples, indent: indent, quoted)
        field("memo", code.memo, indent: indent)
        field("guid", code.guid, indent: indent)
        if let isCodable = code.isCodable { line("codable: \(isCodable)", indent) }
        codes(code.codes, indent)
    }

    private mutating func field(_ key: String, _ value: String?, indent: Int) {
        if let value { line("\(key): \(quoted(value))", indent) }
    }

    private mutating func local(_ key: String, _ value: ByLanguage<String>, indent: Int) {
        if let only = value.entries.first, only.language == nil { return field(key, only.value, indent: indent) }
        guard !value.isEmpty else { return }
        line("\(key):", indent)
        for entry in value.entries { field(quoted(entry.language ?? ""), entry.value, indent: indent + 2) }
    }

    private mutating func lists<Item>(
        _ key: String, _ value: ByLanguage<[Item]>, indent: Int, _ written: (Item) -> String
    ) {
        if let only = value.entries.first, only.language == nil {
            return list(key, only.value, indent: indent, written)
        }
        guard !value.isEmpty else { return }
        line("\(key):", indent)
        for entry in value.entries { list(quoted(entry.language ?? ""), entry.value, indent: indent + 2, written) }
    }

    private mutating func list<Item>(_ key: String, _ items: [Item], indent: Int, _ written: (Item) -> String) {
        guard !items.isEmpty else { return line("\(key): []", indent) }
        line("\(key):", indent)
        for item in items { line("- \(written(item))", indent + 2) }
    }

    private func indicator(_ indicator: Indicator) -> String {
        guard indicator != Indicator(indicator.match) else { return quoted(indicator.match) }
        var parts = ["match: \(quoted(indicator.match))"]
        func add(_ key: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key): [\(values.map(quoted).joined(separator: ", "))]") }
        }
        add("unless", indicator.unless)
        add("kinds", indicator.kinds.map(\.rawValue))
        add("sections", indicator.sections.map(\.rawValue))
        if indicator.isWithinSentence { parts.append("within: sentence") }
        return "{\(parts.joined(separator: ", "))}"
    }

    private mutating func line(_ text: String, _ indent: Int) {
        out += String(repeating: " ", count: indent) + text + "\n"
    }

    private func quoted(_ text: String) -> String { CodebookYAML.isPlain(text) ? text : CodebookYAML.quoted(text) }
}
