import TemaFormats
import TemaModel

/// A source with its text.
struct RefiSource {
    let node: XMLNode
    /// The element that contains the selections: the source itself, or the representation of a PDF file.
    let holder: XMLNode
    let guid: GUID
    let name: String
    let text: SourceText

    var selections: [XMLNode] { holder.elements("PlainTextSelection") }
    /// The source and its holder, or one element if they are the same.
    var nodes: [XMLNode] { node.name == holder.name ? [node] : [node, holder] }
}

// Text sources, and PDF sources with a text representation, become documents.
extension RefiReader {
    mutating func readSources(_ root: XMLNode) throws(Problem) {
        var sources: [RefiSource] = []
        for node in root.first("Sources")?.elements ?? [] {
            if let source = source(node) { sources.append(source) } else { kept.add(node, to: "Sources") }
        }
        for (source, dialect) in zip(sources, try dialects(of: sources)) { try read(source, dialect) }
    }

    /// Returns a source with its text, or nil if it has none.
    private mutating func source(_ node: XMLNode) -> RefiSource? {
        let holder = node.name == "TextSource" ? node : node.name == "PDFSource" ? node.first("Representation") : nil
        guard let holder else { return nil }
        do throws(Problem) {
            let text = try self.text(of: holder)
            let guid = node.guid() ?? GUID(of: "source:\(node.line)", in: .tema)
            let name = [node["name"], holder["name"]].compactMap(\.self).first { !$0.isEmpty }
            return RefiSource(node: node, holder: holder, guid: guid, name: name ?? guid.text, text: text)
        } catch {
            losses.add(node.name, "it has no text to code: \(error.message)")
            losses.add("Coding", "its source has no text", count: node.count(of: "Coding"))
            problems.append(
                Problem(
                    "“\(node["name"] ?? "")” cannot be shown: \(error.message)",
                    suggestion: error.suggestion ?? "export the project again with its files", line: node.line))
            return nil
        }
    }

    /// Returns how positions are counted in each source.
    ///
    /// - Throws: A ``Problem`` if it cannot be detected.
    private mutating func dialects(of sources: [RefiSource]) throws(Problem) -> [OffsetDialect] {
        if let offsets = offsets ?? RefiProject.dialect(ofOwn: origin) { return sources.map { _ in offsets } }
        var detection = OffsetDetection(origin: origin)
        for source in sources {
            let selections = source.selections.compactMap { node in
                Self.positions(of: node).map {
                    WrittenSelection(
                        start: $0.start, end: $0.end,
                        labels: [node["name"], node.first("Description")?.text].compactMap {
                            $0?.isEmpty ?? true ? nil : $0
                        })
                }
            }
            detection.add(source.name, source.text, selections: selections)
        }
        var dialects: [OffsetDialect] = []
        var reported: Set<String> = []
        for decision in detection.decisions() {
            let decided = try decision.mapError(Self.inProject).get()
            dialects.append(decided.dialect)
            guard decided.ground != .nothingDiffers, reported.insert("\(decided.dialect)").inserted else { continue }
            problems.append(Problem("in “\(decided.source)”: \(decided.summary)", severity: .note))
        }
        return dialects
    }

    /// Returns the problem of a source as a problem of the project file, with the source's name in the message.
    private static func inProject(_ problem: Problem) -> Problem {
        var problem = problem
        problem.message = "in “\(problem.file ?? "")”: \(problem.message)"
        problem.file = nil
        return problem
    }

    private mutating func read(_ source: RefiSource, _ dialect: OffsetDialect) throws(Problem) {
        let (guid, text) = (source.guid, source.text)
        let own = self.own?.document(guid, text)
        let id = own?.id ?? documentIDs.unique(source.name)
        if documents[guid] != nil {
            losses.add(source.node.name, "duplicate GUID; references resolve to the first")
        }
        for node in source.nodes {
            if let guid = node.guid(), documents[guid] == nil { documents[guid] = id }
        }
        var document =
            own ?? Document(id: id, source: source.name, text: text.text, passages: RefiPassages.of(text.text))
        if own == nil { document.metadata = try metadata(of: source) }
        project.documents.append(document)

        let offsets = ScalarOffsets(text.text)
        var shell = RefiKeptSource(source, id, offsets: offsets)
        for selection in source.selections {
            guard let span = span(of: selection, text, dialect: dialect, document: id) else { continue }
            let isCoded = read(selection, span, of: id) { RefiSelection.quote(span, text.text, offsets: offsets) }
            shell.add(selection, span, isCoded: isCoded)
        }
        for node in source.nodes { read(node, of: id, count: text.count) }
        if let shell = shell.node(derived: GUID(of: "document:\(id)", in: .tema)) { kept.add(shell, to: "Sources") }
    }

