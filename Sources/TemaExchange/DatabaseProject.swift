import TemaCodebook
import TemaFormats
import TemaModel

/// A project that is read from another program's database: its texts by their numbers there, codings, notes and variables.
struct DatabaseProject {
    /// A text of the project.
    struct Source {
        let text: ForeignText
        /// The index of the document in the project.
        let number: Int
        let id: String
    }

    private(set) var project: Project
    private(set) var sources: [Int: Source] = [:]
    private var read: CodingCollector
    private var ids = UniqueNames()
    private let file: String

    init(name: String, file: String) {
        (project, self.file) = (Project(name: name), file)
        read = CodingCollector(file: file)
    }

    /// The project with its codings and memos.
    var finished: Project {
        var project = project
        project.codings = read.codings
        project.memos += read.memos
        return project
    }

    /// Sets the codebook, unless it has no codes.
    mutating func setCodebook(_ codebook: Codebook) {
        if !codebook.codes.isEmpty { project.codebook = codebook }
    }

    /// Adds a text as a document. A text that cannot be read is reported.
    ///
    /// - Returns: The document's id, or nil if there is none, or the number is already used.
    mutating func add(_ number: Int, name: String, text: String?, _ options: inout ProjectOptions) -> String? {
        guard sources[number] == nil else { return nil }
        guard let original = text else {
            options.losses.add("file without text", "Tema codes text only")
            return nil
        }
        let id = ids.unique(InputPath(name).stem)
        do throws(Problem) {
            let text = try ForeignText(original)
            sources[number] = Source(text: text, number: project.documents.count, id: id)
            var document = text.document(id: id, source: "\(file), \(name)")
            document.metadata.title = name == id ? nil : name
            project.documents.append(document)
            return id
        } catch {
            options.problems.append(
                Problem("file \(name): \(error.message)", suggestion: error.suggestion, file: file))
            options.losses.add("file", "it cannot be read")
            return nil
        }
    }

    /// Adds a memo, unless it is blank.
    mutating func note(_ text: String?, on target: Project.Memo.Target, owner: ForeignCell, date: ForeignCell) {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
        project.memos.append(
            Project.Memo(target: target, coder: owner.text, text: text, at: date.text.flatMap { Timestamp($0)?.text }))
    }

    /// Adds a value of a variable to a document.
    mutating func set(_ variable: String, value: String, of document: Int) {
        var variables = project.documents[document].metadata.variables
        if let index = variables.firstIndex(where: { $0.name == variable }) {
            if !variables[index].values.contains(value) { variables[index].values.append(value) }
        } else {
            variables.append(Metadata.Variable(name: variable, values: [value]))
        }
        project.documents[document].metadata.variables = variables
    }

    /// A row of a table of codings.
    struct CodingRow {
        var code: String?
        var source: Int?
        var start: Int?
        var end: Int?
        var words: String?
        var owner: ForeignCell
        var date: ForeignCell
        var memo: String?
    }

    /// Adds the coding of a row, or counts why it is lost.
    mutating func add(_ row: CodingRow, losses: inout Losses) {
        guard let code = row.code else { return losses.add("coding", "its code does not exist") }
        guard let source = row.source.flatMap({ sources[$0] }) else {
            return losses.add("coding", "its file does not exist or has no text")
        }
        guard let place = Self.place(row.start, end: row.end, words: row.words, in: source.text) else {
            return losses.add("coding", "there is no text at its position")
        }
        read.add(
            Project.Coding(
                document: source.id, place: place, code: code, coder: row.owner.text,
                at: row.date.text.flatMap { Timestamp($0)?.text }),
            notes: [CodingCollector.Note(row.memo)].compactMap(\.self), losses: &losses)
    }

    /// Programs count code points, but positions from some editors are UTF-16 code units. The text stored with a coding
    /// decides between them.
    private static func place(_ start: Int?, end: Int?, words: String?, in text: ForeignText) -> Project.Place? {
        guard let start, let end else { return words.map { .quote($0) } }
        guard let words else { return text.span(codePoints: start, end).map { .span($0) } }
        let spans = [text.span(codePoints: start, end), text.span(utf16: start, end)].compactMap(\.self)
        let wanted = words.unicodeScalars.filter { $0 != "\r" }
        for span in spans where text.scalars(span).elementsEqual(wanted) { return .span(span) }
        return spans.first.map { .spanOfQuote($0, String(String.UnicodeScalarView(wanted))) } ?? .quote(words)
    }

    /// Returns the words at a place in quotation marks, with a blank line after them; empty if there are none.
    func quote(_ start: Int?, _ end: Int?, in source: Source) -> String {
        guard let start, let end, let span = source.text.span(codePoints: start, end) else { return "" }
        return "“\(String(String.UnicodeScalarView(source.text.scalars(span))))”\n\n"
    }
}
