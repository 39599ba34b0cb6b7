import TemaFormats
import TemaModel

/// A document as it will be written as a source.
struct RefiSourcePlan {
    let document: Document
    let guid: GUID
    /// The kept part of the source that the document came from.
    var shell: XMLNode?
    /// Whether the text is the same as at import, so that kept selections are still valid.
    let isSame: Bool
    let offsets: ScalarOffsets
    /// The selections in order of position, with the indices of their codings.
    var selections: [Selection] = []

    struct Selection {
        let span: Range<Int>
        let guid: GUID
        let shell: XMLNode?
        var codings: [Int]
    }

    /// The element of the shell that contains the kept selections.
    var holder: XMLNode? { shell?.name == "PDFSource" ? shell?.first("Representation") : shell }
}

// Documents become sources.
extension RefiWriter {
    mutating func planSources() {
        var shells: [String: XMLNode] = [:]
        for node in kept["Sources"] {
            if let document = node["document"], shells[document] == nil { shells[document] = node }
        }
        var taken: Set<GUID> = []
        for document in project.documents {
            let shell = shells.removeValue(forKey: document.id)
            let guid = RefiReader.unique(
                shell?.guid() ?? GUID(of: "document:\(document.id)", in: .tema), &taken)
            sources.append(
                RefiSourcePlan(
                    document: document, guid: guid, shell: shell,
                    isSame: shell?.guid("text") == GUID(of: document.text.utf8, in: .tema),
                    offsets: ScalarOffsets(document.text)))
        }
        kept["Sources"] = kept["Sources"].filter { $0["document"] == nil }
    }

    /// Assigns a selection and a GUID to each coding.
    ///
    /// - Returns: The GUIDs of the written codings that have an id, by id.
    mutating func planCodings() -> [String: GUID] {
        var spans: [[Range<Int>: [Int]]] = Array(repeating: [:], count: sources.count)
        for (number, coding) in project.codings.enumerated() {
            guard let source = numbers[coding.document] else {
                losses.add("coding", "its document is not in the project")
                continue
            }
            guard let span = RefiPlace.span(of: coding.place, in: sources[source]) else {
                losses.add("coding", "its span is not in its document")
                continue
            }
            spans[source][span, default: []].append(number)
        }
        for source in sources.indices { plan(source, spans[source]) }
        return assignGUIDs()
    }

    private mutating func plan(_ number: Int, _ spans: [Range<Int>: [Int]]) {
        let plan = sources[number]
        var shells: [Range<Int>: XMLNode] = [:]
        if plan.isSame {
            for node in plan.holder?.elements("PlainTextSelection") ?? [] where node["coded"] == "true" {
                if let span = RefiPlace.span(of: node), shells[span] == nil { shells[span] = node }
            }
        }
        sources[number].selections = spans.sorted {
            ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
        }
        .map { span, codings in
            let shell = shells[span]
            let guid = shell?.guid() ?? RefiSelection.guid(span, in: plan.guid)
            return RefiSourcePlan.Selection(span: span, guid: guid, shell: shell, codings: codings)
        }
    }

    private mutating func assignGUIDs() -> [String: GUID] {
        var taken: Set<GUID> = []
        var ids: [String: GUID] = [:]
        for plan in sources {
            for selection in plan.selections {
                for number in selection.codings {
                    let coding = project.codings[number]
                    let content = [
                        coding.document, "\(selection.span)", coding.code, coding.coder ?? "", coding.at ?? "",
                    ]
                    let wanted = coding.id.flatMap { GUID($0) } ?? GUID(of: content.joined(separator: "\n"), in: .tema)
                    let guid = RefiReader.unique(wanted, &taken)
                    codingGUIDs[number] = guid
                    if let id = coding.id, ids[id] == nil { ids[id] = guid }
                }
            }
        }
        return ids
    }

