import TemaFormats
import TemaModel

// Notes and descriptions become memos.
extension RefiReader {
    /// Takes a note over as a memo on something that refers to it.
    ///
    /// - Parameter before: What stands before its text, such as the words it is on.
    mutating func addMemo(_ guid: GUID, on target: Project.Memo.Target, after before: String = "") {
        guard let note = notes[guid] else { return losses.add("NoteRef", "no note has this GUID") }
        taken.insert(guid)
        guard let text = noteTexts[guid] ?? RefiNote.text(of: note, isOwn: isOwn, members.bytes) else {
            return losses.add("Note", "it has no text")
        }
        noteTexts[guid] = text
        // A note on several things is a memo on each; the first of them has its GUID.
        let id = memoIDs.contains(guid) ? RefiNote.guid(guid, on: target) : guid
        guard memoIDs.insert(id).inserted else { return losses.add("NoteRef", "it stands there twice") }
        add(Project.Memo(id: id.hex, target: target, coder: coder(note), text: before + text, at: time(note)))
    }

    private mutating func add(_ memo: Project.Memo) {
        memoBytes += memo.text.utf8.count
        guard memoBytes <= Self.mostMemoBytes else {
            return losses.add("NoteRef", "all notes together are longer than \(Self.mostMemoBytes >> 20) MB")
        }
        project.memos.append(memo)
    }

    /// Whether Tema wrote the project.
    var isOwn: Bool { origin.hasPrefix("Tema ") }

    /// Takes the description of something over as a memo on it.
    mutating func addMemo(description node: XMLNode, on target: Project.Memo.Target, after before: String = "") {
        guard let text = node.first("Description")?.text, !text.allSatisfy(\.isWhitespace) else { return }
        let guid = node.guid().map(RefiNote.description) ?? GUID(of: "description:\(text)", in: .tema)
        let id = Self.unique(guid, &memoIDs)
        add(Project.Memo(id: id.hex, target: target, coder: coder(node), text: before + text, at: time(node)))
    }

    /// Notes on the project as a whole, which are also those that nothing refers to.
    mutating func readNotes(_ root: XMLNode) {
        if let text = root.first("Description")?.text, !text.allSatisfy(\.isWhitespace) {
            let id = Self.unique(GUID(of: "description:\(project.name)\n\(text)", in: .tema), &memoIDs)
            kept.descriptionMemo = id
            add(Project.Memo(id: id.hex, target: .study, text: text))
        }
        for reference in root.elements("NoteRef") {
            if let guid = reference.guid("targetGUID") { addMemo(guid, on: .study) }
        }
        for note in root.first("Notes")?.elements ?? [] {
            guard let guid = note.guid() else {
                losses.add("Note", "it has no GUID")
                continue
            }
            if !taken.contains(guid) { addMemo(guid, on: .study) }
            if !RefiNote.isCarried(note, isOwn: isOwn, members.bytes) { kept.add(note, to: "Notes") }
        }
    }
}

/// What a note says, as a memo has it.
enum RefiNote {
    /// Its name, unless that is how its text begins, its description and its text; nothing where there is none of them.
    static func text(of note: XMLNode, isOwn: Bool, _ bytes: (String) -> [UInt8]?) -> String? {
        var content = note.first("PlainTextContent")?.text ?? ""
        if let path = note["plainTextPath"], let file = bytes(path) {
            content = self.content(file, isOwn)
        }
        let description = note.first("Description")?.text ?? ""
        let name = note["name"] ?? ""
        let isBeginning = name == self.name(of: content) || content.hasPrefix(name)
        let parts = [isBeginning ? "" : name, description, content].filter { !$0.isEmpty }
        // Programs write empty notes; a memo of Tema's may be empty because somebody emptied it.
        return parts.isEmpty ? (isOwn ? "" : nil) : parts.joined(separator: "\n\n")
    }

    /// What a file of a note says. What Tema wrote is read as it is, because memos may have anything in them.
    private static func content(_ bytes: [UInt8], _ isOwn: Bool) -> String {
        let text = isOwn ? nil : try? SourceText(ByteSource.bytes(bytes, name: "note"))
        return text?.text.string ?? String(decoding: bytes, as: UTF8.self)
    }

    /// How a text begins, as the name of a selection or note: its first 100 scalars on one line.
    static func name(of text: some StringProtocol) -> String {
        var name = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < 100 else {
                name.append("…")
                break
            }
            switch scalar {
            case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": name.append(" ")
            default: name.append(scalar.isXML ? scalar : " ")
            }
            count += 1
        }
        return String(name)
    }

    /// The id of the memo that a description becomes.
    static func description(of guid: GUID) -> GUID { GUID(of: "description", in: guid) }

    /// The id of the memo that a note becomes on a further thing.
    static func guid(_ note: GUID, on target: Project.Memo.Target) -> GUID {
        switch target {
        case .study: GUID(of: "study", in: note)
        case .document(let id): GUID(of: "document:\(id)", in: note)
        case .code(let path): GUID(of: "code:\(path)", in: note)
        case .coding(let id): GUID(of: "coding:\(id)", in: note)
        }
    }

    /// Whether a memo says all that a note does.
    static func isCarried(_ note: XMLNode, isOwn: Bool, _ bytes: (String) -> [UInt8]?) -> Bool {
        let carried: Set = ["guid", "name", "creatingUser", "creationDateTime", "plainTextPath"]
        guard note.attributes.allSatisfy({ carried.contains($0.name) && $0.namespace == nil }),
            note.elements.allSatisfy({ $0.name == "PlainTextContent" })
        else { return false }
        return note["name"] == nil || text(of: note, isOwn: isOwn, bytes).map { name(of: $0) } == note["name"]
    }
}
