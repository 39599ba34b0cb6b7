import Glibc
import TemaFormats
import TemaModel

/// A lazy walk over the inputs of some paths: files, files below folders, and members of archives.
package struct SourceWalk {
    package enum Item {
        /// A file that has not been opened yet, and whether the caller named it rather than a folder above it.
        case file(InputPath, isNamed: Bool)
        /// The bytes of an archive member or of standard input, and the path whose extension determines their format.
        /// A compressed file is named if the caller named it, a member of an archive is not.
        case source(ByteSource, InputPath, isNamed: Bool)
        case problem(Problem)
    }

    /// The place of the last input.
    package private(set) var place = InputPlace(InputPath(""))
    private var closedBytes = 0
    private var files: FolderWalk
    private var archive: Archive?
    /// Whether the caller named the open archive.
    private var isNamed = false
    private var inArchives = SkippedFiles(reading: DocumentReaders.extensions)

    package init(_ paths: [String]) {
        files = FolderWalk(paths)
    }

    /// The files that were skipped in folders and archives.
    package var skipped: SkippedFiles {
        var all = files.skipped
        all.merge(inArchives)
        return all
    }

    /// The number of archive bytes read so far. The uncompressed length of the members is different.
    package var archiveBytes: Int { closedBytes + (archive?.taken ?? 0) }

    /// Returns the next input, or a problem; nil at the end. A problem in an archive ends that archive only.
    package mutating func next() -> Item? {
        do throws(Problem) {
            while true {
                if let archive {
                    place.member += 1
                    if let (source, path) = try archive.next() {
                        return .source(source, path, isNamed: archive.isSingle && isNamed)
                    }
                    close()
                    continue
                }
                let file = files.next()
                place = InputPlace(files.path)
                switch file {
                case nil: return nil
                case .problem(let problem): return .problem(problem)
                case .file(let path, _) where path.isStandardInput:
                    isNamed = true
                    if let source = try openStandardInput() { return .source(source, path, isNamed: true) }
                case .file(let path, let isNamed):
                    guard let kind = ArchiveKind(path) else { return .file(path, isNamed: isNamed) }
                    self.isNamed = isNamed
                    archive = try Archive(
                        try ArchiveInput.file(path), path, kind: kind, reading: DocumentReaders.extensions)
                }
            }
        } catch {
            close()
            return .problem(error)
        }
    }

    private mutating func close() {
        if let archive {
            inArchives.merge(archive.skipped)
            closedBytes += archive.taken
        }
        archive = nil
    }

    /// Opens standard input.
    ///
    /// - Returns: The source if standard input is a document; nil if it is an archive, which is then stored in `archive`.
    private mutating func openStandardInput() throws(Problem) -> ByteSource? {
        let name = ByteSource.standardInputName
        var beginning: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while beginning.count < 512 {
            let count = try ByteSource.receive(&chunk, from: STDIN_FILENO, name: name)
            if count == 0 { break }
            beginning += chunk[..<count]
        }
        switch ArchiveKind(beginning[...]) {
        case .zip where WordReader.recognises(InputBeginning(beginning)):
            return try ByteSource.standardInput(after: beginning)
        case .zip:
            throw Problem(
                "a ZIP file cannot be read from standard input: its table of contents is at its end",
                suggestion: "save it to a file and pass the file's name", file: name)
        case let kind?:
            archive = try Archive(
                ArchiveInput.standardInput(after: beginning), InputPath(name), kind: kind,
                reading: DocumentReaders.extensions)
            return nil
        case nil: return try ByteSource.standardInput(after: beginning)
        }
    }
}

