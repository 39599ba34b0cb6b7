import Glibc
import TemaFormats
import TemaModel

/// The files in a `.qdpx` file, found by the paths that REFI-QDA writes.
struct RefiMembers {
    /// The bytes of the one project file in it, and its name.
    private(set) var project: [UInt8] = []
    private(set) var projectName = ""
    private let source: ByteSource
    /// The folder that the file stands in, where relative paths lead.
    private let folder: InputPath?
    /// Names in the table of contents, by themselves in lower case.
    private var names: [String: String] = [:]
    private var loaded: [String: [UInt8]] = [:]

    /// Bytes of a project file, and of a picture, a recording or a text that is kept.
    static let projectBytes = 1 << 30
    static let memberBytes = 512 << 20
    /// What Tema adds for itself.
    static let own = "tema/"

    /// Opens the file and reads its project.
    ///
    /// - Throws: A ``Problem`` where it is no ZIP file, has something unsafe in it, or not one project.
    init(_ path: InputPath) throws(Problem) {
        source = try ByteSource.open(path)
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        folder =
            path.isStandardInput ? nil : InputPath(bytes: slash.map { Array(path.bytes[...$0]) } ?? Array("./".utf8))
        let zip = try ZipReading(source)
        var projects: [String] = []
        while let member = try zip.next() {
            if let hazard = member.hazard {
                throw Problem("\(member.name) in it \(hazard)", suggestion: "do not use it", file: source.name)
            }
            guard !member.isFolder else { continue }
            names[member.name.lowercased()] = member.name
            guard member.name.lowercased().hasSuffix(".qde"), !member.name.contains("/") else { continue }
            projects.append(member.name)
            if projects.count == 1 { project = try zip.bytes(of: member, atMost: Self.projectBytes) }
        }
        guard projects.count == 1, let name = projects.first else {
            throw Problem(
                projects.isEmpty
                    ? "there is no project (a .qde file) in it"
                    : "there are \(projects.count) projects in it: \(projects.sorted().prefix(3).joined(separator: ", "))",
                suggestion: "export the project as REFI-QDA anew", file: source.name)
        }
        projectName = name
    }

    /// Reads some members in one go, and all that are Tema's own.
    ///
    /// - Parameter paths: As REFI-QDA writes them; those that lead elsewhere are passed over.
    /// - Returns: The names of those that are too long to be kept.
    mutating func load(_ paths: Set<String>) throws(Problem) -> [String] {
        let wanted = Set(paths.compactMap { Self.member($0) })
        var tooLong: [String] = []
        try source.rewind()
        let zip = try ZipReading(source)
        while let member = try zip.next() {
            let name = member.name.lowercased()
            guard !member.isFolder, wanted.contains(name) || name.hasPrefix(Self.own) else { continue }
            if member.size ?? 0 > Self.memberBytes {
                tooLong.append(member.name)
            } else {
                loaded[name] = try zip.bytes(of: member, atMost: Self.memberBytes)
            }
        }
        return tooLong
    }

    /// The bytes of an internal path; nothing where there are none, or it is no internal path.
    func bytes(_ path: String) -> [UInt8]? { Self.member(path).flatMap { loaded[$0] } }

    /// Whether an internal path leads to a file that is there, loaded or not.
    func has(_ path: String) -> Bool { Self.member(path).map { names[$0] != nil } ?? false }

    /// One of Tema's own members, by its name behind `tema/`.
    func own(_ name: String) -> [UInt8]? { loaded[Self.own + name.lowercased()] }

    /// The names of Tema's own members in a folder of `tema/`, behind it, in their order.
    func own(in folder: String) -> [String] {
        let start = Self.own + folder
        return names.filter { $0.key.hasPrefix(start) }.map { String($0.value.dropFirst(start.count)) }.sorted()
    }

    /// The text at a path, inside the file or beside it.
    ///
    /// - Throws: A ``Problem`` that says why there is none. A path that is absolute, or leads out of the folder, is never opened.
    func text(_ path: String) throws(Problem) -> SourceText {
        if path.hasPrefix("internal://") {
            guard let bytes = bytes(path) else { throw Problem("the file is not in the project") }
            return try SourceText(ByteSource.bytes(bytes, name: Self.member(path) ?? path))
        }
        guard let beside = Self.relative(path), let folder else {
            throw Problem(
                path.hasPrefix("relative://") ? "its path leads elsewhere" : "its path is absolute, and is not opened")
        }
        let whole = InputPath(bytes: folder.bytes + Array(beside.utf8))
        guard Self.isInside(whole, folder: folder) else { throw Problem("the file is not beside the project") }
        return try SourceText(try ByteSource.open(whole))
    }

    /// The member, in lower case, that an internal path names.
    private static func member(_ path: String) -> String? {
        guard path.hasPrefix("internal://") else { return nil }
        let name = path.dropFirst("internal://".count).drop { $0 == "/" }
        return name.isEmpty ? nil : "sources/" + name.lowercased()
    }

    /// A relative path behind the folder, with nothing in it that leads out.
    private static func relative(_ path: String) -> String? {
        guard path.hasPrefix("relative://") else { return nil }
        let name = path.dropFirst("relative://".count).drop { $0 == "/" }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isSafe = !name.contains("\\") && !name.contains(":") && !name.unicodeScalars.contains { $0.value < 0x20 }
        return isSafe && parts.allSatisfy { !["", ".", ".."].contains($0) } ? String(name) : nil
    }

    /// Whether a file truly stands in a folder, when links have been followed.
    private static func isInside(_ file: InputPath, folder: InputPath) -> Bool {
        guard let file = real(file), let folder = real(folder) else { return false }
        return file.starts(with: folder + [UInt8(ascii: "/")])
    }

    private static func real(_ path: InputPath) -> [UInt8]? {
        guard let found = realpath(path.display, nil) else { return nil }
        defer { free(found) }
        return Array(String(cString: found).utf8)
    }
}