    mutating func writeSources() throws(Problem) {
        let others = conforming(kept["Sources"])
        guard !sources.isEmpty || !others.isEmpty else { return }
        out.begin(XMLNode("Sources"))
        for plan in sources { try write(plan) }
        for other in others { out.add(other) }
        out.end()
    }

    private mutating func write(_ plan: RefiSourcePlan) throws(Problem) {
        let document = plan.document
        noteLosses(of: document)
        addFile(plan.guid.text + ".txt", bytes(of: document.text))
        let positions = SourceText(document.text, endsLinesWithCRLF: dialect.countsCRLFAsTwo)
        var holder = XMLNode("TextSource", plan.shell == nil ? ["guid": plan.guid.text, "name": document.id] : [:])
        holder.attributes += plan.holder?.attributes ?? []
        holder.set("guid", plan.holder == plan.shell ? plan.guid.text : plan.holder?["guid"])
        if !plan.isSame { holder.set("richTextPath", nil) }
        holder.set("plainTextPath", "internal://\(plan.guid.text).txt")
        var parts = plan.selections.map { node(of: $0, plan, text: positions) }
        parts += uncoded(plan, positions)
        guard let shell = plan.shell, shell.name == "PDFSource" else {
            return out.add(source(holder, plan, parts: parts))
        }
        var pdf = XMLNode("PDFSource", attributes: shell.attributes)
        pdf.set("guid", plan.guid.text)
        holder.name = "Representation"
        holder.content = parts.map { .element($0) }
        out.add(source(pdf, plan, parts: shell.elements("PDFSelection") + [holder]))
    }

    /// Returns a source with its description and notes, in the order of the schema.
    private mutating func source(_ node: XMLNode, _ plan: RefiSourcePlan, parts: [XMLNode]) -> XMLNode {
        var node = node
        if let text = notes.description(RefiNote.description(of: plan.guid)) {
            node.content.append(.element(XMLNode("Description", text: text)))
        }
        node.content += parts.map { .element($0) }
        node.content += notes.refs(document: plan.document.id).map {
            .element(XMLNode("NoteRef", ["targetGUID": $0.text]))
        }
        // Elements created by Tema conform to the schema; kept ones may not.
        return plan.shell == nil ? node : conforming([node]).first ?? node
    }

    private mutating func node(
        of selection: RefiSourcePlan.Selection, _ plan: RefiSourcePlan, text: SourceText
    ) -> XMLNode {
        var node = positioned("PlainTextSelection", selection.span, text: text)
        node.set("guid", selection.guid.text)
        if let shell = selection.shell {
            let own: Set = ["guid", "startPosition", "endPosition", "coded"]
            node.attributes += shell.attributes.filter { !own.contains($0.name) }
        } else {
            node.set("name", RefiSelection.name(selection.span, plan.document.text, offsets: plan.offsets))
        }
        if let text = notes.description(RefiNote.description(of: selection.guid)) {
            node.content.append(.element(XMLNode("Description", text: text)))
        }
        for number in selection.codings {
            if let coding = self.node(of: project.codings[number], codingGUIDs[number]) {
                node.content.append(.element(coding))
            }
        }
        return node
    }

    private mutating func node(of coding: Project.Coding, _ guid: GUID?) -> XMLNode? {
        guard let guid, let code = codes[coding.code] else { return nil }
        if let at = coding.at, RefiValue.time.broken(by: at) != nil {
            losses.add("time of a coding", "not a valid XML date and time")
        }
        var node = XMLNode(
            "Coding",
            [
                "guid": guid.text, "creatingUser": coding.coder.flatMap { users[$0]?.text },
                "creationDateTime": coding.at.flatMap { RefiValue.time.broken(by: $0) == nil ? $0 : nil },
            ], elements: [XMLNode("CodeRef", ["targetGUID": code.text])])
        for note in coding.id.map({ notes.refs(coding: $0) }) ?? [] {
            node.content.append(.element(XMLNode("NoteRef", ["targetGUID": note.text])))
        }
        return node
    }

