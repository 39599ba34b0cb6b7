import Glibc
import TemaFormats
import TemaModel

/// The files of a project, found by the paths that REFI-QDA uses: the members of a `.qdpx` file or, for a project file
/// outside its archive, the files in the folder `sources` beside it.
struct RefiMembers {
    /// The project file.
    let file: RefiProjectFile
    private let source: ByteSource
    /// Whether the source is an archive, not a project file.
    private let isArchive: Bool
    /// The folder of the file, which relative paths are relative to; nil for standard input.
    private let folder: InputPath?
    private var loaded: [String: [UInt8]] = [:]

    /// The size limit, in bytes, of any member but the project file.
    static let memberBytes = 512 << 20
    /// The folder of the members that only Tema reads.
    static let own = "tema/"

    /// Opens a `.qdpx` file, a project file, or a folder that contains one, and reads the project.
    ///
    /// - Throws: A ``Problem`` if the archive has an unsafe member, or there is not exactly one project.
    init(_ path: InputPath) throws(Problem) {
        let path = path.isFolder ? try RefiProjectFile.inFolder(path) : path
        source = try ByteSource.open(path)
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        folder =
            path.isStandardInput ? nil : InputPath(bytes: slash.map { Array(path.bytes[...$0]) } ?? Array("./".utf8))
        isArchive = ArchiveKind(try source.beginning(4)[...]) == .zip
        if isArchive {
            file = try RefiProjectFile(inArchive: source)
        } else {
            file = try RefiProjectFile(source, in: folder)
        }
    }

    /// Reads some members, and all of Tema's own, in one pass over the archive.
    ///
    /// - Parameter paths: Paths in the form of REFI-QDA. Those that are not internal are ignored.
    /// - Returns: The names of members that are too large to be kept.
    /// - Throws: A ``Problem`` if a file cannot be read.
    mutating func load(_ paths: Set<String>) throws(Problem) -> [String] {
        let wanted = Set(paths.compactMap(member))
        guard isArchive else { return try loadFiles(wanted) }
        var tooLong: [String] = []
        try source.rewind()
        let zip = try ZipReader(source)
        while let member = try zip.next() {
            guard !member.isFolder, member.name.hasPrefix(file.root) else { continue }
            let name = member.name.dropFirst(file.root.count).lowercased()
            guard wanted.contains(name) || name.hasPrefix(Self.own) else { continue }
            if member.size ?? 0 > Self.memberBytes {
                tooLong.append(member.name)
            } else {
                loaded[name] = try zip.bytes(of: member, atMost: Self.memberBytes)
            }
        }
        return tooLong
    }

    private mutating func loadFiles(_ wanted: Set<String>) throws(Problem) -> [String] {
        var tooLong: [String] = []
        for name in wanted.sorted() {
            guard let folder, let path = file.names[name].map(folder.appending), Self.isInside(path, folder: folder)
            else { continue }
            let source = try ByteSource.open(path)
            if let size = source.size, size <= Self.memberBytes {
                loaded[name] = try source.beginning(size)
            } else {
                tooLong.append(path.display)
            }
        }
        return tooLong
    }

    /// Returns the bytes of an internal path, or nil if the path is not internal or its member was not loaded.
    func bytes(_ path: String) -> [UInt8]? { member(path).flatMap { loaded[$0] } }

    /// Returns one of Tema's own members, by its name after `tema/`.
    func own(_ name: String) -> [UInt8]? { loaded[Self.own + name.lowercased()] }

    /// Returns the names of Tema's own members in a folder of `tema/`, relative to it and sorted.
    func own(in folder: String) -> [String] {
        let start = Self.own + folder
        return file.names.filter { $0.key.hasPrefix(start) }.map { String($0.value.dropFirst(start.count)) }.sorted()
    }

    /// Reads the text at a path, in the project or in the folder of its file.
    ///
    /// - Throws: A ``Problem`` if the text cannot be read. Paths that are absolute or lead out of the folder are never
    ///   opened.
    func text(_ path: String) throws(Problem) -> SourceText {
        switch RefiPath(path) {
        case .inside(let name):
            if let bytes = bytes(path) { return try SourceText(ByteSource.bytes(bytes, name: name)) }
            guard !isArchive else { throw Problem("the file is not in the project") }
            throw Problem(
                "its file is not in a folder sources beside the project file",
                suggestion: "put that folder beside it, or export the project as .qdpx")
        case .beside(let name):
            guard let folder else { throw Problem("the project's folder is not known") }
            let whole = folder.appending(name)
            guard Self.isInside(whole, folder: folder) else {
                throw Problem("the file is not in the project's folder")
            }
            return try SourceText(try ByteSource.open(whole))
        case .outside: throw Problem("absolute paths, and those that lead out of the project's folder, are not opened")
        }
    }

    /// Returns the name of an existing member, in lower case, for an internal path.
    private func member(_ path: String) -> String? {
        guard let name = RefiPath(path).inside?.lowercased() else { return nil }
        return [RefiProjectFile.sources + name, name].first { file.names[$0] != nil }
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
