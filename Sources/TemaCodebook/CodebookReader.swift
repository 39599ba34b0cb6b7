import TemaModel
internal import Yams

/// Converts the YAML nodes of a codebook file to a codebook, and collects problems.
struct CodebookReader {
    var problems: ProblemList
    private var codeCount = 0
    private var indicatorCount = 0
    /// The position of each indicator in the file, in the order of ``Model/CodeList/indicators``.
    private(set) var indicatorPlaces: [TextPlace] = []
    private var levels: [String] = []
    private var ignoresAccents = false
    private var hasWarnedOfDepth = false
    private var guids = CodeGUIDs()

    init(problems: ProblemList) {
        self.problems = problems
    }

    private static let codebookKeys = [
        "tema", "id", "title", "version", "language", "accents", "levels", "source", "description", "memo", "codes",
    ]
    private static let codeKeys = [
        "id", "name", "definition", "include", "exclude", "color", "provenance", "indicators", "examples",
        "counterexamples", "memo", "guid", "codable", "codes",
    ]

    mutating func codebook(_ root: Node) -> Codebook {
        let fields = YAMLFields(root, known: Self.codebookKeys, of: "a codebook", problems: &problems)
        checkFormat(fields)
        var codebook = Codebook(id: id(of: fields, "the codebook"))
        codebook.title = fields.localText("title", problems: &problems)
        codebook.version =
            fields.text("version", most: CodebookLimits.idLength, problems: &problems) ?? codebook.version
        codebook.language = fields.text("language", problems: &problems)
        readAccents(fields)
        codebook.ignoresAccents = ignoresAccents
        codebook.source = fields.text("source", problems: &problems)
        codebook.description = fields.localText("description", problems: &problems)
        codebook.memo = fields.text("memo", problems: &problems)
        readLevels(fields)
        codebook.levels = levels
        codebook.codes = codes(fields["codes"], depth: 1)
        if case .mapping = root, codebook.codes.isEmpty, !problems.hasErrors {
            problems.add(
                fields["codes"] ?? root, "the codebook has no codes", suggestion: "add a list of them under codes:")
        }
        return codebook
    }

    private mutating func readAccents(_ fields: YAMLFields) {
        guard let text = fields.text("accents", problems: &problems), let node = fields["accents"] else { return }
        let known = ["count", "ignore"]
        if !known.contains(text) {
            problems.add(node, "“\(text)” is not a value of accents", suggestion: didYouMean(text, known))
        }
        ignoresAccents = text == "ignore"
    }

    private mutating func checkFormat(_ fields: YAMLFields) {
        guard case .mapping = fields.node else { return }
        guard let format = fields["tema"] else {
            return problems.add(fields.node, "the format version is missing", suggestion: "begin the file with tema: 1")
        }
        if format.scalar?.string != "1" {
            problems.add(
                format, "this version of Tema reads format 1, not \(format.shape)", suggestion: "write tema: 1")
        }
    }