    /// Returns kept selections that have no codings but other content.
    private mutating func uncoded(_ plan: RefiSourcePlan, _ text: SourceText) -> [XMLNode] {
        let nodes = (plan.holder?.elements("PlainTextSelection") ?? []).filter { $0["coded"] == nil }
        guard plan.isSame else {
            losses.add("PlainTextSelection", "its text has changed", count: nodes.count)
            return []
        }
        return nodes.compactMap { kept in
            guard let span = RefiPlace.span(of: kept), span.upperBound <= text.count else { return nil }
            let quote = RefiSelection.quote(span, plan.document.text, offsets: plan.offsets)
            var node = positioned(kept.name, span, text: text)
            node.attributes += kept.attributes.filter { !["startPosition", "endPosition"].contains($0.name) }
            if let guid = kept.guid(), let text = notes.description(RefiNote.description(of: guid)) {
                node.content.append(.element(XMLNode("Description", text: notes.without(quote, text))))
            }
            for note in kept.elements("NoteRef") {
                guard let guid = note.guid("targetGUID"), notes.take(guid, document: plan.document.id, without: quote)
                else { continue }
                node.content.append(.element(note))
            }
            return node
        }
    }

    private func positioned(_ name: String, _ span: Range<Int>, text: SourceText) -> XMLNode {
        let positions = text.positions(of: span, dialect) ?? (span.lowerBound, span.upperBound)
        let mark = dialect.countsMark ? 1 : 0
        return XMLNode(
            name, ["startPosition": "\(positions.start + mark)", "endPosition": "\(positions.end + mark)"])
    }

    /// Returns the bytes of a text file. A text that begins with a byte-order mark gets a second one, because readers
    /// remove one.
    private func bytes(of text: Text) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMarked = dialect.countsMark || text.utf8.starts(with: mark)
        guard dialect.countsCRLFAsTwo else { return (isMarked ? mark : []) + text.utf8 }
        var bytes = isMarked ? mark : []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 32)
        for byte in text.utf8 {
            if byte == 0x0A { bytes.append(0x0D) }
            bytes.append(byte)
        }
        return bytes
    }

    private mutating func noteLosses(of document: Document) {
        let others = "other programs read the text only" + (dialect == .standard ? "; Tema reads it back" : "")
        losses.add("section of a document", others, count: document.sections.count)
        losses.add("kind of a passage", others, count: document.passages.filter { $0.kind != .paragraph }.count)
        losses.add("language of a passage", others, count: document.passages.filter { $0.language != nil }.count)
    }
}

/// The spans of codings and kept selections.
enum RefiPlace {
    /// Returns the span of a kept selection in Unicode scalars, or nil if it is invalid or empty.
    static func span(of node: XMLNode) -> Range<Int>? {
        guard let start = node["startPosition"].flatMap({ Int($0) }),
            let end = node["endPosition"].flatMap({ Int($0) }),
            0 <= start, start < end
        else { return nil }
        return start..<end
    }

    /// Returns the span of a coding in Unicode scalars of its document's text, or nil if it is not in the text.
    static func span(of place: Project.Place, in plan: RefiSourcePlan) -> Range<Int>? {
        let span: Range<Int>
        switch place {
        case .span(let said): span = said
        case .spanOfQuote(let said, let words):
            guard said.lowerBound >= 0, said.upperBound <= plan.offsets.count,
                RefiSelection.words(said, plan.document.text, offsets: plan.offsets) == words
            else { return nil }
            span = said
        case .passage(let number):
            guard plan.document.passages.indices.contains(number) else { return nil }
            span = plan.offsets.scalars(plan.document.passages[number].span)
        case .quote: return nil
        }
        return span.lowerBound >= 0 && span.upperBound <= plan.offsets.count && !span.isEmpty ? span : nil
    }
}
