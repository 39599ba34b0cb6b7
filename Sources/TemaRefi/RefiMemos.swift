import TemaFormats
import TemaModel

// Notes and descriptions become memos.
extension RefiReader {
    /// Adds a note as a memo on a target that refers to it.
    ///
    /// - Parameter before: The text to put before the note's text, such as the words that it is on.
    mutating func addMemo(_ guid: GUID, on target: Project.Memo.Target, after before: String = "") {
        guard let note = notes[guid] else { return losses.add("NoteRef", "no note has this GUID") }
        taken.insert(guid)
        guard let text = noteTexts[guid] ?? RefiNote.text(of: note, isOwn: isOwn, members.bytes) else {
            return losses.add("Note", "it has no text")
        }
        noteTexts[guid] = text
        // A note on several targets becomes a memo on each. The first memo has the note's GUID.
        let id = memoIDs.contains(guid) ? RefiNote.guid(guid, on: target) : guid
        guard memoIDs.insert(id).inserted else { return losses.add("NoteRef", "duplicate reference") }
        add(Project.Memo(id: id.hex, target: target, coder: coder(note), text: before + text, at: time(note)))
    }

    private mutating func add(_ memo: Project.Memo) {
        memoBytes += memo.text.utf8.count
        guard memoBytes <= Self.mostMemoBytes else {
            return losses.add("NoteRef", "all notes together exceed \(Self.mostMemoBytes >> 20) MB")
        }
        project.memos.append(memo)
    }

    /// Whether Tema wrote the project.
    var isOwn: Bool { origin.hasPrefix("Tema ") }

    /// Adds the description of an element as a memo on a target.
    mutating func addMemo(description node: XMLNode, on target: Project.Memo.Target, after before: String = "") {
        guard let text = node.first("Description")?.text, !text.allSatisfy(\.isWhitespace) else { return }
        let guid = node.guid().map(RefiNote.description) ?? GUID(of: "description:\(text)", in: .tema)
        let id = Self.unique(guid, &memoIDs)
        add(Project.Memo(id: id.hex, target: target, coder: coder(node), text: before + text, at: time(node)))
    }

    /// Reads the notes on the project. Notes that no element refers to are included.
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

/// The text and identity of notes and the memos made from them.
enum RefiNote {
    /// Returns the text of a note, or nil if it is empty: its name (unless the text begins with it), description and
    /// content.
    static func text(of note: XMLNode, isOwn: Bool, _ bytes: (String) -> [UInt8]?) -> String? {
        var content = note.first("PlainTextContent")?.text ?? ""
        if let path = note["plainTextPath"], let file = bytes(path) {
            content = self.content(file, isOwn)
        }
        let description = note.first("Description")?.text ?? ""
        let name = note["name"] ?? ""
        let isBeginning = name == self.name(of: content) || content.hasPrefix(name)
        let parts = [isBeginning ? "" : name, description, content].filter { !$0.isEmpty }
        // Other programs write empty notes, which are ignored. In Tema, a memo can be emptied, and then stays empty.
        return parts.isEmpty ? (isOwn ? "" : nil) : parts.joined(separator: "\n\n")
    }

    /// Reads the text file of a note. A file written by Tema is decoded as is, because a memo can contain any
    /// characters.
    private static func content(_ bytes: [UInt8], _ isOwn: Bool) -> String {
        let text = isOwn ? nil : try? SourceText(ByteSource.bytes(bytes, name: "note"))
        return text?.text.string ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the beginning of a text, as the name of a selection or note: its first 100 scalars on one line.
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

    /// Returns the id of the memo made from the description of an element.
    static func description(of guid: GUID) -> GUID { GUID(of: "description", in: guid) }

    /// Returns the id of the memo made from a note for a further target.
    static func guid(_ note: GUID, on target: Project.Memo.Target) -> GUID {
        switch target {
        case .study: GUID(of: "study", in: note)
        case .document(let id): GUID(of: "document:\(id)", in: note)
        case .code(let path): GUID(of: "code:\(path)", in: note)
        case .coding(let id): GUID(of: "coding:\(id)", in: note)
        }
    }

    /// Whether a memo represents a note completely.
    static func isCarried(_ note: XMLNode, isOwn: Bool, _ bytes: (String) -> [UInt8]?) -> Bool {
        let carried: Set = ["guid", "name", "creatingUser", "creationDateTime", "plainTextPath"]
        guard note.attributes.allSatisfy({ carried.contains($0.name) && $0.namespace == nil }),
            note.elements.allSatisfy({ $0.name == "PlainTextContent" })
        else { return false }
        return note["name"] == nil || text(of: note, isOwn: isOwn, bytes).map { name(of: $0) } == note["name"]
    }
}
