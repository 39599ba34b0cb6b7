import Glibc
import TemaModel

/// Access to folders and to related files, for formats that consist of several files.
extension InputPath {
    /// Whether the path leads to a folder. Symbolic links are followed.
    package var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    /// The size in bytes of the regular file at the path, or nil if there is none. Symbolic links are followed.
    package var fileBytes: Int? { status.flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil } }

    /// Returns the path of a file or folder in this folder.
    package func appending(_ name: String) -> InputPath {
        InputPath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + Array(name.utf8))
    }

    /// Returns the path with its extension replaced. The path must have an extension.
    package func withExtension(_ ending: String) -> InputPath {
        let stem = bytes.lastIndex(of: UInt8(ascii: ".")).map { bytes[...$0] } ?? bytes[...]
        return InputPath(bytes: Array(stem) + Array(ending.utf8))
    }

    /// Returns the files with an extension in this folder and its subfolders, as paths relative to this folder, ordered by
    /// their bytes. Symbolic links to folders are not followed. Names that begin with a dot are skipped.
    ///
    /// - Parameter ending: The extension, in lower case and without a dot.
    /// - Throws: A ``Problem`` if a folder cannot be read.
    package func files(ending: String) throws(Problem) -> [InputPath] {
        var found: [InputPath] = []
        var folders: [[UInt8]] = [[]]
        while let below = folders.popLast() {
            let folder = below.isEmpty ? self : InputPath(bytes: appending("").bytes + below)
            guard let directory = opendir(folder.terminated) else {
                throw SystemError.problem(errno, of: folder.display)
            }
            defer { closedir(directory) }
            while let entry = try folder.next(in: directory) {
                // The entry is valid only until the next call.
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                guard name.first != UInt8(ascii: ".") else { continue }
                let path = InputPath(bytes: below + name)
                var status = stat()
                guard lstat(InputPath(bytes: appending("").bytes + path.bytes).terminated, &status) == 0 else {
                    continue
                }
                if status.st_mode & S_IFMT == S_IFDIR {
                    folders.append(path.bytes + [UInt8(ascii: "/")])
                } else if path.fileExtension == ending {
                    found.append(path)
                }
            }
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// Returns the next entry of this folder, which is open, or nil at its end.
    ///
    /// - Throws: A ``Problem`` if the folder cannot be read.
    package func next(in directory: OpaquePointer) throws(Problem) -> UnsafeMutablePointer<dirent>? {
        errno = 0
        let entry = readdir(directory)
        guard entry != nil || errno == 0 else { throw SystemError.problem(errno, of: display) }
        return entry
    }

    /// Returns the names in this folder in no particular order, at most `most` of them; empty if it cannot be read.
    package func names(atMost most: Int = .max) -> [String] {
        guard let directory = opendir(terminated) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count < most, let entry = readdir(directory) {
            // The entry is valid only until the next call of `readdir`.
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }

    private var status: stat? {
        var status = stat()
        return stat(terminated, &status) == 0 ? status : nil
    }
}
