import TemaFormats
import TemaModel

/// The project file (`.qde`) of a project, and the names of the files that belong to it.
struct RefiProjectFile {
    private(set) var bytes: [UInt8] = []
    private(set) var name = ""
    /// The folder in the archive that contains the project file, with a slash; empty at the root and outside an archive.
    private(set) var root = ""
    /// The names of the other files, relative to the project file, by the same names in lower case.
    private(set) var names: [String: String] = [:]

    /// The size limit of the project file, in bytes.
    private static let mostBytes = 1 << 30
    /// The folder of the sources, in lower case.
    static let sources = "sources/"

    /// Finds the project in an archive. It is the one that is nearest to the root: an archive that was made again by hand has
    /// all files in a folder.
    ///
    /// - Throws: A ``Problem`` if the archive has an unsafe member, or there is not exactly one project.
    init(inArchive source: ByteSource) throws(Problem) {
        let zip = try ZipReader(source)
        var projects: [String] = []
        var all: [String] = []
        func depth(_ name: String) -> Int { name.count { $0 == "/" } }
        while let member = try zip.next() {
            if let hazard = member.hazard {
                throw Problem("its member \(member.name) \(hazard)", suggestion: "do not use it", file: source.name)
            }
            guard !member.isFolder else { continue }
            all.append(member.name)
            let nearest = projects.first.map(depth) ?? .max
            guard Self.isProject(member.name), depth(member.name) <= nearest else { continue }
            if depth(member.name) < nearest {
                projects = []
                bytes = try zip.bytes(of: member, atMost: Self.mostBytes)
            }
            projects.append(member.name)
        }
        name = try Self.only(projects, in: source.name)
        root = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        for name in all where name.hasPrefix(root) {
            let relative = String(name.dropFirst(root.count))
            names[relative.lowercased()] = relative
        }
    }

    /// Reads a project file that is not in an archive. Its sources are in a folder beside it, if there is one.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read or is too large.
    init(_ source: ByteSource, in folder: InputPath?) throws(Problem) {
        let size = source.size ?? .max
        guard size <= Self.mostBytes else {
            throw Problem("it is larger than \(Self.mostBytes >> 20) MB", file: source.name)
        }
        (bytes, name) = (try source.beginning(size), source.name)
        let sources = folder?.names().sorted().first { $0.lowercased() + "/" == Self.sources }
        guard let folder, let sources else { return }
        for name in folder.appending(sources).names(atMost: ZipReader.mostMembers) {
            names[Self.sources + name.lowercased()] = "\(sources)/\(name)"
        }
    }

    /// Returns the path of the project file in a folder.
    ///
    /// - Throws: A ``Problem`` if there is not exactly one.
    static func inFolder(_ folder: InputPath) throws(Problem) -> InputPath {
        folder.appending(try only(folder.names().filter(isProject), in: folder.display))
    }

    /// Returns whether an archive contains a project, in any folder.
    static func isIn(archive path: InputPath) -> Bool {
        guard let source = try? ByteSource.open(path), let zip = try? ZipReader(source) else { return false }
        while let member = try? zip.next() {
            if isProject(member.name) { return true }
        }
        return false
    }

    /// Whether a name is that of a project file. macOS stores data about a file under its name with `._` before it.
    private static func isProject(_ name: String) -> Bool {
        name.lowercased().hasSuffix(".qde") && name.split(separator: "/").last?.hasPrefix(".") == false
    }

    private static func only(_ projects: [String], in name: String) throws(Problem) -> String {
        if let only = projects.first, projects.count == 1 { return only }
        throw Problem(
            projects.isEmpty
                ? "it contains no project (.qde file)"
                : "it contains \(projects.count) projects: \(projects.sorted().prefix(3).joined(separator: ", "))",
            suggestion: "export the project as REFI-QDA again", file: name)
    }
}
