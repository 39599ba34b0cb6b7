import Glibc
import TemaModel

/// What stands at a path, in it and beside it: for formats that are folders, or several files.
extension InputPath {
    package var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    /// The length in bytes of the file that it leads to, nothing where there is none.
    package var fileBytes: Int? { status.flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil } }

    /// Something in this folder.
    package func appending(_ name: String) -> InputPath {
        InputPath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + Array(name.utf8))
    }

    /// The file beside it that has another ending; this one must have one.
    package func withExtension(_ ending: String) -> InputPath {
        let stem = bytes.lastIndex(of: UInt8(ascii: ".")).map { bytes[...$0] } ?? bytes[...]
        return InputPath(bytes: Array(stem) + Array(ending.utf8))
    }

    /// The files in this folder and those below it that have an ending, each by its path in it, in their byte order. Links
    /// to folders are not followed, names that begin with a dot are passed over.
    ///
    /// - Throws: A ``Problem`` where a folder cannot be read.
    package func files(ending: String) throws(Problem) -> [InputPath] {
        var found: [InputPath] = []
        var folders: [[UInt8]] = [[]]
        while let below = folders.popLast() {
            let folder = below.isEmpty ? self : InputPath(bytes: appending("").bytes + below)
            guard let directory = opendir(folder.terminated) else {
                throw SystemError.problem(errno, of: folder.display)
            }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                // The entry's name is lent until the next one is read.
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

    private var status: stat? {
        var status = stat()
        return stat(terminated, &status) == 0 ? status : nil
    }
}
