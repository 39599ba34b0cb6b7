import TemaFormats
import TemaModel

/// What a study does not say of the project that it came from, so that it can be written back: GUIDs, and whole elements.
///
/// It is a part of the study in REFI-QDA's own language, where each source that became a document names it (`document`) and the text it
/// had (`text`), and each code names its path (`path`).
struct RefiKept {
    static let part = "refi/project.xml"
    static let folder = "refi/sources/"
    /// In the order in which the schema has them. `Codes` are flat.
    static let containers = ["Users", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"]

    private var elements: [String: [XMLNode]] = [:]
    /// The id of the memo that the project's description became.
    var descriptionMemo: GUID?

    init() {}

    /// - Returns: Nothing where there is no such part, or it is damaged.
    init?(_ kept: [Project.Kept]) {
        guard let part = kept.first(where: { $0.name == Self.part }),
            let input = try? UTF8Input(.bytes(part.bytes, name: part.name), encoding: nil, isXML: true),
            let root = try? XMLTree.read(input)
        else { return nil }
        descriptionMemo = root.guid("description")
        for container in root.elements { elements[container.name] = container.elements }
    }

    subscript(container: String) -> [XMLNode] {
        get { elements[container] ?? [] }
        set { elements[container] = newValue }
    }

    var isEmpty: Bool { elements.isEmpty && descriptionMemo == nil }

    mutating func add(_ element: XMLNode, to container: String) { elements[container, default: []].append(element) }

    /// What there is that people would miss, in words; empty where there is nothing.
    var summary: String {
        var counts: [String: Int] = [:]
        for container in ["Cases", "Sources", "Links", "Sets", "Graphs"] {
            for element in self[container] {
                if element["document"] == nil { counts[element.name, default: 0] += 1 }
                let selections = element["document"] == nil ? 0 : element.elements("PDFSelection").count
                if selections > 0 { counts["PDFSelection", default: 0] += selections }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    /// The parts of a study: the elements, and the files that they name.
    func parts(_ members: RefiMembers, _ losses: inout Losses) -> [Project.Kept] {
        guard !isEmpty else { return [] }
        var out = XMLOutput()
        out.begin(XMLNode("Project", ["xmlns": RefiProject.namespace, "description": descriptionMemo?.text]))
        var paths: Set<String> = []
        for container in Self.containers where !self[container].isEmpty {
            out.begin(XMLNode(container))
            for element in self[container] {
                out.add(element)
                paths.formUnion(element.paths)
            }
            out.end()
        }
        out.end()
        var parts = [Project.Kept(name: Self.part, bytes: out.bytes)]
        var names: Set<String> = []
        for path in paths.sorted() where path.hasPrefix("internal://") {
            guard let bytes = members.bytes(path) else {
                losses.add("file", "it is not in the project")
                continue
            }
            let name = Self.name(path)
            if names.insert(name.lowercased()).inserted {
                parts.append(Project.Kept(name: Self.folder + name, bytes: bytes))
            }
        }
        return parts
    }

    /// The name of the file that an internal path leads to.
    static func name(_ path: String) -> String {
        String(path.dropFirst("internal://".count).drop { $0 == "/" })
    }
}

/// What is kept of a source that became a document: its GUID, and what stands in it besides words that were coded.
struct RefiShell {
    private var node: XMLNode
    private var representation: XMLNode?
    private var selections: [XMLNode] = []
    private let guid: GUID
    private let text: Text
    private let offsets: ScalarOffsets

    init(_ source: RefiSource, _ document: String, offsets: ScalarOffsets) {
        (guid, text, self.offsets) = (source.guid, source.text.text, offsets)
        node = XMLNode(source.node.name, attributes: Self.kept(source.node))
        node.set("guid", guid.text)
        node.set("document", document)
        node.set("text", GUID(of: text.utf8, in: .tema).text)
        node.content = source.node.elements("PDFSelection").map { .element($0) }
        if source.nodes.count > 1 { representation = XMLNode(source.holder.name, attributes: Self.kept(source.holder)) }
    }

    /// In one order, so that what was kept is the same after it was written and read.
    private static func kept(_ node: XMLNode) -> [XMLNode.Attribute] {
        node.attributes.filter { $0.namespace == nil && $0.name != "plainTextPath" }.sorted { $0.name < $1.name }
    }

    /// Adds a selection. Of one with codings the study has the codings, the description and the notes.
    ///
    /// - Parameter span: In Unicode scalars of the text.
    mutating func add(_ selection: XMLNode, _ span: Range<Int>, isCoded: Bool) {
        var kept = XMLNode(selection.name, attributes: Self.kept(selection))
        if isCoded {
            let isDerived =
                selection.guid() == RefiSelection.guid(span, in: guid)
                && selection["name"] == RefiSelection.name(span, text, offsets: offsets) && kept.attributes.count == 4
            if isDerived { return }
            kept.attributes.append(XMLNode.Attribute(name: "coded", value: "true"))
        } else {
            kept.content = selection.elements.filter { ["Description", "NoteRef"].contains($0.name) }.map {
                .element($0)
            }
        }
        kept.set("startPosition", "\(span.lowerBound)")
        kept.set("endPosition", "\(span.upperBound)")
        selections.append(kept)
    }

    /// The element; nothing where all of it would be the same if it were made anew.
    func node(derived guid: GUID) -> XMLNode? {
        let isDerived =
            node.name == "TextSource" && node.guid() == guid && node["name"] == node["document"]
            && node.attributes.count == 4 && selections.isEmpty
        guard !isDerived else { return nil }
        var node = node
        if var representation {
            representation.content = selections.map { .element($0) }
            node.content.append(.element(representation))
        } else {
            node.content += selections.map { .element($0) }
        }
        return node
    }
}

/// Selections as Tema makes them.
enum RefiSelection {
    static func guid(_ span: Range<Int>, in source: GUID) -> GUID {
        GUID(of: "selection:\(span.lowerBound)-\(span.upperBound)", in: source)
    }

    /// How the words begin.
    static func name(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        let end = min(span.upperBound, span.lowerBound + 101)
        return RefiNote.name(of: words(span.lowerBound..<end, text, offsets: offsets))
    }

    /// The words, as a memo on them begins; of many words the first.
    static func quote(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        let end = min(span.upperBound, span.lowerBound + 1_000)
        return "“\(words(span.lowerBound..<end, text, offsets: offsets))\(end < span.upperBound ? "…" : "")”\n\n"
    }

    /// The words of a span of Unicode scalars.
    static func words(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        guard let start = offsets.utf8(at: span.lowerBound), let end = offsets.utf8(at: span.upperBound) else {
            return ""
        }
        return text.string(start..<end)
    }
}
