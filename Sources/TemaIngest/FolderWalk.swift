import Glibc
import TemaFormats
import TemaModel

/// The files that some paths stand for: files as they are named, and those below folders, found as they are needed.
///
/// The paths given are taken in their byte order, and so are the files of a folder by their path within it: neither the
/// order on disk nor that of a list makes a difference. Names that begin with a dot, files named README, files whose
/// ending Tema does not know, and links to folders are passed over.
package struct FolderWalk {
    package enum Item {
        case file(InputPath)
        case problem(Problem)
    }

    /// One folder's names that are still to come, the next one last; folders' end in a slash.
    private struct Folder {
        var path: [UInt8]
        var names: PackedNames
    }

    private var paths: ArraySlice<InputPath>
    private var folders: [Folder] = []
    /// Files in folders that were passed over.
    package private(set) var skipped = SkippedFiles(reading: DocumentReaders.extensions)

    package init(_ paths: [String]) {
        self.paths = paths.map(InputPath.init(_:)).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }[...]
    }

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

    /// The length of all the files together, as far as they can be looked at. The walk is at its end then.
    package consuming func totalBytes() -> Int {
        var total = 0
        while let item = next() {
            var status = stat()
            if case .file(let path) = item, stat(path.terminated, &status) == 0 { total += Int(status.st_size) }
        }
        return total
    }

    /// Reads the names of a folder, sorted so that the order is that of whole paths.
    private mutating func open(_ path: [UInt8]) -> Problem? {
        let folder = InputPath(bytes: path)
        guard let directory = opendir(folder.terminated) else { return SystemError.problem(errno, of: folder.display) }
        defer { closedir(directory) }
        var names = PackedNames()
        while let entry = readdir(directory) {
            // The entry's name is lent until the next one is read.
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

    /// The kind of file that a path leads to; 0 where there is none.
    private func kind(of path: [UInt8], following: Bool) -> mode_t {
        var status = stat()
        let name = InputPath(bytes: path).terminated
        let result = following ? stat(name, &status) : lstat(name, &status)
        return result == 0 ? status.st_mode & S_IFMT : 0
    }
}

/// Many names in one array: a folder of a hundred thousand files takes few bytes beyond its names.
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
