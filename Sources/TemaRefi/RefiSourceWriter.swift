import TemaFormats
import TemaModel

extension RefiWriter {
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
        if let index = coding.at, RefiValue.time.broken(by: index) != nil {
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
