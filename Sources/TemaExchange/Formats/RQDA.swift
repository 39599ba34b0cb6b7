import TemaCodebook
import TemaFormats
import TemaModel

/// The format of projects of RQDA, an extension of R: one SQLite file.
///
/// Rows whose status is not 1 are deleted. Files become documents, codes keep their memos and colors, the first category of a code
/// its parent, and cases and attributes variables of documents.
enum RQDA: ProjectFormat {
    static let name = "rqda"
    static let summary = "RQDA's project (.rqda), read only"
    static let extensions = ["rqda"]
    static let isReadOnly = true

    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        ForeignDatabase.recognises(beginning)
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let database = try ForeignDatabase(path)
        try database.require(
            ["source", "freecode", "coding"], of: "an RQDA project", suggestion: "save the project in RQDA again",
            file: path.display)
        var reader = RQDAReader(database, path)
        return try reader.project(&options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        throw Problem("Tema cannot write RQDA projects", suggestion: "write codings as .csv, which R reads")
    }
}

private struct RQDAReader {
    private let database: ForeignDatabase
    private var made: DatabaseProject
    private var paths: [CodeKey: String] = [:]

    private enum CodeKey: Hashable {
        case code(Int)
        case category(Int)
    }

    init(_ database: ForeignDatabase, _ path: InputPath) {
        self.database = database
        let name = path.stem
        made = DatabaseProject(
            name: name.lowercased().hasSuffix(".rqda") ? String(name.dropLast(5)) : name, file: path.display)
    }

    mutating func project(_ options: inout ProjectOptions) throws(Problem) -> Project {
        try alive("source", ["id", "name", "file"], ["memo", "owner", "date"]) { cells in
            guard let number = cells[0].integer,
                let id = made.add(number, name: cells[1].text ?? "document", text: cells[2].text, &options)
            else { return }
            made.note(cells[3].text, on: .document(id), owner: cells[4], date: Self.date(cells[5]))
        }
        try readCodes(&options.losses)
        // The second table has the codings of a second coder.
        for table in ["coding", "coding2"] { try readCodings(table, &options.losses) }
        try readVariables(&options.losses)
        try readNotes(&options.losses)
        var pictures = 0
        try alive("imageCoding", ["cid"]) { _ in pictures += 1 }
        options.losses.add("coding of a picture", "Tema codes text only", count: pictures)
        options.losses.add(database.losses)
        return made.finished
    }

    /// Reads the rows of a table that are not deleted. Tables of old versions have no status.
    private func alive(
        _ table: String, _ needed: [String], _ others: [String] = [],
        _ take: ([ForeignCell]) throws(Problem) -> Void
    ) throws(Problem) {
        let hasStatus = try database.columns(of: table)?.contains("status") ?? false
        try database.rows(of: table, needed: needed, others: others + ["status"]) { (cells) throws(Problem) in
            if !hasStatus || cells.last?.integer == 1 { try take(cells) }
        }
    }

