import Glibc
import TemaFormats
import TemaModel

/// A lazy walk over files and folders. It yields each named file and every document file below each folder.
///
/// Paths are visited in byte order, and so are the files of a folder by their path within it. The result depends neither
/// on the order on disk nor on the order of the arguments. Within folders, names that begin with a dot, README files,
/// files with an unsupported extension, and links to folders are skipped.
package struct FolderWalk {
    package enum Item {
        case file(InputPath)
        case problem(Problem)
    }

    /// The names in one folder that have not been visited yet, the next one last. Names of folders end in a slash.
    private struct Folder {
        var path: [UInt8]
        var names: PackedNames
    }

    private var paths: ArraySlice<InputPath>
    private var folders: [Folder] = []
    /// The files in folders that were skipped.
    package private(set) var skipped = SkippedFiles(reading: DocumentReaders.extensions)

    package init(_ paths: [String]) {
        self.paths = paths.map(InputPath.init(_:)).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }[...]
    }

    /// Returns the next file, or the problem of a folder that cannot be opened; nil at the end.
    package mutating func next() -> Item? {
        while true {
            if let last = folders.indices.last {
                guard let name = folders[last].names.popLast() else {
                    folders.removeLast()
                    continue
                }
                let path = folders[last].path + name
                guard name.last == UInt8(ascii: "/") else { return .file(InputPath(bytes: path)) }
                if let problem = open(path) { return .problem(problem) }
            } else {
                guard let path = paths.popFirst() else { return nil }
                guard !path.isStandardInput, kind(of: path.bytes, following: true) == S_IFDIR else {
                    return .file(path)
                }
                let slash = path.bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
                if let problem = open(path.bytes + slash) { return .problem(problem) }
            }
        }
    }

    /// Returns the total length in bytes of all remaining files whose size can be read. Consumes the walk.
    package consuming func totalBytes() -> Int {
        var total = 0
        while let item = next() {
            var status = stat()
            if case .file(let path) = item, stat(path.terminated, &status) == 0 { total += Int(status.st_size) }
        }
        return total
    }

    /// Reads the names in a folder and sorts them so that files are visited in the order of their complete paths.
    private mutating func open(_ path: [UInt8]) -> Problem? {
        let folder = InputPath(bytes: path)
        guard let directory = opendir(folder.terminated) else { return SystemError.problem(errno, of: folder.display) }
        defer { closedir(directory) }
        var names = PackedNames()
        while let entry = readdir(directory) {
            // `d_name` is valid only until the next call of `readdir`.
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.first != UInt8(ascii: ".") else { continue }
            let type = Int(entry.pointee.d_type)
            let isFolder = type == DT_DIR || type == DT_UNKNOWN && kind(of: path + name, following: false) == S_IFDIR
            if isFolder {
                names.append(name + [UInt8(ascii: "/")])
            } else if skipped.takes(InputPath(bytes: name), archives: true),
                type == DT_REG || kind(of: path + name, following: true) != S_IFDIR
            {
                names.append(name)
            }
        }
        names.sortDescending()
        folders.append(Folder(path: path, names: names))
        return nil
    }

    /// Returns the file type bits of a path's mode, or 0 if the file does not exist.
    ///
    /// - Parameter following: Whether symbolic links are followed.
    private func kind(of path: [UInt8], following: Bool) -> mode_t {
        var status = stat()
        let name = InputPath(bytes: path).terminated
        let result = following ? stat(name, &status) : lstat(name, &status)
        return result == 0 ? status.st_mode & S_IFMT : 0
    }
}

/// A list of names stored in one byte array. A folder of 100,000 files needs little memory beyond its names.
struct PackedNames {
    private var bytes: [UInt8] = []
    private var spans: [Range<UInt32>] = []

    mutating func append(_ name: [UInt8]) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        bytes += name
        spans.append(start..<UInt32(truncatingIfNeeded: bytes.count))
    }

    mutating func sortDescending() {
        let bytes = bytes
        func slice(_ span: Range<UInt32>) -> ArraySlice<UInt8> { bytes[Int(span.lowerBound)..<Int(span.upperBound)] }
        spans.sort { slice($1).lexicographicallyPrecedes(slice($0)) }
    }

    mutating func popLast() -> [UInt8]? {
        spans.popLast().map { Array(bytes[Int($0.lowerBound)..<Int($0.upperBound)]) }
    }
}