/// A lazy walk over files and folders. It yields each named file and every document file below each folder.
///
/// Paths are visited in byte order, and so are the files of a folder by their path within it. The result depends neither
/// on the order on disk nor on the order of the arguments. Within folders, names that begin with a dot, README files,
/// files with an unsupported extension, and links to folders are skipped.
package struct FolderWalk {
    package enum Item {
        /// A file, and whether the caller named it rather than a folder above it.
        case file(InputPath, isNamed: Bool)
        case problem(Problem)
    }

    /// The names in one folder that have not been visited yet, the next one last. Names of folders end in a slash.
    private struct Folder {
        var path: [UInt8]
        var names: PackedNames
    }

    /// The path of the last file or folder.
    package private(set) var path = InputPath("")
    private var paths: ArraySlice<InputPath>
    private var folders: [Folder] = []
    /// The files and links in folders that were skipped.
    package private(set) var skipped = SkippedFiles(reading: DocumentReaders.extensions)

    package init(_ paths: [String]) {
        // With its slash, a folder has the place of the files in it.
        let named = paths.map { path in
            let path = InputPath(path)
            let isFolder = !path.isStandardInput && Self.kind(of: path.bytes, following: true) == S_IFDIR
            return isFolder && path.bytes.last != UInt8(ascii: "/") ? InputPath(bytes: path.bytes + [0x2F]) : path
        }
        self.paths = named.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }[...]
    }

    /// Returns the next file, or the problem of a folder that cannot be opened; nil at the end.
    package mutating func next() -> Item? {
        while true {
            if let last = folders.indices.last {
                guard let name = folders[last].names.popLast() else {
                    folders.removeLast()
                    continue
                }
                path = InputPath(bytes: folders[last].path + name)
                guard name.last == UInt8(ascii: "/") else { return .file(path, isNamed: false) }
                if let problem = open(path.bytes) { return .problem(problem) }
            } else {
                guard let next = paths.popFirst() else { return nil }
                path = next
                guard path.bytes.last == UInt8(ascii: "/") else { return .file(path, isNamed: true) }
                if let problem = open(path.bytes) { return .problem(problem) }
            }
        }
    }

    /// Returns the total length in bytes of all remaining files whose size can be read. Consumes the walk.
    package consuming func totalBytes() -> Int {
        var total = 0
        while let item = next() {
            var status = stat()
            if case .file(let path, _) = item, stat(path.terminated, &status) == 0 { total += Int(status.st_size) }
        }
        return total
    }

    /// Reads the names in a folder and sorts them so that files are visited in the order of their complete paths.
    private mutating func open(_ path: [UInt8]) -> Problem? {
        let folder = InputPath(bytes: path)
        guard let directory = opendir(folder.terminated) else { return SystemError.problem(errno, of: folder.display) }
        defer { closedir(directory) }
        var names = PackedNames()
        do throws(Problem) {
            while let entry = try folder.next(in: directory) {
                // `d_name` is valid only until the next call.
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                guard name.first != UInt8(ascii: ".") else { continue }
                let type = Int(entry.pointee.d_type)
                let isFolder =
                    type == DT_DIR || type == DT_UNKNOWN && Self.kind(of: path + name, following: false) == S_IFDIR
                if isFolder {
                    names.append(name + [UInt8(ascii: "/")])
                } else if type != DT_REG, Self.kind(of: path + name, following: true) == S_IFDIR {
                    // Following a link to a folder could form a loop.
                    skipped.add(.link)
                } else if skipped.takes(InputPath(bytes: name), archives: true) {
                    names.append(name)
                }
            }
        } catch { return error }
        names.sortDescending()
        folders.append(Folder(path: path, names: names))
        return nil
    }

    /// Returns the file type bits of a path's mode, or 0 if the file does not exist.
    ///
    /// - Parameter following: Whether symbolic links are followed.
    private static func kind(of path: [UInt8], following: Bool) -> mode_t {
        var status = stat()
        let name = InputPath(bytes: path).terminated
        let result = following ? stat(name, &status) : lstat(name, &status)
        return result == 0 ? status.st_mode & S_IFMT : 0
    }
}

/// A list of names stored in one byte array. A folder of 100,000 files needs little memory beyond its names.
package struct PackedNames {
    private var bytes: [UInt8] = []
    private var spans: [Range<UInt32>] = []

    /// Creates an empty list.
    package init() {}

    package var count: Int { spans.count }

    package subscript(index: Int) -> ArraySlice<UInt8> { slice(spans[index]) }

    private func slice(_ span: Range<UInt32>) -> ArraySlice<UInt8> {
        bytes[Int(span.lowerBound)..<Int(span.upperBound)]
    }

    package mutating func append(_ name: [UInt8]) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        bytes += name
        spans.append(start..<UInt32(truncatingIfNeeded: bytes.count))
    }

    mutating func sortDescending() {
        let names = self
        spans.sort { names.slice($1).lexicographicallyPrecedes(names.slice($0)) }
    }

    mutating func popLast() -> [UInt8]? {
        spans.popLast().map { Array(slice($0)) }
    }
}
