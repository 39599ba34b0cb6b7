import TemaCodebook
import TemaFormats
import TemaModel

/// Reads the project in a `.qdpx` file into a ``Model/Project``, and keeps the parts that a study has no fields for.
struct RefiReader {
    var members: RefiMembers
    let offsets: OffsetDialect?
    var losses: Losses
    /// Errors in single parts, warnings and notes, in the order found.
    var problems: [Problem] = []
    var project = Project()
    var users: [GUID: String] = [:]
    /// The path of each code.
    var codes: [GUID: String] = [:]
    /// The notes by GUID, and the GUIDs of those that an element refers to.
    var notes: [GUID: XMLNode] = [:]
    var taken: Set<GUID> = []
    /// The variable values of each case, and the indices of the cases of each source.
    var caseValues: [[(name: String, value: String)]] = []
    var cases: [GUID: [Int]] = [:]
    var valueCount = 0
    /// The limit on variable values. A case can assign many values to many sources, which could exhaust memory.
    static let mostValues = 4_000_000
    var variables: [GUID: String] = [:]
    /// The id of the document made from each source.
    var documents: [GUID: String] = [:]
    var documentIDs = UniqueNames()
    var codingIDs: Set<GUID> = []
    var memoIDs: Set<GUID> = []
    var noteTexts: [GUID: String] = [:]
    /// The UTF-8 bytes of all memos. A note can be on many targets, each with its own copy.
    var memoBytes = 0
    static let mostMemoBytes = 256 << 20
    var kept = RefiKept()
    var origin = ""
    private(set) var own: TemaMembers?

    init(_ members: RefiMembers, offsets: OffsetDialect?, losses: Losses = Losses()) {
        (self.members, self.offsets, self.losses) = (members, offsets, losses)
    }

    mutating func read() throws(Problem) -> Project {
        let root = try XMLTree.read(
            try UTF8Input(.bytes(members.file.bytes, name: members.file.name), encoding: nil, isXML: true))
        guard root.name == "Project" else {
            throw Problem(
                "its root element is \(root.name), not Project", suggestion: "export the project as REFI-QDA again",
                line: root.line)
        }
        for name in try members.load(root.paths) {
            losses.add("file", "it is larger than \(RefiMembers.memberBytes >> 20) MB and was not kept")
            problems.append(Problem("its file \(name) is too large and was not kept", severity: .warning))
        }
        own = TemaMembers(members)
        origin = root["origin"] ?? ""
        project.name = root["name"] ?? ""
        for note in root.first("Notes")?.elements ?? [] {
            if let guid = note.guid(), notes[guid] == nil { notes[guid] = note }
        }
        readUsers(root)
        try readCodes(root)
        readVariables(root)
        try readSources(root)
        readCases(root)
        readNotes(root)
        finish(root)
        return project
    }

    private mutating func readUsers(_ root: XMLNode) {
        var names: Set<String> = []
        for user in root.first("Users")?.elements ?? [] {
            guard let guid = user.guid(), users[guid] == nil else {
                losses.add("User", "it has no GUID or a duplicate GUID")
                continue
            }
            let name = [user["name"], user["id"]].compactMap(\.self).first { !$0.isEmpty } ?? guid.text
            users[guid] = name
            if !names.insert(name).inserted { losses.add("User", "duplicate name; both become one coder") }
            let isDerived = guid == GUID(of: "user:\(name)", in: .tema) && user["id"] == nil
            if !isDerived { kept.add(user, to: "Users") }
        }
    }

    private mutating func readCodes(_ root: XMLNode) throws(Problem) {
        let found = try RefiCodes(root.first("CodeBook", "Codes"), &losses)
        codes = found.paths
        let id = CodesFromNames.id(of: project.name)
        if !found.codes.isEmpty {
            let title = project.name.isEmpty ? ByLanguage() : ByLanguage(project.name)
            project.codebook = Codebook(id: id, title: title, codes: found.codes)
        }
        var paths: [String: String] = [:]
        if let own, own.codes.count == found.order.count {
            project.codebook = own.codebook ?? (own.hasCodebook ? project.codebook : nil)
            for (path, ownPath) in zip(found.order, own.codes) { paths[path] = ownPath }
            codes = codes.mapValues { paths[$0] ?? $0 }
        } else {
            own = nil
        }
        for (note, path) in found.notes { addMemo(note, on: .code(paths[path] ?? path)) }
        for element in root.first("CodeBook")?.elements ?? [] where element.name != "Codes" {
            losses.add("\(element.name) in CodeBook", "REFI-QDA has no such element")
        }
    }

    /// Keeps the containers that a study has no fields for, and records unknown elements.
    private mutating func finish(_ root: XMLNode) {
        for name in ["Links", "Sets", "Graphs"] {
            for element in root.first(name)?.elements ?? [] { kept.add(element, to: name) }
        }
        let known: Set = [
            "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description",
            "NoteRef",
        ]
        for element in root.elements where !known.contains(element.name) {
            losses.add(element.name, "REFI-QDA has no such element")
        }
        let summary = kept.summary
        if !summary.isEmpty {
            problems.append(Problem("kept unchanged for export and not shown: \(summary)", severity: .note))
        }
        project.kept = own?.kept(members) ?? kept.parts(members, &losses)
        if let own {
            project.name = own.name
        }
    }

    /// Returns the name of the user who created an element, or nil if it is not known.
    mutating func coder(_ node: XMLNode) -> String? {
        guard let text = node["creatingUser"], !text.isEmpty else { return nil }
        guard let name = GUID(text).flatMap({ users[$0] }) else {
            losses.add("creatingUser", "no user has this GUID")
            return nil
        }
        return name
    }

    /// Returns the time when an element was created, in UTC, or nil if it is missing or invalid.
    mutating func time(_ node: XMLNode) -> String? {
        guard let text = node["creationDateTime"], !text.isEmpty else { return nil }
        let time = Timestamp(dateTime: text)?.text
        if time == nil { losses.add("creationDateTime", "not a valid date and time") }
        return time
    }

    /// Returns a GUID that is not in a set, and inserts it: the given GUID, or one derived from it.
    static func unique(_ guid: GUID, _ taken: inout Set<GUID>) -> GUID {
        var (guid, number) = (guid, 1)
        while !taken.insert(guid).inserted {
            number += 1
            guid = GUID(of: "\(number)", in: guid)
        }
        return guid
    }
}

extension XMLNode {
    /// The paths in the attributes of this element and its descendants.
    var paths: Set<String> {
        var paths: Set<String> = []
        func visit(_ node: XMLNode) {
            for name in Self.pathAttributes { if let path = node[name] { paths.insert(path) } }
            for part in node.content { if case .element(let element) = part { visit(element) } }
        }
        visit(self)
        return paths
    }

    /// The attributes that contain paths. `currentPath` is ignored: it is the original location of the file.
    static let pathAttributes = ["path", "plainTextPath", "richTextPath"]
}
