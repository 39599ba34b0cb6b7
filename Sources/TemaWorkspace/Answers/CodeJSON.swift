import TemaModel
import TemaStudy

/// A code as the page shows it.
enum CodeJSON {
    static func code(_ entry: CodeList.Entry, _ codes: CodeList, _ counts: CodeCounts) -> JSON {
        let code = entry.code
        return .object([
            "path": .string(entry.path), "id": .string(code.id), "name": .string(entry.name),
            "depth": .number(entry.depth), "parent": .string(entry.parent.map { codes.entries[$0].path }),
            "color": .string(code.color), "definition": .string(code.definition.value(in: nil)),
            "include": .string(code.include.value(in: nil)), "exclude": .string(code.exclude.value(in: nil)),
            "memo": .string(code.memo), "examples": .strings(code.examples.entries.flatMap(\.value)),
            "counterexamples": .strings(code.counterexamples.entries.flatMap(\.value)),
            "indicators": .list(
                code.indicators.entries.flatMap { list in list.value.map { indicator($0, list.language) } }),
            "codable": .flag(code.isCodable ?? true),
            "codings": .number(counts.codings[entry.path] ?? 0),
            "documents": .number(counts.documents[entry.path] ?? 0),
            "automatic": .number(counts.automatic[entry.path] ?? 0),
        ])
    }

    private static func indicator(_ indicator: Indicator, _ language: String?) -> JSON {
        .object([
            "match": .string(indicator.match), "language": .string(language), "unless": .strings(indicator.unless),
            "kinds": .strings(indicator.kinds.map(\.rawValue)),
            "sections": .strings(indicator.sections.map(\.rawValue)), "sentence": .flag(indicator.isWithinSentence),
        ])
    }
}

/// The numbers of codings of each code that a person may see, by the code's path and without the codes below it.
struct CodeCounts {
    private(set) var codings: [String: Int] = [:]
    private(set) var documents: [String: Int] = [:]
    private(set) var automatic: [String: Int] = [:]

    /// - Throws: A ``Problem`` if the study cannot be read.
    init(_ call: Call) throws {
        let visibility = try call.desk.visibility(of: call.person)
        var seen: [String: Set<String>] = [:]
        for row in try call.study.codeUse()
        where visibility.sees(row.coder, in: row.document) {
            codings[row.code, default: 0] += row.codings
            seen[row.code, default: []].insert(row.document)
        }
        documents = seen.mapValues(\.count)
        automatic = try call.study.automaticCodeUse()
    }
}
