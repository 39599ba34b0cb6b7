import TemaCodebook
import TemaFormats
import TemaModel

/// Reads the project in a `.qdpx` file: what a study can say becomes a ``Model/Project``, the rest is kept as it came.
struct RefiReader {
    var members: RefiMembers
    let offsets: OffsetDialect?
    let tell: (Problem) -> Void
    var losses: Losses
    var project = Project()
    var users: [GUID: String] = [:]
    /// The path of each code.
    var codes: [GUID: String] = [:]
    /// The notes, and those of them that something has referred to.
    var notes: [GUID: XMLNode] = [:]
    var taken: Set<GUID> = []
    /// What cases say, and the numbers of those that say it of a source.
    var sayings: [[(name: String, value: String)]] = []
    var cases: [GUID: [Int]] = [:]
    var valueCount = 0
    /// One case can say many things of many sources, which would be more than a memory holds.
    static let mostValues = 4_000_000
    var variables: [GUID: String] = [:]
    /// The id of the document that each text source became.
    var documents: [GUID: String] = [:]
    var documentIDs = UniqueNames()
    var codingIDs: Set<GUID> = []
    var memoIDs: Set<GUID> = []
    var noteTexts: [GUID: String] = [:]
    /// Bytes of all memos; one note can be on many things.
    var memoBytes = 0
    static let mostMemoBytes = 256 << 20
    var kept = RefiKept()
    var origin = ""
    private(set) var own: RefiOwn?

    init(
        _ members: RefiMembers, offsets: OffsetDialect?, losses: Losses = Losses(),
        tell: @escaping (Problem) -> Void
    ) {
        self.members = members
        (self.offsets, self.tell, self.losses) = (offsets, tell, losses)
    }

    mutating func read() throws(Problem) -> Project {
        let root = try XMLTree.read(
            try UTF8Input(.bytes(members.project, name: members.projectName), encoding: nil, isXML: true))
        guard root.name == "Project" else {
            throw Problem(
                "its outermost element is \(root.name), not Project", suggestion: "export the project as REFI-QDA anew",
                line: root.line)
        }
        for name in try members.load(root.paths) {
            losses.add("file", "it is longer than \(RefiMembers.memberBytes >> 20) MB, and was not kept")
            tell(Problem("\(name) in it is too long to be kept", severity: .warning))
        }
        own = RefiOwn(members)
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
                losses.add("User", "it has no GUID, or another one's")
                continue
            }
            let name = [user["name"], user["id"]].compactMap(\.self).first { !$0.isEmpty } ?? guid.text
            users[guid] = name
            if !names.insert(name).inserted { losses.add("User", "another one has its name; the two are one coder") }
            let isDerived = guid == GUID(of: "user:\(name)", in: .tema) && user["id"] == nil
            if !isDerived { kept.add(user, to: "Users") }
        }
    }

    private mutating func readCodes(_ root: XMLNode) throws(Problem) {
        let found = try RefiCodes(root.first("CodeBook", "Codes"), &losses)
        codes = found.paths
        let id = MadeCodes.id(of: project.name)
        if !found.codes.isEmpty {
            let title = project.name.isEmpty ? ByLanguage() : ByLanguage(project.name)
            project.codebook = Codebook(id: id, title: title, codes: found.codes)
        }
        var paths: [String: String] = [:]
        if let own, own.codes.count == found.shells.count {
            project.codebook = own.codebook ?? (own.hasCodebook ? project.codebook : nil)
            for (shell, path) in zip(found.shells, own.codes) { paths[shell["path"] ?? ""] = path }
            codes = codes.mapValues { paths[$0] ?? $0 }
        } else {
            own = nil
        }
        for shell in found.shells {
            let derived = GUID(of: "code:\(id)/\(shell["path"] ?? "")", in: .tema)
            if shell.guid() != derived || shell["isCodable"] != "true" { kept.add(shell, to: "Codes") }
        }
        for (note, path) in found.notes { addMemo(note, on: .code(paths[path] ?? path)) }
        for element in root.first("CodeBook")?.elements ?? [] where element.name != "Codes" {
            losses.add("\(element.name) in CodeBook", "REFI-QDA has no such element")
        }
    }

    /// What stands behind the sources, and is kept as it came.
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
            tell(Problem("kept as they came, to be written back, and not shown: \(summary)", severity: .note))
        }
        project.kept = own?.kept(members) ?? kept.parts(members, &losses)
        if let own {
            project.name = own.name
        }
    }

    /// The name of the user that an attribute refers to.
    mutating func coder(_ node: XMLNode) -> String? {
        guard let text = node["creatingUser"], !text.isEmpty else { return nil }
        guard let name = GUID(text).flatMap({ users[$0] }) else {
            losses.add("creatingUser", "no user has this GUID")
            return nil
        }
        return name
    }

    /// When something was made, in UTC.
    mutating func time(_ node: XMLNode) -> String? {
        guard let text = node["creationDateTime"], !text.isEmpty else { return nil }
        let time = Timestamp(dateTime: text)?.text
        if time == nil { losses.add("creationDateTime", "it is no time") }
        return time
    }

    /// A GUID that is no other one's: this one, or one that is made of it.
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
    /// All paths that it and what is in it name.
    var paths: Set<String> {
        var paths: Set<String> = []
        func visit(_ node: XMLNode) {
            for name in Self.pathAttributes { if let path = node[name] { paths.insert(path) } }
            for part in node.content { if case .element(let element) = part { visit(element) } }
        }
        visit(self)
        return paths
    }

    /// The attributes in which paths stand; `currentPath` is where the file was once.
    static let pathAttributes = ["path", "plainTextPath", "richTextPath"]
}