    /// Reads the description, notes and codings of a source itself. These codings cover all of its text.
    private mutating func read(_ node: XMLNode, of document: String, count: Int) {
        addMemo(description: node, on: .document(document))
        for element in node.elements {
            switch element.name {
            case "Coding":
                if count > 0 {
                    _ = add(element, 0..<count, of: document, selection: nil)
                } else {
                    losses.add("Coding", "its text is empty")
                }
            case "NoteRef": if let note = element.guid("targetGUID") { addMemo(note, on: .document(document)) }
            case "Description", "PlainTextContent", "PlainTextSelection", "VariableValue", "PDFSelection",
                "Representation":
                break
            default: losses.add("\(element.name) in \(node.name)", "REFI-QDA has no such element")
            }
        }
    }

    private mutating func text(of holder: XMLNode) throws(Problem) -> SourceText {
        if let path = holder["plainTextPath"], !path.isEmpty {
            do throws(Problem) {
                // `members.text` rejects a text of white space only, but here it is valid.
                if let bytes = members.bytes(path), bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
                    return SourceText(String(decoding: bytes, as: UTF8.self))
                }
                return try members.text(path)
            } catch {
                guard holder.first("PlainTextContent") != nil else { throw error }
            }
        }
        guard let content = holder.first("PlainTextContent")?.text else { throw Problem("it has no plain text") }
        guard content.utf8.count <= Limits.documentBytes else {
            throw Problem("it is longer than \(Limits.documentBytes >> 20) MB")
        }
        return SourceText(content)
    }

    /// Reads the codings, description and notes of a selection.
    ///
    /// - Parameter quote: Returns the selected text, which precedes memos on selections without codings so that it is
    ///   clear what they are on.
    /// - Returns: Whether the selection has codings.
    private mutating func read(_ selection: XMLNode, _ span: Range<Int>, of document: String, _ quote: () -> String)
        -> Bool
    {
        let ids = selection.elements("Coding").compactMap { add($0, span, of: document, selection: selection) }
        let target = ids.first.map { Project.Memo.Target.coding($0) } ?? .document(document)
        guard selection.elements.contains(where: { $0.name != "Coding" }) else { return !ids.isEmpty }
        let before = ids.isEmpty ? quote() : ""
        addMemo(description: selection, on: target, after: before)
        for note in selection.elements("NoteRef") {
            if let note = note.guid("targetGUID") { addMemo(note, on: target, after: before) }
        }
        return !ids.isEmpty
    }

    private static func positions(of selection: XMLNode) -> (start: Int, end: Int)? {
        func number(_ name: String) -> Int? {
            selection[name].flatMap { Int($0.split(whereSeparator: \.isWhitespace).first ?? "") }
        }
        guard let start = number("startPosition"), let end = number("endPosition") else { return nil }
        return (start, end)
    }

    /// Returns the span of a selection in Unicode scalars, or nil if it is invalid or empty.
    private mutating func span(
        of selection: XMLNode, _ text: SourceText, dialect: OffsetDialect, document: String
    ) -> Range<Int>? {
        let fault: String
        if let (start, end) = Self.positions(of: selection) {
            if let span = text.span(from: start, to: end, dialect: dialect), !span.isEmpty { return span }
            fault =
                start > end ? "it ends before it begins" : start == end ? "it is empty" : "it is out of range"
        } else {
            fault = "its positions are not numbers"
        }
        losses.add("PlainTextSelection", fault)
        losses.add("Coding", "its selection is not valid", count: selection.elements("Coding").count)
        problems.append(
            Problem(
                "a selection in “\(document)” was skipped: \(fault)", severity: .warning,
                suggestion: "check it in the program that wrote it", line: selection.line))
        return nil
    }

    /// Adds a coding for each code of a `Coding` element.
    ///
    /// - Returns: The id of the first coding, or nil if no code exists.
    private mutating func add(_ node: XMLNode, _ span: Range<Int>, of document: String, selection: XMLNode?)
        -> String?
    {
        let coder = self.coder(node) ?? (node["creatingUser"] == nil ? selection.flatMap { self.coder($0) } : nil)
        let index = self.time(node) ?? (node["creationDateTime"] == nil ? selection.flatMap { self.time($0) } : nil)
        var first: String?
        for reference in node.elements("CodeRef") {
            guard let code = reference.guid("targetGUID").flatMap({ codes[$0] }) else { continue }
            let wanted = node.guid() ?? GUID(of: "coding:\(document)\n\(span)\n\(code)\n\(node.line)", in: .tema)
            let id = Self.unique(wanted, &codingIDs).hex
            first = first ?? id
            project.codings.append(
                Project.Coding(id: id, document: document, place: .span(span), code: code, coder: coder, at: index))
        }
        guard let first else {
            losses.add("Coding", "it refers to no existing code")
            return nil
        }
        for note in node.elements("NoteRef") {
            if let note = note.guid("targetGUID") { addMemo(note, on: .coding(first)) }
        }
        return first
    }
}

extension XMLNode {
    /// Returns the number of descendants with a name.
    func count(of name: String) -> Int {
        elements.reduce(0) { $0 + ($1.name == name ? 1 : 0) + $1.count(of: name) }
    }
}
