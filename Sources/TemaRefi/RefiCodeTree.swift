import TemaFormats
import TemaModel

/// Builds the `Code` elements of REFI-QDA from a codebook.
struct RefiCodeTree {
    /// The GUIDs that a study keeps apart from its codebook, by path. Those in the codebook precede them.
    var known: [String: GUID] = [:]
    /// The `isCodable` values that a study keeps apart from its codebook, by path.
    var codable: [String: Bool] = [:]
    /// The paths of codes that have codings. These are always written as codable.
    var used: Set<String> = []
    /// The notes on codes, by path.
    var notes: [String: [GUID]] = [:]
    /// The parts of the codebook that REFI-QDA cannot represent.
    var losses = Losses()
    /// The GUID of each written code, by path, and the paths in document order.
    private(set) var guids: [String: GUID] = [:]
    private(set) var paths: [String] = []
    private var codebook = Codebook(id: "")
    private var taken: Set<GUID> = []
    private var deepest = 0

    /// Returns the `Code` elements of a codebook, followed by those of codes that only codings refer to.
    mutating func nodes(_ codebook: Codebook, _ unknown: [String] = []) -> [XMLNode] {
        self.codebook = codebook
        taken = Set(CodeList(codebook).entries.compactMap { $0.code.guid.flatMap { GUID($0) } })
        deepest = codebook.levels.isEmpty ? 0 : CodeList(codebook).deepestLevel
        let codes =
            codebook.codes + Self.tree(unknown.map { $0.split(separator: "/", omittingEmptySubsequences: false)[...] })
        return codes.map { node($0, above: "", depth: 1) }
    }

    private mutating func node(_ code: Code, above: String, depth: Int) -> XMLNode {
        let path = above + code.id
        let guid =
            code.guid.flatMap { GUID($0) } ?? known[path].flatMap { taken.insert($0).inserted ? $0 : nil }
            ?? RefiCodeGUIDs.derived(path, in: codebook, taken: &taken)
        // If several codes have one path, references resolve to the first.
        if guids[path] == nil { guids[path] = guid }
        paths.append(path)
        let isCodable = used.contains(path) || (code.isCodable ?? codable[path] ?? (depth >= deepest))
        var node = XMLNode(
            "Code",
            [
                "guid": guid.text, "name": first(code.name, "name in another language") ?? code.id,
                "isCodable": "\(isCodable)", "color": color(code),
            ])
        if let definition = first(code.definition, "definition in another language"), !definition.isEmpty {
            node.content.append(.element(XMLNode("Description", text: definition)))
        }
        note(losses: code)
        for note in notes[path] ?? [] {
            node.content.append(.element(XMLNode("NoteRef", ["targetGUID": note.text])))
        }
        for child in code.codes {
            node.content.append(.element(self.node(child, above: path + "/", depth: depth + 1)))
        }
        return node
    }

    /// Returns the text in the codebook's language, or the first one if that language is missing.
    private mutating func first(_ text: ByLanguage<String>, _ others: String) -> String? {
        losses.add(others, "REFI-QDA allows only one language", count: text.entries.count - 1)
        return text.value(in: codebook.language)
    }

    private mutating func color(_ code: Code) -> String? {
        guard let color = code.color else { return nil }
        let written = RefiColor.read(color)
        if written == nil { losses.add("color", "it is not a color of the form #rrggbb") }
        return written
    }

    private mutating func note(losses code: Code) {
        let none = "REFI-QDA cannot represent it"
        losses.add("include", none, count: code.include.entries.count)
        losses.add("exclude", none, count: code.exclude.entries.count)
        losses.add("provenance", none, count: code.provenance == nil ? 0 : 1)
        losses.add("indicator", none, count: code.indicators.entries.reduce(0) { $0 + $1.value.count })
        losses.add("example", none, count: code.examples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("counterexample", none, count: code.counterexamples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("memo of a code in the codebook", none, count: code.memo == nil ? 0 : 1)
    }

    /// Returns codes for paths, in the order of the paths, with ids and no names.
    private static func tree(_ paths: [ArraySlice<Substring>]) -> [Code] {
        var order: [Substring] = []
        var below: [Substring: [ArraySlice<Substring>]] = [:]
        for path in paths {
            guard let first = path.first else { continue }
            if below[first] == nil { order.append(first) }
            below[first, default: []].append(path.dropFirst())
        }
        return order.map { Code(id: String($0), codes: tree(below[$0] ?? [])) }
    }
}