    private mutating func readCodes(_ losses: inout Losses) throws(Problem) {
        var tree = CodeTree<CodeKey>()
        var categories: Set<Int> = []
        try alive("codecat", ["catid", "name"], ["memo"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text,
                tree.add(.category(number), name: name, losses: &losses)
            else { return }
            categories.insert(number)
            tree.describe(.category(number), memo: cells[2].text, losses: &losses)
        }
        var above: [Int: Int] = [:]
        try alive("treecode", ["cid", "catid"]) { cells in
            guard let code = cells[0].integer, let category = cells[1].integer, categories.contains(category),
                above[code] != category
            else { return }
            if above[code] == nil {
                above[code] = category
            } else {
                losses.add("category of a code", "a code has one parent, which is its first category")
            }
        }
        try alive("freecode", ["id", "name"], ["memo", "color"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            if tree.add(.code(number), name: name, under: above[number].map(CodeKey.category), losses: &losses) {
                tree.describe(.code(number), memo: cells[2].text, color: cells[3].text, losses: &losses)
            }
        }
        let name = made.project.name
        let (codebook, paths) = tree.codebook(id: CodesFromNames.id(of: name), title: name, losses: &losses)
        made.setCodebook(codebook)
        self.paths = paths
    }

    /// Returns a time as R's `date()` writes it, such as `Sat Jan 31 12:00:00 2026`, in the form that other programs write.
    private static func date(_ cell: ForeignCell) -> ForeignCell {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = (cell.text ?? "").split(separator: " ").map(String.init)
        guard parts.count == 5, let month = months.firstIndex(of: parts[1]), parts[2].count <= 2 else { return cell }
        func two(_ text: String) -> String { (text.count < 2 ? "0" : "") + text }
        return .text("\(parts[4])-\(two("\(month + 1)"))-\(two(parts[2])) \(parts[3])")
    }

    private mutating func readCodings(_ table: String, _ losses: inout Losses) throws(Problem) {
        try alive(table, ["cid", "fid", "selfirst", "selend"], ["seltext", "owner", "date", "memo"]) { cells in
            made.add(
                DatabaseProject.CodingRow(
                    code: cells[0].integer.flatMap { paths[.code($0)] }, source: cells[1].integer,
                    start: cells[2].integer, end: cells[3].integer, words: cells[4].text, owner: cells[5],
                    date: Self.date(cells[6]), memo: cells[7].text), losses: &losses)
        }
    }

    private mutating func readVariables(_ losses: inout Losses) throws(Problem) {
        var cases: [Int: String] = [:]
        try alive("cases", ["id", "name"], ["memo", "owner", "date"]) { cells in
            guard let number = cells[0].integer, let name = cells[1].text else { return }
            cases[number] = name
            if let memo = cells[2].text {
                made.note("\(name)\n\n\(memo)", on: .study, owner: cells[3], date: Self.date(cells[4]))
            }
        }
        var documents: [Int: [Int]] = [:]
        var parts = 0
        try alive("caselinkage", ["caseid", "fid"], ["selfirst", "selend"]) { cells in
            guard let number = cells[0].integer, let name = cases[number],
                let source = cells[1].integer.flatMap({ made.sources[$0] })
            else { return }
            if let start = cells[2].integer, let end = cells[3].integer, start > 0 || end < source.text.count {
                parts += 1
            }
            guard documents[number]?.contains(source.number) != true else { return }
            documents[number, default: []].append(source.number)
            made.set("case", value: name, of: source.number)
        }
        losses.add("part of a file in a case", "the case became a variable of the complete document", count: parts)
        for (table, id) in [("caseAttr", "caseid"), ("fileAttr", "fileid")] {
            try alive(table, ["variable", "value", id]) { cells in
                guard let name = cells[0].text, let value = cells[1].text, let number = cells[2].integer else { return }
                let targets =
                    table == "caseAttr"
                    ? documents[number, default: []] : [made.sources[number]?.number].compactMap(\.self)
                for target in targets { made.set(name, value: value, of: target) }
            }
        }
        var categories: [Int: String] = [:]
        try alive("filecat", ["catid", "name"]) { cells in
            if let number = cells[0].integer, let name = cells[1].text { categories[number] = name }
        }
        try alive("treefile", ["fid", "catid"]) { cells in
            guard let source = cells[0].integer.flatMap({ made.sources[$0] }),
                let name = cells[1].integer.flatMap({ categories[$0] })
            else { return }
            made.set("category", value: name, of: source.number)
        }
    }

    private mutating func readNotes(_ losses: inout Losses) throws(Problem) {
        try alive("annotation", ["fid", "annotation"], ["owner", "date"]) { cells in
            guard let source = cells[0].integer.flatMap({ made.sources[$0] }), let memo = cells[1].text else { return }
            losses.add("place of an annotation", "it became a memo on the document")
            made.note(memo, on: .document(source.id), owner: cells[2], date: Self.date(cells[3]))
        }
        try alive("journal", ["name", "journal"], ["owner", "date"]) { cells in
            let entry = [cells[0].text, cells[1].text].compactMap(\.self).joined(separator: "\n\n")
            made.note(entry, on: .study, owner: cells[2], date: Self.date(cells[3]))
        }
        try database.rows(of: "project", needed: [], others: ["memo"]) {
            made.note($0[0].text, on: .study, owner: .nothing, date: .nothing)
        }
    }
}
