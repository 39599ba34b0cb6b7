import TemaModel

/// Converts a codebook to a dictionary's categories, and reports what the format cannot represent.
struct DictionaryExport: Sendable {
    /// The name of the format, for reasons of losses.
    var format: String
    var matching: EntryMatching
    var hasDefinitions = false
    /// Whether the format has a description of the dictionary.
    var hasDescription = false
    var hasLanguages = false
    var hasIDs = false
    /// Whether names may contain line breaks and tabs.
    var hasAnyName = false

    func categories(_ codebook: Codebook, _ losses: inout Losses) -> [DictionaryCategory] {
        let nothing = "skipped: \(format) has no field for it"
        losses.add("version", nothing, count: codebook.version == "1" ? 0 : 1)
        losses.add("language", nothing, count: codebook.language == nil ? 0 : 1)
        losses.add("accents", nothing, count: codebook.ignoresAccents ? 1 : 0)
        losses.add("levels", nothing, count: codebook.levels.count)
        losses.add("source", nothing, count: codebook.source == nil ? 0 : 1)
        losses.add("description", nothing, count: max(0, codebook.description.entries.count - (hasDescription ? 1 : 0)))
        losses.add("memo", nothing, count: codebook.memo == nil ? 0 : 1)
        return categories(codebook.codes, &losses)
    }

    private func categories(_ codes: [Code], _ losses: inout Losses) -> [DictionaryCategory] {
        var ids = IDMaker()
        return codes.map { code in
            reportLosses(code, &losses)
            var category = DictionaryCategory(name(code, &losses))
            if hasIDs {
                category.id = code.id
            } else if ids.id(for: category.name) != code.id {
                losses.add("id", "replaced by an id made from the name")
            }
            category.definition = hasDefinitions ? code.definition.entries.first?.value : nil
            category.entries = entries(code, &losses)
            category.categories = categories(code.codes, &losses)
            return category
        }
    }

    private func reportLosses(_ code: Code, _ losses: inout Losses) {
        let nothing = "skipped: \(format) has no field for it"
        reportLosses("name", code.name, isKept: true, losses: &losses)
        reportLosses("definition", code.definition, isKept: hasDefinitions, losses: &losses)
        losses.add("include", nothing, count: code.include.entries.count)
        losses.add("exclude", nothing, count: code.exclude.entries.count)
        losses.add("colour", nothing, count: code.color == nil ? 0 : 1)
        losses.add("provenance", nothing, count: code.provenance == nil ? 0 : 1)
        losses.add("example", nothing, count: code.examples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("counterexample", nothing, count: code.counterexamples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("memo", nothing, count: code.memo == nil ? 0 : 1)
        losses.add("guid", nothing, count: code.guid == nil ? 0 : 1)
        losses.add("codable", nothing, count: code.isCodable == nil ? 0 : 1)
    }

    /// Reports the languages of a text that are lost: only the first text is kept, without its language.
    private func reportLosses(_ what: String, _ texts: ByLanguage<String>, isKept: Bool, losses: inout Losses) {
        guard isKept else {
            return losses.add(what, "skipped: \(format) has no field for it", count: texts.entries.count)
        }
        losses.add(
            "\(what) in another language", "skipped: only the first language is kept",
            count: max(0, texts.entries.count - 1))
        losses.add(
            "language of a \(what)", "skipped: \(format) has no field for it",
            count: texts.entries.first?.language == nil ? 0 : 1)
    }

    private func name(_ code: Code, _ losses: inout Losses) -> String {
        let name = code.name.entries.first?.value ?? code.id
        let words = name.unicodeScalars.split {
            $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
        let plain = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
        guard !plain.isEmpty else { return code.id }
        let written = hasAnyName ? name.trimmedOfSpace : plain
        if written != name { losses.add("name", "white space normalized") }
        return written
    }

    private func entries(_ code: Code, _ losses: inout Losses) -> [DictionaryCategory.Entry] {
        var entries: [DictionaryCategory.Entry] = []
        for list in code.indicators.entries {
            if !hasLanguages, let language = list.language {
                losses.add("language of indicators (\(language))", "the indicators match in any language", count: 1)
            }
            for indicator in list.value {
                guard let entry = matching.entry(for: indicator.match) else {
                    losses.add("indicator \(indicator.match.quotedShort)", "skipped: \(format) cannot express it")
                    continue
                }
                let limits = [
                    ("unless", indicator.unless.count), ("kinds", indicator.kinds.count),
                    ("sections", indicator.sections.count), ("within", indicator.isWithinSentence ? 1 : 0),
                ]
                for (limit, count) in limits where count > 0 {
                    losses.add(limit, "the indicator is kept without this restriction")
                }
                entries.append(.init(entry, language: hasLanguages ? list.language : nil))
            }
        }
        return entries
    }
}
