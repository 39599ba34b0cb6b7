import TemaFormats
import TemaModel

/// The memos of a project as they will be written: as notes, or as descriptions of elements.
struct RefiNotes {
    /// The memos that can be written, with the GUIDs of their notes. Several memos can share one note.
    private var planned: [(memo: Project.Memo, guid: GUID, isFirst: Bool)] = []
    private var numbers: [GUID: Int] = [:]
    private var byDocument: [String: [Int]] = [:]
    private var byCoding: [String: [Int]] = [:]
    /// The memos that are written as descriptions, and those that kept selections refer to.
    private var described: Set<Int> = []
    private var placed: Set<Int> = []
    private var texts: [Int: String] = [:]
    private var shells: [GUID: (node: XMLNode, text: String?)] = [:]

    /// The notes on codes, by path.
    private(set) var refs = Refs()

    struct Refs {
        var codes: [String: [GUID]] = [:]
    }

    private struct Content: Hashable {
        let text: String
        let coder: String?
        let at: String?
    }

    mutating func plan(
        _ project: Project, _ documents: [String: Int], codes: [String: GUID], codings: [String: GUID],
        losses: inout Losses
    ) {
        var taken: Set<GUID> = []
        var first: [Content: GUID] = [:]
        for memo in project.memos {
            let isThere =
                switch memo.target {
                case .study: true
                case .document(let id): documents[id] != nil
                case .code(let path): codes[path] != nil
                case .coding(let id): codings[id] != nil
                }
            guard isThere else {
                losses.add("memo", "its target is not in the project")
                continue
            }
            let content = Content(text: memo.text, coder: memo.coder, at: memo.at)
            let own = memo.id.flatMap { GUID($0) }
            let name = "memo:\(memo.target)\n\(memo.coder ?? "")\n\(memo.at ?? "")\n\(memo.text)"
            let other = first[content].flatMap { $0 != own && RefiNote.guid($0, on: memo.target) == own ? $0 : nil }
            let guid = other ?? RefiReader.unique(own ?? GUID(of: name, in: .tema), &taken)
            if first[content] == nil { first[content] = guid }
            let number = planned.count
            planned.append((memo, guid, other == nil))
            if other == nil { numbers[guid] = number }
            switch memo.target {
            case .study: break
            case .document(let id): byDocument[id, default: []].append(number)
            case .code(let path): refs.codes[path, default: []].append(guid)
            case .coding(let id): byCoding[id, default: []].append(number)
            }
            if let at = memo.at, RefiValue.time.broken(by: at) != nil {
                losses.add("time of a memo", "not a valid XML date and time")
            }
        }
    }

    /// Registers kept notes, which are written in place of a new note if the memo's text is unchanged.
    mutating func keep(_ notes: [XMLNode], _ bytes: (String) -> [UInt8]?) {
        for note in notes {
            guard let guid = note.guid(), shells[guid] == nil else { continue }
            shells[guid] = (note, RefiNote.text(of: note, isOwn: false, bytes))
        }
    }

    /// Returns the text of the memo made from a description. It is then not written as a note.
    mutating func description(_ guid: GUID) -> String? {
        guard let number = numbers[guid] else { return nil }
        described.insert(number)
        return planned[number].memo.text
    }

    /// Whether the memo that a kept selection refers to still exists. If so, the selection refers to it instead of the
    /// document.
    mutating func take(_ guid: GUID, document: String, without quote: String) -> Bool {
        guard let number = numbers[guid], case .document(document) = planned[number].memo.target else { return false }
        placed.insert(number)
        texts[number] = without(quote, planned[number].memo.text)
        return true
    }

    /// Returns a memo's text without the quote before it.
    func without(_ quote: String, _ text: String) -> String {
        text.utf8.starts(with: quote.utf8) ? String(text.unicodeScalars.dropFirst(quote.unicodeScalars.count)) : text
    }

    func refs(document id: String) -> [GUID] { guids(byDocument[id] ?? []) }

    func refs(coding id: String) -> [GUID] { guids(byCoding[id] ?? []) }

    private func guids(_ numbers: [Int]) -> [GUID] {
        numbers.filter { !described.contains($0) && !placed.contains($0) }.map { planned[$0].guid }
    }

    /// The notes on the study. They need explicit references in case other elements refer to them too.
    var studyRefs: [GUID] {
        planned.indices.filter { planned[$0].memo.target == .study && !described.contains($0) }.map { planned[$0].guid }
    }

    /// All GUIDs of notes.
    var guids: [GUID] { planned.map(\.guid) }

    /// Returns the `Note` elements, without memos written as descriptions.
    ///
    /// They are sorted by GUID, because the order of memos is not preserved by an import.
    func nodes(_ users: [String: GUID], _ files: inout RefiFiles) -> [XMLNode] {
        var nodes: [XMLNode] = []
        let order = planned.indices.filter { planned[$0].isFirst && !described.contains($0) }
        for number in order.sorted(by: { planned[$0].guid < planned[$1].guid }) {
            let (memo, guid, _) = planned[number]
            let text = texts[number] ?? memo.text
            var node = XMLNode(
                "Note",
                [
                    "guid": guid.text, "name": RefiNote.name(of: text),
                    "creatingUser": memo.coder.flatMap { users[$0]?.text },
                    "creationDateTime": memo.at.flatMap { RefiValue.time.broken(by: $0) == nil ? $0 : nil },
                ])
            var ignored = Losses()
            if let shell = shells[guid], shell.text == text,
                let kept = RefiSchema.conforming(shell.node, as: "TextSource", losses: &ignored)
            {
                node = files.named(kept)
            } else if text.unicodeScalars.allSatisfy(\.isXML) {
                node.content = [.element(XMLNode("PlainTextContent", text: text))]
            } else {
                // A file can contain characters that XML does not allow.
                let name = files.add(guid.text + ".txt", Array(text.utf8))
                node.set("plainTextPath", "internal://" + name)
            }
            nodes.append(node)
        }
        return nodes
    }
}
