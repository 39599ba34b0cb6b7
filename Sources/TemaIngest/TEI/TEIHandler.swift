import TemaFormats
import TemaModel

/// Converts the parse events of a TEI file to documents, one for each `TEI` element.
///
/// The header is short, so it is kept as a tree until it ends. The text is processed event by event.
final class TEIHandler: XMLEventHandler {
    private let source: ByteSource
    private let sink: DocumentSink
    /// The number of documents so far.
    private(set) var count = 0

    private var prose = ProseHandler()
    private var metadata = Metadata()
    /// The open elements of the header.
    private var header: [XMLNode] = []
    /// The names of the open elements outside the header.
    private var names: [String] = []
    /// The number of open divisions.
    private var depth = 0

    init(_ source: ByteSource, _ sink: DocumentSink) { (self.source, self.sink) = (source, sink) }

    func start(_ element: XMLNode) throws(Problem) {
        if !header.isEmpty || element.name == "teiHeader" { return header.append(element) }
        try open(element)
    }

    func text(_ text: String) throws(Problem) {
        if let last = header.indices.last { return header[last].content.append(.text(text)) }
        guard names.contains("text") else { return }
        try prose.text(text)
    }

    func unknownEntity(_ name: String) {
        prose.prose.ledger.add("&\(name);", .unknownEntity, characters: name.unicodeScalars.count + 2)
    }

    func end() throws(Problem) {
        guard let ended = header.popLast() else { return try close() }
        if let last = header.indices.last { return header[last].content.append(.element(ended)) }
        let header = TEIHeader(ended)
        metadata = header.metadata
        try replay(header.title, as: .flat(.title), region: .front)
        try replay(header.abstract, as: .block(.abstract), region: .abstract)
        for part in header.leftOut { prose.prose.ledger.add(part.name, .frontMatter, characters: part.characters) }
    }

    /// Adds an element of the header to the text.
    private func replay(_ node: XMLNode?, as role: ProseRole, region: SectionType) throws(Problem) {
        guard let node else { return }
        try prose.start(node.name, role, language: node["lang"]) { $0.region = region }
        for part in node.content {
            switch part {
            case .text(let text): try prose.text(text)
            case .element(let element): try replay(element)
            }
        }
        try prose.end()
        prose.prose.closeSections(from: 1)
    }

    /// Adds a descendant of such an element. The parser's depth limit bounds the recursion.
    private func replay(_ node: XMLNode) throws(Problem) {
        try open(node)
        for part in node.content {
            switch part {
            case .text(let text): try prose.text(text)
            case .element(let element): try replay(element)
            }
        }
        try close()
    }

    private func open(_ element: XMLNode) throws(Problem) {
        names.append(element.name)
        switch element.name {
        case "TEI", "TEI.2": (prose, metadata, depth) = (ProseHandler(), Metadata(), 0)
        case "div", "div1", "div2", "div3", "div4", "div5": depth += 1
        default: break
        }
        let type = element["type"] ?? ""
        let role = TEIRoles.role(of: element, in: prose.parent, isFlat: prose.isFlat, divisions: depth)
        try prose.start(element.name, role, language: element["lang"]) { style in
            switch element.name {
            case "back": style.region = .back
            case "front": style.region = .front
            case "div": TEIRoles.change(&style, byType: type)
            default: break
            }
        }
    }

    private func close() throws(Problem) {
        let name = names.popLast()
        try prose.end()
        switch name {
        case "div", "div1", "div2", "div3", "div4", "div5":
            depth -= 1
            // GROBID writes numbered sections as siblings, and a division without a heading continues the previous
            // section.
            if depth > 0 { prose.prose.closeSections(from: depth + 1) }
        case "front", "body", "back": prose.prose.closeSections(from: 1)
        case "TEI", "TEI.2": try deliver()
        default: break
        }
    }

    private func deliver() throws(Problem) {
        count += 1
        let id = metadata.doi ?? metadata.pmid ?? (count == 1 ? source.documentName : "\(source.documentName)#\(count)")
        var document = prose.prose.builder.finish(id: metadata.pmcid ?? id, source: source.name)
        document.metadata = metadata
        document.ledger = prose.prose.ledger
        prose = ProseHandler()
        try sink.deliver(document)
        sink.warnOfUnknownEntities(in: document)
    }
}
