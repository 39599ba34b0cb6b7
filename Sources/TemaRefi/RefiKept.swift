import TemaFormats
import TemaModel

/// The parts of an imported project that a study has no fields for, kept for export: GUIDs, and complete elements.
///
/// They are stored in the study as XML in REFI-QDA's own vocabulary. Each source that became a document has the
/// document's id (`document`) and a hash of its text at import (`text`), and each code has its path (`path`).
struct RefiKept {
    static let part = "refi/project.xml"
    static let folder = "refi/sources/"
    /// The containers in the order of the schema. `Codes` are flat.
    static let containers = ["Users", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"]

    private var elements: [String: [XMLNode]] = [:]
    /// The id of the memo made from the project's description.
    var descriptionMemo: GUID?

    init() {}

    /// Reads the kept elements of a study. Returns nil if the part is missing or damaged.
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

    /// The numbers of kept elements that are not visible in the study, as text; empty if there are none.
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

    /// Returns the parts to store in the study: the elements, and the files that they refer to.
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
        for path in paths.sorted() {
            guard let name = RefiPath(path).inside else { continue }
            guard let bytes = members.bytes(path) else {
                losses.add("file", "it is not in the project")
                continue
            }
            if names.insert(name.lowercased()).inserted {
                parts.append(Project.Kept(name: Self.folder + name, bytes: bytes))
            }
        }
        return parts
    }
}

/// The kept part of a source that became a document: its GUID, and its content other than codings.
struct RefiKeptSource {
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

    /// Returns attributes sorted by name, so that they are the same after a round trip.
    private static func kept(_ node: XMLNode) -> [XMLNode.Attribute] {
        node.attributes.filter { $0.namespace == nil && $0.name != "plainTextPath" }.sorted { $0.name < $1.name }
    }

    /// Adds a selection. The codings, description and notes of a coded selection are in the study and are not kept
    /// here.
    ///
    /// - Parameter span: The selection's span in Unicode scalars of the text.
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

    /// Returns the element, or nil if an export without it would produce the same source.
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

/// The GUIDs, names and quotes of selections that Tema creates.
enum RefiSelection {
    static func guid(_ span: Range<Int>, in source: GUID) -> GUID {
        GUID(of: "selection:\(span.lowerBound)-\(span.upperBound)", in: source)
    }

    /// Returns the beginning of the selected text, as the selection's name.
    static func name(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        let end = min(span.upperBound, span.lowerBound + 101)
        return RefiNote.name(of: words(span.lowerBound..<end, text, offsets: offsets))
    }

    /// Returns the selected text as a quote to precede a memo. Text after the first 1,000 scalars is cut.
    static func quote(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        let end = min(span.upperBound, span.lowerBound + 1_000)
        return "“\(words(span.lowerBound..<end, text, offsets: offsets))\(end < span.upperBound ? "…" : "")”\n\n"
    }

    /// Returns the text of a span of Unicode scalars.
    static func words(_ span: Range<Int>, _ text: Text, offsets: ScalarOffsets) -> String {
        guard let start = offsets.utf8(at: span.lowerBound), let end = offsets.utf8(at: span.upperBound) else {
            return ""
        }
        return text.string(start..<end)
    }
}
