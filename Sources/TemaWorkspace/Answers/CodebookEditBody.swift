import TemaModel

/// A codebook edit as a request describes it.
struct CodebookEditBody {
    let edit: CodebookEdit
    /// The ids of the codings that a split moves.
    let moving: [String]

    /// - Throws: A ``RequestFailure`` if the body describes no edit, or a ``Problem`` if the codebook lacks a code.
    init(_ body: RequestBody, _ codes: CodeList?) throws {
        var body = body
        let kind = try body.text("edit")
        func known(_ path: String) throws -> Code {
            guard let entry = codes?.entries.first(where: { $0.path == path }) else {
                throw Problem("the codebook has no code \(path)", kind: .missing)
            }
            return entry.code
        }
        let main = codes?.codebook.language
        if kind == "add" {
            var code = Code(id: try body.text("id"))
            let parent = try body.optionalText("under")
            if let fields = try body.optionalObject("fields") { try Self.write(fields, to: &code, main: main) }
            (edit, moving) = (.add(code, under: parent), [])
            try body.end()
            return
        }
        let path = try body.text("code")
        var code = try known(path)
        var ids: [String] = []
        switch kind {
        case "rename": edit = .rename(path, to: try body.text("to"))
        case "move": edit = .move(path, under: try body.optionalText("under"))
        case "merge": edit = .merge(path, into: try body.text("into"))
        case "split":
            edit = .split(path, into: try body.text("to"))
            ids = try body.texts("ids")
        case "retire": edit = .retire(path)
        case "edit":
            if let fields = try body.optionalObject("fields") { try Self.write(fields, to: &code, main: main) }
            edit = .describe(path, as: code)
        default:
            throw RequestFailure(
                .badRequest, "unknown edit “\(kind)”",
                suggestion: "one of add, edit, rename, move, merge, split, retire")
        }
        moving = ids
        try body.end()
    }

    /// Writes the fields that are present to a code. An empty text removes a field.
    private static func write(_ fields: RequestBody, to code: inout Code, main: String?) throws {
        var fields = fields
        func set(_ name: String, _ field: inout ByLanguage<String>) throws {
            guard let text = try fields.optionalText(name) else { return }
            try field.change(in: nil, main: main) { _ in text.isEmpty ? nil : text }
        }
        try set("name", &code.name)
        try set("definition", &code.definition)
        try set("include", &code.include)
        try set("exclude", &code.exclude)
        if let color = try fields.optionalText("color") { code.color = color.isEmpty ? nil : color }
        if let memo = try fields.optionalText("memo") { code.memo = memo.isEmpty ? nil : memo }
        if let codable = try fields.optionalFlag("codable") { code.isCodable = codable }
        if let listed = try fields.optionalObjects("indicators") {
            code.indicators = try indicators(listed, main: main)
        }
        try fields.end()
    }

    /// Returns the indicators of a request by language, in their order. Beside indicators with languages, those without one are
    /// in the main language.
    ///
    /// - Parameter main: The codebook's main language.
    static func indicators(_ bodies: [RequestBody], main: String?) throws -> ByLanguage<[Indicator]> {
        let lists = try indicatorsAsWritten(bodies)
        guard let plain = lists.entries.firstIndex(where: { $0.language == nil }),
            let language = main ?? lists.entries.first(where: { $0.language != nil })?.language, lists.entries.count > 1
        else { return lists }
        var merged = lists
        let rest = merged.entries.remove(at: plain).value
        try merged.change(in: language, main: main) { ($0 ?? []) + rest }
        return merged
    }

    private static func indicatorsAsWritten(_ bodies: [RequestBody]) throws -> ByLanguage<[Indicator]> {
        var lists = ByLanguage<[Indicator]>()
        for var body in bodies {
            let language = try body.optionalText("language")
            let indicator = Indicator(
                try body.text("match"), unless: try body.optionalTexts("unless") ?? [],
                kinds: try (body.optionalTexts("kinds") ?? []).map { try value($0, of: PassageKind.self) },
                sections: try (body.optionalTexts("sections") ?? []).map { try value($0, of: SectionType.self) },
                isWithinSentence: try body.optionalFlag("sentence") ?? false)
            try body.end()
            if let index = lists.entries.firstIndex(where: { $0.language == language }) {
                lists.entries[index].value.append(indicator)
            } else {
                lists.entries.append(.init(language: language, value: [indicator]))
            }
        }
        return lists
    }

    private static func value<Choice: RawRepresentable>(_ text: String, of type: Choice.Type) throws -> Choice
    where Choice.RawValue == String {
        guard let value = Choice(rawValue: text) else { throw RequestFailure(.badRequest, "unknown value “\(text)”") }
        return value
    }
}
