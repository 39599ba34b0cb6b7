import TemaFormats
import TemaModel

/// A table with one code in each row: its name with a definition, a memo, a colour, or its place in the tree. Programs export
/// their code systems like this.
struct CodeListTable {
    private enum Role {
        case name, id, definition, memo, color
        /// The name of the parent, or its path of names.
        case parent
        /// The id of the parent.
        case parentID
        /// A name above the code. Several columns are a path.
        case category
        /// The depth, as a number, or as words that occur in the order of the depths.
        case level
        case unknown
    }

    private let table: DelimitedText
    private let roles: [Role]

    /// Returns nil if the table is not a list of codes, or ``DelimitedColumns`` reads it as well: with words, or with paths.
    init?(_ table: DelimitedText) {
        var roles = table.header.map { Self.role(String($0.undefused.lowercased().filter(\.isLetter))) }
        let names = table.header.map { String($0.undefused.lowercased().filter(\.isLetter)) }
        let places = roles.indices.filter { roles[$0] == .name }
        let ranks = ["codename", "name", "code", "title", "tag", "node", "label"]
        guard let own = places.min(by: { ranks.firstIndex(of: names[$0]) ?? 9 < ranks.firstIndex(of: names[$1]) ?? 9 })
        else { return nil }
        // A code beside a name is its number or key.
        for place in places where place != own { roles[place] = names[place] == "code" ? .id : .unknown }
        let hasTree = roles.contains { $0 == .parent || $0 == .parentID || $0 == .level }
        let isUsual = roles.contains { $0 == .definition || $0 == .memo || $0 == .color || $0 == .category }
        guard !DelimitedColumns.hasWords(table.header), hasTree || isUsual else { return nil }
        guard hasTree || !["code", "tag", "label"].contains(names[own]) || (try? DelimitedColumns(table)) == nil else {
            return nil
        }
        (self.table, self.roles) = (table, roles)
    }

    private static func role(_ name: String) -> Role {
        switch name {
        case "name", "code", "codename", "title", "tag", "node", "label": .name
        case "id", "codeid", "number": .id
        case "definition", "description", "meaning": .definition
        case "memo", "comment", "codememo", "note", "notes", "comments": .memo
        case "color", "colour": .color
        case "parent", "parentcode", "parentname", "parenttag", "broader", "supercode": .parent
        case "parentid", "parentcodeid": .parentID
        case "category", "theme", "concept", "group", "codegroup", "codegroups", "dimension": .category
        case "level", "depth": .level
        default: .unknown
        }
    }

    /// Returns the codebook. Parents without a row of their own become codes.
    ///
    /// - Throws: A ``Problem`` with its line if a row has no name.
    func codebook(id: String, title: String, losses: inout Losses) throws(Problem) -> Codebook {
        var tree = CodeTree<Key>()
        var outline = Outline(levels: table.rows.map { cells(.level, of: $0).first ?? "" })
        let rows = table.rows.filter { $0.fields.contains { !$0.trimmedOfSpace.isEmpty } }
        let known = Set(rows.flatMap { cells(.id, of: $0) })
        var byName: [String: Key] = [:]
        var places: [Key] = []
        for (number, row) in rows.enumerated() {
            guard let name = cells(.name, of: row).first.map(Self.parts)?.last else {
                throw Problem("this row has no name of a code", suggestion: "add a name to every row", line: row.line)
            }
            let id = cells(.id, of: row).first
            places.append(
                cells(.parentID, of: row).isEmpty && roles.allSatisfy { $0 != .parentID } ? .row(number) : .id(id ?? "")
            )
            byName[name] = byName[name] ?? places[number]
        }
        for (number, row) in rows.enumerated() {
            let path = cells(.name, of: row).first.map(Self.parts) ?? []
            var above: Key?
            if let parent = cells(.parentID, of: row).first {
                above = known.contains(parent) ? .id(parent) : nil
            } else if roles.contains(where: { $0 == .level }) {
                above = outline.parent(of: number, level: cells(.level, of: row).first ?? "").map { places[$0] }
            } else {
                let parents =
                    cells(.category, of: row) + cells(.parent, of: row).flatMap(Self.parts) + path.dropLast()
                above = Self.key(of: parents, byName, tree: &tree, losses: &losses)
            }
            guard tree.add(places[number], name: path.last ?? "", under: above, losses: &losses) else {
                losses.add("code", "an earlier row has its id")
                continue
            }
            tree.describe(
                places[number], definition: cells(.definition, of: row).first, memo: cells(.memo, of: row).first,
                color: cells(.color, of: row).first, losses: &losses)
        }
        for (column, role) in roles.enumerated() where role == .unknown {
            let count = rows.count { !$0.fields[column].trimmedOfSpace.isEmpty }
            losses.add("column “\(table.header[column])”", "skipped: a codebook has no field for it", count: count)
        }
        return tree.codebook(id: id, title: title, losses: &losses).0
    }

    /// The key of a code: of a row, of an id in the table, or of a path of names that has no row.
    private enum Key: Hashable {
        case row(Int)
        case id(String)
        case path([String])
    }

    /// Returns the key of the code with a path of names. Codes without a row are added.
    private static func key(
        of path: [String], _ byName: [String: Key], tree: inout CodeTree<Key>, losses: inout Losses
    ) -> Key? {
        guard let last = path.last else { return nil }
        if let key = byName[last] { return key }
        let above = key(of: path.dropLast(), byName, tree: &tree, losses: &losses)
        _ = tree.add(.path(path), name: last, under: above, losses: &losses)
        return .path(path)
    }

    private func cells(_ role: Role, of row: DelimitedText.Row) -> [String] {
        roles.indices.filter { roles[$0] == role }.map {
            row.fields[$0].undefused.replacing("\r", with: "\n").trimmedOfSpace
        }.filter {
            !$0.isEmpty
        }
    }

    /// Returns the names of a path such as `Care > Mother` or `Nodes\Care`.
    private static func parts(_ name: String) -> [String] {
        name.split { $0 == ">" || $0 == "\\" }.map(\.trimmedOfSpace).filter { !$0.isEmpty }
    }

    /// The parents of rows that state their depth only.
    private struct Outline {
        /// The depth of each word, in the order in which they first occur; empty if all depths are numbers.
        private var words: [String: Int] = [:]
        private var open: [(depth: Int, row: Int)] = []

        init(levels: [String]) {
            guard levels.contains(where: { Int($0) == nil && !$0.isEmpty }) else { return }
            for level in levels where words[level] == nil { words[level] = words.count }
        }

        mutating func parent(of row: Int, level: String) -> Int? {
            let depth = words[level] ?? Int(level) ?? 0
            while let last = open.last, last.depth >= depth { open.removeLast() }
            defer { open.append((depth, row)) }
            return open.last?.row
        }
    }
}
