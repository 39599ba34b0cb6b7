import TemaCodebook
import TemaFormats
import TemaModel

/// Reads the tables of a QualCoder project.
struct QualCoderReader {
    private let database: ForeignDatabase
    private let file: String
    private var read: CodingCollector
    private var project: Project
    private var sources: [Int: Source] = [:]
    private var paths: [CodeKey: String] = [:]

    private struct Source {
        let text: ForeignText
        /// The index of the document in the project.
        let number: Int
        let id: String
    }

    /// The key of a code or category. Their numbers are independent of each other.
    private enum CodeKey: Hashable {
        case code(Int)
        case category(Int)
    }

    init(_ database: ForeignDatabase, _ path: InputPath) {
        (self.database, file) = (database, path.display)
        read = CodingCollector(file: file)
        let name = path.stem
        project = Project(name: name.hasSuffix(".qda") ? String(name.dropLast(4)) : name)
    }

    mutating func project(_ options: inout ProjectOptions) throws(Problem) -> Project {
        try readSources(&options)
        try readCodes(&options.losses)
        try readCodings(&options.losses)
        try readVariables(&options.losses)
        try readNotes(&options.losses)
        for (table, what) in [("code_image", "coding of a picture"), ("code_av", "coding of sound or film")] {
            var count = 0
            try database.rows(of: table, needed: [], others: ["memo"]) { _ in count += 1 }
            options.losses.add(what, "Tema codes text only", count: count)
        }
        options.losses.add(database.losses)
        project.codings = read.codings
        project.memos += read.memos
        return project
    }

    private mutating func readSources(_ options: inout ProjectOptions) throws(Problem) {
        var ids = UniqueNames()
        try database.rows(
            of: "source", needed: ["id", "name", "fulltext"], others: ["mediapath", "memo", "owner", "date"]
        ) { cells throws(Problem) in
            guard let number = cells[0].integer, sources[number] == nil else { return }
            let name = cells[1].text ?? "document"
            guard let fulltext = cells[2].text else {
                return options.losses.add("file without text", "Tema codes text only")
            }
            let id = ids.unique(InputPath(name).stem)
            do throws(Problem) {
                let text = try ForeignText(fulltext)
                sources[number] = Source(text: text, number: project.documents.count, id: id)
                var document = text.document(id: id, source: "\(file), \(name)")
                document.metadata.title = name == id ? nil : name
                project.documents.append(document)
            } catch {
                options.problems.append(
                    Problem("file \(name): \(error.message)", suggestion: error.suggestion, file: file))
                return options.losses.add("file", "it cannot be read")
            }
            note(cells[4].text, on: .document(id), owner: cells[5], date: cells[6])
        }
    }

    private mutating func note(
        _ text: String?, on target: Project.Memo.Target, owner: ForeignCell, date: ForeignCell
    ) {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
        project.memos.append(
            Project.Memo(target: target, coder: owner.text, text: text, at: date.text.flatMap { Timestamp($0)?.text }))
    }

