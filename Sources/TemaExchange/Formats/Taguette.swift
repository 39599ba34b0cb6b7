import TemaCodebook
import TemaFormats
import TemaModel

/// The format of Taguette's projects: one project in a SQLite file, as exported.
///
/// Documents have the text that Taguette shows. Tags become codes (a `.` in a tag's name separates levels), and a
/// highlight becomes a coding for each of its tags.
enum Taguette: ProjectFormat {
    static let name = "taguette"
    static let summary = "Taguette's project (.sqlite3), read only"
    static let extensions = ["sqlite3"]
    static let isReadOnly = true

    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        ForeignDatabase.recognises(beginning)
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let database = try ForeignDatabase(path)
        try database.require(
            ["projects", "documents", "highlights", "tags", "highlight_tags"], of: "a Taguette project",
            suggestion: "export the project in Taguette",
            file: path.display)
        var reader = TaguetteReader(database, file: path.display)
        return try reader.project(&options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        throw Problem("Tema cannot write Taguette projects", suggestion: "write .qdpx, which Taguette reads")
    }
}

private struct TaguetteReader {
    private let database: ForeignDatabase
    private let file: String
    private var read: CodingCollector
    private var project = Project()
    private var texts: [Int: HTMLText] = [:]
    private var offsets: [Int: ScalarOffsets] = [:]
    private var paths: [Int: String] = [:]

    init(_ database: ForeignDatabase, file: String) {
        (self.database, self.file) = (database, file)
        read = CodingCollector(file: file)
    }

    mutating func project(_ options: inout ProjectOptions) throws(Problem) -> Project {
        try readProject()
        try readDocuments(&options)
        try readTags(&options.losses)
        try readHighlights(&options.losses)
        options.losses.add(database.losses)
        project.codings = read.codings
        project.memos += read.memos
        return project
    }

    /// Reads the project's name and description. Taguette's own database can contain several projects; such a file is
    /// rejected.
    private mutating func readProject() throws(Problem) {
        var names: [String] = []
        var memos: [String] = []
        try database.rows(of: "projects", needed: ["id", "name"], others: ["description"]) { cells in
            names.append(cells[1].text ?? "")
            memos += [cells[2].text].compactMap(\.self)
        }
        guard names.count == 1 else {
            let list = names.isEmpty ? "none" : names.prefix(20).joined(separator: ", ")
            throw Problem(
                "it must contain one project, but has \(names.count): \(list)",
                suggestion: "open one in Taguette, and export it under Project info as a SQLite file", file: file)
        }
        project.name = names[0]
        project.memos += memos.map { Project.Memo(target: .study, text: $0) }
    }

    private mutating func readDocuments(_ options: inout ProjectOptions) throws(Problem) {
        var ids = UniqueNames()
        try database.rows(of: "documents", needed: ["id", "name", "contents"], others: ["description", "created"]) {
            cells throws(Problem) in
            guard let number = cells[0].integer, texts[number] == nil else { return }
            let name = cells[1].text ?? "document"
            let id = ids.unique(InputPath(name).stem)
            do throws(Problem) {
                let text = try HTMLText(cells[2].text ?? "", id: id, source: "\(file), \(name)")
                texts[number] = text
                offsets[number] = ScalarOffsets(text.document.text)
                var document = text.document
                document.metadata.title = name == id ? nil : name
                project.documents.append(document)
            } catch {
                options.problems.append(
                    Problem("document \(name): \(error.message)", suggestion: error.suggestion, file: file))
                options.losses.add("document", "it cannot be read")
            }
            if let memo = cells[3].text {
                project.memos.append(
                    Project.Memo(target: .document(id), text: memo, at: cells[4].text.flatMap { Timestamp($0)?.text }))
            }
        }
    }

