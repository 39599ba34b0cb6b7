import TemaFormats
import TemaModel

/// The files to be written to `sources/` of a `.qdpx` file.
struct RefiFiles {
    /// The names and bytes of the files, in the order in which they were added.
    private(set) var written: [(name: String, bytes: [UInt8])] = []
    private var names: [String: Int] = [:]
    /// The kept parts of the study, by their names in lower case.
    private var kept: [String: Project.Kept] = [:]
    private let parts: [Project.Kept]
    private var keptWritten: Set<String> = []

    init(_ parts: [Project.Kept]) {
        self.parts = parts
        for part in parts where kept[part.name.lowercased()] == nil { kept[part.name.lowercased()] = part }
    }

    /// Returns the bytes of the kept file at an internal path, or nil if there is none.
    func bytes(_ path: String) -> [UInt8]? { part(path)?.bytes }

    private func part(_ path: String) -> Project.Kept? {
        RefiPath(path).inside.flatMap { kept[(RefiKept.folder + $0).lowercased()] }
    }

    /// The names of kept files that are written under their original names.
    var keptNames: [String] { written.map(\.name).filter { keptWritten.contains($0) } }

    /// Adds a file.
    ///
    /// - Returns: The name of the file. It is changed if another file has that name in any case.
    @discardableResult
    mutating func add(_ name: String, _ bytes: [UInt8]) -> String {
        var (free, number) = (name, 1)
        while let taken = names[free.lowercased()] {
            if written[taken].bytes == bytes { return written[taken].name }
            number += 1
            free = "\(number)-\(name)"
        }
        names[free.lowercased()] = written.count
        written.append((free, bytes))
        return free
    }

    /// Adds the files that an element's internal paths refer to, and returns the element with their present names.
    ///
    /// Paths to files that do not exist stay as they are.
    mutating func named(_ node: XMLNode) -> XMLNode {
        var node = node
        for (index, attribute) in node.attributes.enumerated() where XMLNode.pathAttributes.contains(attribute.name) {
            guard let part = part(attribute.value) else { continue }
            let wanted = String(part.name.dropFirst(RefiKept.folder.count))
            let name = add(wanted, part.bytes)
            if name == wanted { keptWritten.insert(name) }
            node.attributes[index].value = "internal://" + name
        }
        for (index, part) in node.content.enumerated() {
            if case .element(let element) = part { node.content[index] = .element(named(element)) }
        }
        return node
    }

    /// Returns the kept parts that are not written elsewhere in the archive and whose names are valid member names.
    func unwritten(_ losses: inout Losses) -> [Project.Kept] {
        var names: Set<String> = []
        return parts.filter { part in
            if part.name.hasPrefix(RefiKept.folder),
                keptWritten.contains(String(part.name.dropFirst(RefiKept.folder.count)))
            {
                return false
            }
            let pieces = part.name.split(separator: "/", omittingEmptySubsequences: false)
            let isSafe =
                pieces.allSatisfy { !["", ".", ".."].contains($0) } && !part.name.contains("\\")
                && !part.name.contains(":")
                && part.name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{FFFD}" }
            guard isSafe, part.name.utf8.count < 4_000, names.insert(part.name.lowercased()).inserted else {
                losses.add("kept part", "its name is not a valid file name")
                return false
            }
            return true
        }
    }
}
