import TemaFormats
import TemaModel

/// Converts a dictionary's categories to a codebook.
struct DictionaryImport {
    private let matching: EntryMatching
    private var codeCount = 0
    private var entryCount = 0

    private init(_ matching: EntryMatching) { self.matching = matching }

    /// Returns a codebook.
    ///
    /// - Parameters:
    ///   - matching: How the format's entries match.
    ///   - title: The title in the file; nil to use the file's name.
    /// - Throws: A ``Problem`` if there is no category, a category has no name, or a limit is exceeded.
    static func codebook(
        _ categories: [DictionaryCategory], _ matching: EntryMatching, title: String? = nil, from input: UTF8Input,
        losses: inout Losses
    ) throws(Problem) -> Codebook {
        guard !categories.isEmpty else {
            throw Problem("the file contains no category", suggestion: "set its format with --from")
        }
        var reader = DictionaryImport(matching)
        let name = input.source.title
        var ids = IDMaker()
        return Codebook(
            id: ids.id(for: name), title: ByLanguage(title ?? name),
            codes: try reader.codes(categories, depth: 1, losses: &losses))
    }

    private mutating func codes(
        _ categories: [DictionaryCategory], depth: Int, losses: inout Losses
    ) throws(Problem) -> [Code] {
        guard depth <= CodebookLimits.depth || categories.isEmpty else {
            throw DictionaryOutline.tooDeep(categories.first?.line)
        }
        var ids = IDMaker()
        var codes: [Code] = []
        for category in categories {
            codeCount += 1
            guard codeCount <= CodebookLimits.codes else { throw DictionaryOutline.tooMany(category.line) }
            let name = category.name.trimmedOfSpace
            guard !name.isEmpty else {
                throw Problem("a category has no name", suggestion: "add a name", line: category.line)
            }
            guard name.unicodeScalars.count <= CodebookLimits.nameLength else {
                throw Problem(
                    "the name of a category is longer than \(CodebookLimits.nameLength) characters",
                    suggestion: "shorten it", line: category.line)
            }
            var code = Code(id: ids.id(for: category.id ?? name))
            if code.id != name { code.name = ByLanguage(name) }
            if let definition = category.definition { code.definition = ByLanguage(definition) }
            code.indicators = try indicators(category, &losses)
            code.codes = try self.codes(category.categories, depth: depth + 1, losses: &losses)
            codes.append(code)
        }
        return codes
    }

    private struct Known: Hashable {
        let pattern: IndicatorPattern
        let language: String?
    }

    /// Returns the indicators of a category; duplicate entries become one indicator.
    private mutating func indicators(
        _ category: DictionaryCategory, _ losses: inout Losses
    ) throws(Problem) -> ByLanguage<[Indicator]> {
        var indicators = ByLanguage<[Indicator]>()
        var lists: [String?: Int] = [:]
        var known: Set<Known> = []
        for entry in category.entries {
            entryCount += 1
            guard entryCount <= CodebookLimits.indicators else {
                throw DictionaryOutline.tooManyEntries(category.line)
            }
            guard let match = indicatorText(entry.text, &losses), let pattern = try? IndicatorPattern(match),
                known.insert(Known(pattern: pattern, language: entry.language)).inserted
            else { continue }
            if lists[entry.language] == nil {
                lists[entry.language] = indicators.entries.count
                indicators.entries.append(.init(language: entry.language, value: []))
            }
            if let index = lists[entry.language] { indicators.entries[index].value.append(Indicator(match)) }
        }
        return indicators
    }

    private func indicatorText(_ entry: String, _ losses: inout Losses) -> String? {
        switch matching.reading(of: entry) {
        case .same(let match): return match
        case .wider(let match, let reason):
            losses.add("entry \(entry.quotedShort)", reason)
            return match
        case .none(let reason):
            losses.add("entry \(entry.quotedShort)", reason)
            return nil
        }
    }
}

extension ByteSource {
    /// The file's name without folders and extension, the default title of a codebook.
    var title: String {
        let last = name.split(separator: "/").last ?? "codebook"
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return String(last) }
        return String(last[..<dot])
    }
}