    private mutating func readTags(_ losses: inout Losses) throws(Problem) {
        var tags: [(number: Int, path: String, description: String?)] = []
        try database.rows(of: "tags", needed: ["id", "path"], others: ["description"]) { cells in
            guard let number = cells[0].integer, let path = cells[1].text else { return }
            tags.append((number, path, cells[2].text))
        }
        var tree = CodeTree<String>()
        for tag in tags {
            var above: String?
            for (key, name) in Self.levels(tag.path) {
                _ = tree.add(key, name: name, under: above, losses: &losses)
                above = key
            }
            if let description = tag.description { tree.describe(tag.path, definition: description, losses: &losses) }
        }
        let (codebook, found) = tree.codebook(
            id: CodesFromNames.id(of: project.name), title: project.name, losses: &losses)
        if !tags.isEmpty { project.codebook = codebook }
        for tag in tags { paths[tag.number] = found[tag.path] }
    }

    /// Returns the keys and names of a tag's levels: `feelings.anger` is anger under feelings.
    ///
    /// Names that begin or end with a dot, or contain two in a row, are one level.
    private static func levels(_ path: String) -> [(key: String, name: String)] {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 20, parts.allSatisfy({ part in part.contains { !$0.isWhitespace } }) else {
            return [(path, path)]
        }
        return parts.indices.map { (parts[...$0].joined(separator: "."), String(parts[$0])) }
    }

    private mutating func readHighlights(_ losses: inout Losses) throws(Problem) {
        var tags: [Int: [Int]] = [:]
        try database.rows(of: "highlight_tags", needed: ["highlight_id", "tag_id"]) { cells in
            guard let highlight = cells[0].integer, let tag = cells[1].integer else { return }
            tags[highlight, default: []].append(tag)
        }
        let makers = try makers()
        try database.rows(
            of: "highlights", needed: ["id", "document_id", "start_offset", "end_offset"], others: ["snippet"]
        ) { cells in
            guard let number = cells[0].integer, let document = cells[1].integer, let text = texts[document],
                let offsets = offsets[document]
            else { return losses.add("highlight", "its document does not exist") }
            guard let start = cells[2].integer, let end = cells[3].integer, let span = text.span(start, end) else {
                return losses.add("highlight", "there is no text at its position")
            }
            let codes = tags[number, default: []].compactMap { paths[$0] }
            if codes.isEmpty { losses.add("highlight", "it has no tag") }
            let place = Self.place(offsets.scalars(span), text.document.text.string(span), snippet: cells[4].text)
            for code in codes {
                read.add(
                    Project.Coding(
                        document: text.document.id, place: place, code: code, coder: makers[number]?.coder,
                        at: makers[number]?.at), losses: &losses)
            }
        }
    }

    /// Returns the position of a highlight. If Taguette stored a different text with it, that text takes precedence.
    private static func place(_ span: Range<Int>, _ words: String, snippet: String?) -> Project.Place {
        guard let snippet, let kept = try? HTMLText(snippet, id: "", source: "").document.text.string, !kept.isEmpty
        else { return .span(span) }
        func inked(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !$0.properties.isWhitespace } }
        return inked(kept) == inked(words) ? .span(span) : .spanOfQuote(span, kept)
    }

    /// Returns the coder and time of each highlight, from Taguette's list of commands.
    private func makers() throws(Problem) -> [Int: (coder: String?, at: String?)] {
        var makers: [Int: (coder: String?, at: String?)] = [:]
        try database.rows(of: "commands", needed: ["payload"], others: ["user_login", "date"]) { cells in
            guard let payload = cells[0].text, let value = try? JSONValue(Array(payload.utf8)[...]),
                value["type"]?.text == "highlight_add",
                let number = value["highlight_id"]?.strings.first.flatMap({ Int($0) })
            else { return }
            // On a personal computer, every user is called admin.
            let coder = cells[1].text == "admin" ? nil : cells[1].text
            makers[number] = (coder ?? makers[number]?.coder, cells[2].text.flatMap { Timestamp($0)?.text })
        }
        return makers
    }
}
