import TemaCodebook
import TemaFormats
import TemaModel

/// Writes a project as a `.qdpx` file, including the kept parts of the project that it came from.
struct RefiWriter {
    let project: Project
    let dialect: OffsetDialect
    var kept: RefiKept
    var losses: Losses
    var out = XMLOutput()
    /// The GUIDs of all coders, by name.
    private(set) var users: [String: GUID] = [:]
    /// The GUIDs of all codes, by path.
    private(set) var codes: [String: GUID] = [:]
    private var codePaths: [String] = []
    var sources: [RefiSourcePlan] = []
    /// The index of each document, by id. If several have one id, the index of the first.
    private(set) var numbers: [String: Int] = [:]
    /// The GUIDs of the written codings, by their indices.
    var codingGUIDs: [Int: GUID] = [:]
    var notes = RefiNotes()
    private var files: RefiFiles

    init(_ project: Project, offsets: OffsetDialect, losses earlier: Losses = Losses()) {
        self.project = project
        dialect = offsets
        losses = earlier
        kept = RefiKept(project.kept) ?? RefiKept()
        files = RefiFiles(project.kept)
        if kept.isEmpty, project.kept.contains(where: { $0.name == RefiKept.part }) {
            losses.add(RefiKept.part, "it is damaged; the kept elements are not written")
        }
    }

    mutating func write() throws(Problem) -> [UInt8] {
        for (number, document) in project.documents.enumerated() {
            if numbers[document.id] == nil { numbers[document.id] = number }
        }
        planSources()
        planUsers()
        let codings = planCodings()
        let codes = planCodes()
        notes.plan(project, numbers, codes: self.codes, codings: codings, losses: &losses)
        notes.keep(kept["Notes"]) { [files] in files.bytes($0) }
        let codeNodes = codes(notes.refs.codes)
        dropDangling()

        out.begin(
            XMLNode(
                "Project",
                ["xmlns": RefiProject.namespace, "name": project.name, "origin": RefiProject.origin(dialect)]))
        add("Users", kept["Users"] + newUsers)
        if !codeNodes.isEmpty {
            out.begin(XMLNode("CodeBook"))
            add("Codes", codeNodes)
            out.end()
        }
        writeCases()
        try writeSources()
        let description = kept.descriptionMemo.flatMap { notes.description($0) }
        add("Notes", notes.nodes(users, &files))
        for name in ["Links", "Sets", "Graphs"] { add(name, conforming(kept[name])) }
        if let text = description { out.add(XMLNode("Description", text: text)) }
        for note in notes.studyRefs { out.add(XMLNode("NoteRef", ["targetGUID": note.text])) }
        out.end()
        losses.add("control character", "not allowed in XML; replaced with �", count: out.replaced)
        return try zipped()
    }

    /// Writes a container with elements. Writes nothing if there are none, because the schema allows no empty
    /// containers.
    mutating func add(_ container: String, _ elements: [XMLNode]) {
        guard !elements.isEmpty else { return }
        out.begin(XMLNode(container))
        for element in elements { out.add(element) }
        out.end()
    }

    /// Returns kept elements that conform to the schema, with the present names of their files.
    mutating func conforming(_ elements: [XMLNode]) -> [XMLNode] {
        elements.compactMap { element in
            // The type of each has the element's name, except for notes.
            let type = element.name == "Note" ? "TextSource" : element.name
            return RefiSchema.conforming(element, as: type, losses: &losses).map { files.named($0) }
        }
    }

    /// Adds a file to `sources/`.
    mutating func addFile(_ name: String, _ bytes: [UInt8]) { files.add(name, bytes) }

    private mutating func zipped() throws(Problem) -> [UInt8] {
        let zip = try ZipWriter()
        try zip.add("project.qde", out.bytes)
        for (name, bytes) in files.written { try zip.add("sources/" + name, bytes) }
        // A project in another program's dialect is meant for that program, which ignores Tema's own members.
        if dialect == .standard {
            let own = try TemaMembers.members(
                project, out.bytes, codes: codePaths, guids: sources.map(\.guid), files: files.keptNames)
            for (name, bytes) in own { try zip.add(RefiMembers.own + name, bytes) }
            for part in files.unwritten(&losses) { try zip.add(RefiMembers.own + "kept/" + part.name, part.bytes) }
        }
        return try zip.finish()
    }

    // MARK: Users and codes

    private var newUsers: [XMLNode] {
        let known = Set(kept["Users"].compactMap { $0.guid() })
        return users.filter { !known.contains($0.value) }.sorted { ($0.key, $0.value) < ($1.key, $1.value) }.map {
            XMLNode("User", ["guid": $0.value.text, "name": $0.key])
        }
    }

    private mutating func planUsers() {
        kept["Users"] = conforming(kept["Users"])
        for user in kept["Users"] {
            let name = [user["name"], user["id"]].compactMap(\.self).first { !$0.isEmpty }
            if let guid = user.guid(), let name = name ?? guid.text as String?, users[name] == nil {
                users[name] = guid
            }
        }
        for name in project.codings.compactMap(\.coder) + project.memos.compactMap(\.coder) where users[name] == nil {
            users[name] = GUID(of: "user:\(name)", in: .tema)
        }
    }

    /// Assigns the GUIDs of codes.
    ///
    /// - Returns: A function that returns the `Code` elements, to be called when the notes on codes are known.
    private mutating func planCodes() -> ([String: [GUID]]) -> [XMLNode] {
        var tree = RefiCodeTree()
        for shell in kept["Codes"] {
            guard let path = shell["path"] else { continue }
            tree.known[path] = shell.guid()
            tree.codable[path] = shell["isCodable"] == "true"
        }
        tree.used = Set(project.codings.map(\.code))
        let codebook = project.codebook ?? Codebook(id: CodesFromNames.id(of: project.name))
        let known = Set(CodeList(codebook).entries.map(\.path))
        var unknown: [String] = []
        var seen = known
        for path in project.codings.map(\.code) where seen.insert(path).inserted { unknown.append(path) }
        tree.losses = losses
        let bare = tree.nodes(codebook, unknown)
        if project.codebook != nil { RefiCodebook.note(losses: codebook, title: project.name, losses: &tree.losses) }
        (losses, codes, codePaths) = (tree.losses, tree.guids, tree.paths)
        guard !bare.isEmpty else { return { _ in [] } }
        return { [tree] notes in
            var tree = tree
            tree.notes = notes
            return tree.nodes(codebook, unknown)
        }
    }
}
