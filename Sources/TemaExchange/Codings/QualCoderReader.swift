import TemaCodebook
import TemaFormats
import TemaModel

/// Reads the tables of a QualCoder project.
struct QualCoderReader {
    private let database: ForeignDatabase
    private var made: DatabaseProject
    private var paths: [CodeKey: String] = [:]

    /// The key of a code or category. Their numbers are independent of each other.
    private enum CodeKey: Hashable {
        case code(Int)
        case category(Int)
    }

    init(_ database: ForeignDatabase, _ path: InputPath) {
        let name = path.stem
        self.database = database
        made = DatabaseProject(
            name: name.hasSuffix(".qda") ? String(name.dropLast(4)) : name, file: path.display)
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
        return made.finished
    }

    private mutating func readSources(_ options: inout ProjectOptions) throws(Problem) {
        try database.rows(
            of: "source", needed: ["id", "name", "fulltext"], others: ["mediapath", "memo", "owner", "date"]
        ) { cells in
            guard let number = cells[0].integer,
                let id = made.add(number, name: cells[1].text ?? "document", text: cells[2].text, &options)
            else { return }
            made.note(cells[4].text, on: .document(id), owner: cells[5], date: cells[6])
        }
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
        let name = made.project.name
        let (codebook, paths) = tree.codebook(id: CodesFromNames.id(of: name), title: name, losses: &losses)
        made.setCodebook(codebook)
        self.paths = paths
    }

    private mutating func readCodings(_ losses: inout Losses) throws(Problem) {
        try database.rows(
            of: "code_text", needed: ["cid", "fid", "pos0", "pos1"],
            others: ["seltext", "owner", "date", "memo", "important"]
        ) { cells in
            if cells[8].integer == 1 { losses.add("important", "codings have no such mark") }
            made.add(
                DatabaseProject.CodingRow(
                    code: cells[0].integer.flatMap { paths[.code($0)] }, source: cells[1].integer,
                    start: cells[2].integer, end: cells[3].integer, words: cells[4].text, owner: cells[5],
                    date: cells[6], memo: cells[7].text), losses: &losses)
        }
    }

    /// Reads the attributes of files and of their cases, and the names of the cases.
    private mutating func readVariables(_ losses: inout Losses) throws(Problem) {
        var cases: [Int: String] = [:]
        var documents: [Int: [Int]] = [:]
        try database.rows(of: "cases", needed: ["caseid", "name"], others: ["memo", "owner", "date"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            cases[number] = name
            if let memo = cells[2].text {
                made.note("\(name)\n\n\(memo)", on: .study, owner: cells[3], date: cells[4])
            }
        }
        var seen: Set<[Int]> = []
        var parts = 0
        try database.rows(of: "case_text", needed: ["caseid", "fid"], others: ["pos0", "pos1"]) { cells in
            guard let number = cells[0].integer, let name = cases[number],
                let source = cells[1].integer.flatMap({ made.sources[$0] })
            else { return }
            if let start = cells[2].integer, let end = cells[3].integer, start > 0 || end < source.text.count {
                parts += 1
            }
            guard seen.insert([number, source.number]).inserted else { return }
            documents[number, default: []].append(source.number)
            made.set("case", value: name, of: source.number)
        }
        losses.add("part of a file in a case", "the case became a variable of the complete document", count: parts)
        try database.rows(of: "attribute", needed: ["name", "attr_type", "value", "id"]) { cells in
            guard let name = cells[0].text, let value = cells[2].text, let number = cells[3].integer else { return }
            let targets =
                cells[1].text == "case"
                ? documents[number, default: []] : [made.sources[number]?.number].compactMap(\.self)
            for target in targets { made.set(name, value: value, of: target) }
        }
    }

    /// Reads annotations, journals, and the memo on the project.
    private mutating func readNotes(_ losses: inout Losses) throws(Problem) {
        try database.rows(of: "annotation", needed: ["fid", "pos0", "pos1", "memo"], others: ["owner", "date"]) {
            cells in
            guard let source = cells[0].integer.flatMap({ made.sources[$0] }), let memo = cells[3].text else { return }
            losses.add("place of an annotation", "it became a memo on the document that quotes the text")
            let words = made.quote(cells[1].integer, cells[2].integer, in: source)
            made.note(words + memo, on: .document(source.id), owner: cells[4], date: cells[5])
        }
        try database.rows(of: "journal", needed: ["name", "jentry"], others: ["owner", "date"]) { cells in
            let entry = [cells[0].text, cells[1].text].compactMap(\.self).joined(separator: "\n\n")
            made.note(entry, on: .study, owner: cells[2], date: cells[3])
        }
        try database.rows(of: "project", needed: [], others: ["memo"]) {
            made.note($0[0].text, on: .study, owner: .nothing, date: .nothing)
        }
    }
}
