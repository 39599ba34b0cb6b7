import TemaFormats
import TemaModel

/// Codes as REFI-QDA has them, made of a codebook.
struct RefiCodeTree {
    /// The GUIDs of codes that have one of their own, by path.
    var known: [String: GUID] = [:]
    /// Whether codes may be coded with, by path, where another program has said so.
    var codable: [String: Bool] = [:]
    /// The paths of codes that have codings; their codes may be coded with, whatever was said.
    var used: Set<String> = []
    /// The notes on codes, by path.
    var notes: [String: [GUID]] = [:]
    /// What a codebook says and REFI-QDA cannot.
    var losses = Losses()
    /// The GUID of each code that was written, by path, and the paths in document order.
    private(set) var guids: [String: GUID] = [:]
    private(set) var paths: [String] = []
    private var codebook = Codebook(id: "")
    private var deepest = 0

    /// The `Code` elements of a codebook, and of codes that codings name and the codebook does not have.
    mutating func nodes(_ codebook: Codebook, _ unknown: [String] = []) -> [XMLNode] {
        self.codebook = codebook
        deepest = codebook.levels.isEmpty ? 0 : CodeList(codebook).deepestLevel
        let codes =
            codebook.codes + Self.tree(unknown.map { $0.split(separator: "/", omittingEmptySubsequences: false)[...] })
        return codes.map { node($0, above: "", depth: 1) }
    }

    private mutating func node(_ code: Code, above: String, depth: Int) -> XMLNode {
        let path = above + code.id
        let guid = known[path] ?? GUID(of: "code:\(codebook.id)/\(path)", in: .tema)
        // Of codes with one path the first is meant.
        if guids[path] == nil { guids[path] = guid }
        paths.append(path)
        let isCodable = used.contains(path) || (codable[path] ?? (depth >= deepest))
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

    /// What is said in the codebook's language, else what is said first.
    private mutating func first(_ text: ByLanguage<String>, _ others: String) -> String? {
        losses.add(others, "REFI-QDA says it in one language", count: text.entries.count - 1)
        return text.value(in: codebook.language)
    }

    private mutating func color(_ code: Code) -> String? {
        guard let color = code.color else { return nil }
        let written = RefiColor.read(color)
        if written == nil { losses.add("color", "it is not written as #rrggbb") }
        return written
    }

    private mutating func note(losses code: Code) {
        let none = "REFI-QDA has no place for it"
        losses.add("include", none, count: code.include.entries.count)
        losses.add("exclude", none, count: code.exclude.entries.count)
        losses.add("provenance", none, count: code.provenance == nil ? 0 : 1)
        losses.add("indicator", none, count: code.indicators.entries.reduce(0) { $0 + $1.value.count })
        losses.add("example", none, count: code.examples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("counterexample", none, count: code.counterexamples.entries.reduce(0) { $0 + $1.value.count })
        losses.add("memo of a code in the codebook", none, count: code.memo == nil ? 0 : 1)
    }

    /// The codes of some paths, in the order of these, whose names are their ids.
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