    private mutating func readCodes(_ losses: inout Losses) throws(Problem) {
        var tree = CodeTree<CodeKey>()
        try database.rows(of: "code_cat", needed: ["catid", "name"], others: ["memo", "supercatid"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            let above = cells[3].integer.map(CodeKey.category)
            if tree.add(.category(number), name: name, under: above, losses: &losses) {
                tree.describe(.category(number), memo: cells[2].text, losses: &losses)
            }
        }
        try database.rows(of: "code_name", needed: ["cid", "name"], others: ["memo", "catid", "color", "supercid"]) {
            cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            let above = cells[5].integer.map(CodeKey.code) ?? cells[3].integer.map(CodeKey.category)
            if tree.add(.code(number), name: name, under: above, losses: &losses) {
                tree.describe(.code(number), memo: cells[2].text, color: cells[4].text, losses: &losses)
            }
        }
        let (codebook, paths) = tree.codebook(
            id: CodesFromNames.id(of: project.name), title: project.name, losses: &losses)
        if !codebook.codes.isEmpty { project.codebook = codebook }
        self.paths = paths
    }

    private mutating func readCodings(_ losses: inout Losses) throws(Problem) {
        try database.rows(
            of: "code_text", needed: ["cid", "fid", "pos0", "pos1"],
            others: ["seltext", "owner", "date", "memo", "important"]
        ) { cells in
            guard let code = cells[0].integer.flatMap({ paths[.code($0)] }) else {
                return losses.add("coding", "its code does not exist")
            }
            guard let source = cells[1].integer.flatMap({ sources[$0] }) else {
                return losses.add("coding", "its file does not exist or has no text")
            }
            guard let place = place(cells[2].integer, end: cells[3].integer, words: cells[4].text, in: source) else {
                return losses.add("coding", "there is no text at its position")
            }
            if cells[8].integer == 1 { losses.add("important", "codings have no such mark") }
            read.add(
                Project.Coding(
                    document: source.id, place: place, code: code, coder: cells[5].text,
                    at: cells[6].text.flatMap { Timestamp($0)?.text }),
                notes: [CodingCollector.Note(cells[7].text)].compactMap(\.self), losses: &losses)
        }
    }

    /// QualCoder counts code points, but positions from its editor are UTF-16 code units. The text stored with a coding
    /// decides between them.
    private func place(_ start: Int?, end: Int?, words: String?, in source: Source) -> Project.Place? {
        let text = source.text
        guard let start, let end else { return words.map { .quote($0) } }
        guard let words else { return text.span(codePoints: start, end).map { .span($0) } }
        let spans = [text.span(codePoints: start, end), text.span(utf16: start, end)].compactMap(\.self)
        let wanted = words.unicodeScalars.filter { $0 != "\r" }
        for span in spans where text.scalars(span).elementsEqual(wanted) { return .span(span) }
        return spans.first.map { .spanOfQuote($0, String(String.UnicodeScalarView(wanted))) } ?? .quote(words)
    }

    /// Reads the attributes of files and of their cases, and the names of the cases.
    private mutating func readVariables(_ losses: inout Losses) throws(Problem) {
        var cases: [Int: String] = [:]
        var documents: [Int: [Int]] = [:]
        try database.rows(of: "cases", needed: ["caseid", "name"], others: ["memo", "owner", "date"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            cases[number] = name
            if let memo = cells[2].text { note("\(name)\n\n\(memo)", on: .study, owner: cells[3], date: cells[4]) }
        }
        var seen: Set<[Int]> = []
        var parts = 0
        try database.rows(of: "case_text", needed: ["caseid", "fid"], others: ["pos0", "pos1"]) { cells in
            guard let number = cells[0].integer, let name = cases[number],
                let source = cells[1].integer.flatMap({ sources[$0] })
            else { return }
            if let start = cells[2].integer, let end = cells[3].integer, start > 0 || end < source.text.count {
                parts += 1
            }
            guard seen.insert([number, source.number]).inserted else { return }
            documents[number, default: []].append(source.number)
            set("case", value: name, of: source.number)
        }
        losses.add("part of a file in a case", "the case became a variable of the complete document", count: parts)
        try database.rows(of: "attribute", needed: ["name", "attr_type", "value", "id"]) { cells in
            guard let name = cells[0].text, let value = cells[2].text, let number = cells[3].integer else { return }
            let targets =
                cells[1].text == "case" ? documents[number, default: []] : [sources[number]?.number].compactMap(\.self)
            for target in targets { set(name, value: value, of: target) }
        }
    }

    private mutating func set(_ variable: String, value: String, of document: Int) {
        var variables = project.documents[document].metadata.variables
        if let index = variables.firstIndex(where: { $0.name == variable }) {
            if !variables[index].values.contains(value) { variables[index].values.append(value) }
        } else {
            variables.append(Metadata.Variable(name: variable, values: [value]))
        }
        project.documents[document].metadata.variables = variables
    }

    /// Reads annotations, journals, and the memo on the project.
    private mutating func readNotes(_ losses: inout Losses) throws(Problem) {
        try database.rows(of: "annotation", needed: ["fid", "pos0", "pos1", "memo"], others: ["owner", "date"]) {
            cells in
            guard let source = cells[0].integer.flatMap({ sources[$0] }), let memo = cells[3].text else { return }
            losses.add("place of an annotation", "it became a memo on the document that quotes the text")
            let span = cells[1].integer.flatMap { start in
                cells[2].integer.flatMap { source.text.span(codePoints: start, $0) }
            }
            let words = span.map { "“\(String(String.UnicodeScalarView(source.text.scalars($0))))”\n\n" } ?? ""
            note(words + memo, on: .document(source.id), owner: cells[4], date: cells[5])
        }
        try database.rows(of: "journal", needed: ["name", "jentry"], others: ["owner", "date"]) { cells in
            let entry = [cells[0].text, cells[1].text].compactMap(\.self).joined(separator: "\n\n")
            note(entry, on: .study, owner: cells[2], date: cells[3])
        }
        try database.rows(of: "project", needed: [], others: ["memo"]) {
            note($0[0].text, on: .study, owner: .nothing, date: .nothing)
        }
    }
}