    private mutating func id(of fields: YAMLFields, _ what: String) -> String {
        guard let node = fields["id"] else {
            if case .mapping = fields.node {
                problems.add(fields.node, "\(what) has no id", suggestion: "add id: a-short-name")
            }
            return ""
        }
        guard let id = node.text("id", most: CodebookLimits.idLength, problems: &problems) else { return "" }
        let isBad = id.unicodeScalars.contains {
            $0 == "/" || $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
        if id.isEmpty || isBad {
            problems.add(
                node, "“\(id)” is not a valid id", suggestion: "use letters, digits and hyphens; no spaces, no /")
        }
        return id
    }

    private mutating func readLevels(_ fields: YAMLFields) {
        for node in fields["levels"]?.items ?? [] {
            guard let level = node.text("levels", most: CodebookLimits.nameLength, problems: &problems) else {
                continue
            }
            if levels.contains(level) {
                problems.add(node, "duplicate level “\(level)”", suggestion: "name each level once")
            }
            levels.append(level)
        }
    }

    private mutating func codes(_ node: Node?, depth: Int) -> [Code] {
        guard let node, !node.isNothing else { return [] }
        guard case .sequence(let items) = node else {
            problems.add(node, "codes must be a list, not \(node.shape)", suggestion: "begin each code with - id: …")
            return []
        }
        guard depth <= CodebookLimits.depth else {
            problems.add(
                node, "codes are nested more than \(CodebookLimits.depth) levels deep", suggestion: "flatten the tree")
            return []
        }
        if !levels.isEmpty, depth > levels.count, !hasWarnedOfDepth {
            hasWarnedOfDepth = true
            problems.add(
                node, "codes at depth \(depth) have no level name",
                suggestion: "add a name to levels, which has \(levels.count)",
                severity: .warning)
        }
        var siblings = SiblingIDs()
        return items.compactMap { item in
            codeCount += 1
            guard codeCount <= CodebookLimits.codes else {
                if codeCount == CodebookLimits.codes + 1 {
                    problems.add(item, "more than \(CodebookLimits.codes) codes", suggestion: "split the codebook")
                }
                return nil
            }
            return code(item, depth: depth, siblings: &siblings)
        }
    }

    private mutating func code(_ node: Node, depth: Int, siblings: inout SiblingIDs) -> Code {
        let fields = YAMLFields(node, known: Self.codeKeys, of: "a code", problems: &problems)
        var code = Code(id: id(of: fields, "this code"))
        if let place = fields["id"], !code.id.isEmpty { siblings.check(code.id, place, problems: &problems) }
        code.name = fields.localText("name", most: CodebookLimits.nameLength, problems: &problems)
        code.definition = fields.localText("definition", problems: &problems)
        code.include = fields.localText("include", problems: &problems)
        code.exclude = fields.localText("exclude", problems: &problems)
        code.color = color(fields)
        code.provenance = provenance(fields)
        code.indicators = indicators(fields)
        code.examples = fields.localTexts("examples", &problems)
        code.counterexamples = fields.localTexts("counterexamples", &problems)
        code.memo = fields.text("memo", problems: &problems)
        code.guid = guids.read(fields, problems: &problems)
        code.isCodable = isCodable(fields)
        code.codes = codes(fields["codes"], depth: depth + 1)
        return code
    }

    private mutating func color(_ fields: YAMLFields) -> String? {
        guard let color = fields.text("color", problems: &problems), let node = fields["color"] else { return nil }
        if color.count != 7 || color.first != "#" || !color.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            problems.add(node, "“\(color)” is not a colour", suggestion: "write it like \"#2A9D8F\", in quotes")
        }
        return color
    }

    private mutating func provenance(_ fields: YAMLFields) -> Code.Provenance? {
        guard let text = fields.text("provenance", problems: &problems), let node = fields["provenance"] else {
            return nil
        }
        let known = Code.Provenance.allCases.map(\.rawValue)
        if let provenance = Code.Provenance(rawValue: text) { return provenance }
        problems.add(node, "“\(text)” is not a provenance", suggestion: didYouMean(text, known))
        return nil
    }

    private mutating func isCodable(_ fields: YAMLFields) -> Bool? {
        guard let text = fields.text("codable", problems: &problems), let node = fields["codable"] else { return nil }
        if !["true", "false"].contains(text) {
            problems.add(node, "“\(text)” is not a value of codable", suggestion: "write true or false")
        }
        return text == "true"
    }

    private mutating func indicators(_ fields: YAMLFields) -> ByLanguage<[Indicator]> {
        var read = IndicatorReader(ignoresAccents: ignoresAccents)
        let indicators = fields.byLanguage("indicators", isOne: IndicatorReader.isLongForm, problems: &problems) {
            read.list($0, &$1)
        }
        indicatorCount += read.count
        indicatorPlaces += read.places
        if indicatorCount > CodebookLimits.indicators, indicatorCount - read.count <= CodebookLimits.indicators {
            problems.add(
                fields.node, "more than \(CodebookLimits.indicators) indicators", suggestion: "split the codebook")
        }
        return indicators
    }
}
