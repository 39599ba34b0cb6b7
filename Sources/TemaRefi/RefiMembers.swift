import Glibc
import TemaFormats
import TemaModel

/// The files in a `.qdpx` file, found by the paths that REFI-QDA uses.
struct RefiMembers {
    /// The bytes of the project file in the archive, and its name.
    private(set) var project: [UInt8] = []
    private(set) var projectName = ""
    private let source: ByteSource
    /// The folder of the `.qdpx` file, which relative paths are relative to; nil for standard input.
    private let folder: InputPath?
    /// The names of the members, by the same names in lower case.
    private var names: [String: String] = [:]
    private var loaded: [String: [UInt8]] = [:]

    /// The size limits, in bytes, of the project file and of any other member.
    static let projectBytes = 1 << 30
    static let memberBytes = 512 << 20
    /// The folder of the members that only Tema reads.
    static let own = "tema/"

    /// Opens the file and reads its project.
    ///
    /// - Throws: A ``Problem`` if it is not a ZIP file, has an unsafe member, or does not contain exactly one project.
    init(_ path: InputPath) throws(Problem) {
        source = try ByteSource.open(path)
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        folder =
            path.isStandardInput ? nil : InputPath(bytes: slash.map { Array(path.bytes[...$0]) } ?? Array("./".utf8))
        let zip = try ZipReader(source)
        var projects: [String] = []
        while let member = try zip.next() {
            if let hazard = member.hazard {
                throw Problem("its member \(member.name) \(hazard)", suggestion: "do not use it", file: source.name)
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
                    ? "it contains no project (.qde file)"
                    : "it contains \(projects.count) projects: \(projects.sorted().prefix(3).joined(separator: ", "))",
                suggestion: "export the project as REFI-QDA again", file: source.name)
        }
        projectName = name
    }

    /// Reads some members, and all of Tema's own, in one pass over the archive.
    ///
    /// - Parameter paths: Paths in the form of REFI-QDA. Those that are not internal are ignored.
    /// - Returns: The names of members that are too large to be kept.
    /// - Throws: A ``Problem`` if the archive cannot be read.
    mutating func load(_ paths: Set<String>) throws(Problem) -> [String] {
        let wanted = Set(paths.compactMap { Self.member($0) })
        var tooLong: [String] = []
        try source.rewind()
        let zip = try ZipReader(source)
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

    /// Returns the bytes of an internal path, or nil if the path is not internal or its member was not loaded.
    func bytes(_ path: String) -> [UInt8]? { Self.member(path).flatMap { loaded[$0] } }

    /// Whether an internal path refers to an existing member, loaded or not.
    func has(_ path: String) -> Bool { Self.member(path).map { names[$0] != nil } ?? false }

    /// Returns one of Tema's own members, by its name after `tema/`.
    func own(_ name: String) -> [UInt8]? { loaded[Self.own + name.lowercased()] }

    /// Returns the names of Tema's own members in a folder of `tema/`, relative to it and sorted.
    func own(in folder: String) -> [String] {
        let start = Self.own + folder
        return names.filter { $0.key.hasPrefix(start) }.map { String($0.value.dropFirst(start.count)) }.sorted()
    }

    /// Reads the text at a path, in the archive or in the folder of the `.qdpx` file.
    ///
    /// - Throws: A ``Problem`` if the text cannot be read. Paths that are absolute or lead out of the folder are never
    ///   opened.
    func text(_ path: String) throws(Problem) -> SourceText {
        if path.hasPrefix("internal://") {
            guard let bytes = bytes(path) else { throw Problem("the file is not in the project") }
            return try SourceText(ByteSource.bytes(bytes, name: Self.member(path) ?? path))
        }
        guard let beside = Self.relative(path), let folder else {
            throw Problem(
                path.hasPrefix("relative://")
                    ? "its path leads out of the project's folder" : "absolute paths are not opened")
        }
        let whole = InputPath(bytes: folder.bytes + Array(beside.utf8))
        guard Self.isInside(whole, folder: folder) else { throw Problem("the file is not in the project's folder") }
        return try SourceText(try ByteSource.open(whole))
    }

    /// Returns the member's name, in lower case, for an internal path.
    private static func member(_ path: String) -> String? {
        guard path.hasPrefix("internal://") else { return nil }
        let name = path.dropFirst("internal://".count).drop { $0 == "/" }
        return name.isEmpty ? nil : "sources/" + name.lowercased()
    }

    /// Returns a relative path without its scheme, or nil if it could lead out of the folder.
    private static func relative(_ path: String) -> String? {
        guard path.hasPrefix("relative://") else { return nil }
        let name = path.dropFirst("relative://".count).drop { $0 == "/" }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isSafe = !name.contains("\\") && !name.contains(":") && !name.unicodeScalars.contains { $0.value < 0x20 }
        return isSafe && parts.allSatisfy { !["", ".", ".."].contains($0) } ? String(name) : nil
    }

    /// Whether a file is in a folder after resolving symbolic links.
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
