import Glibc
import TemaModel

/// Errors of the operating system as problems with a message and a suggestion.
package enum SystemError {
    /// Returns the problem for an error of reading a file.
    ///
    /// - Parameters:
    ///   - code: The value of `errno`.
    ///   - name: The file.
    ///   - suggestion: What to do if the file does not exist and none has a similar name.
    package static func problem(
        _ code: CInt, of name: String, ifMissing suggestion: String = "check the path"
    ) -> Problem {
        let (message, fix): (String, String?) =
            switch code {
            case ENOENT:
                ("there is no such file or folder", nearest(to: name).map { "did you mean “\($0)”?" } ?? suggestion)
            case ENOTDIR: ("there is no such file: part of its path is not a folder", "check the path")
            case EACCES, EPERM: ("permission to read it is denied", "change its permissions, or ask its owner")
            case ELOOP: ("its symbolic links form a loop", "use the path of the file itself")
            case ENAMETOOLONG: ("its path is too long for this system", "move it to a higher folder, or shorten names")
            case EMFILE, ENFILE: ("too many files are open", "close other programs, or raise the limit (ulimit -n)")
            case ENXIO, ENODEV: ("it is a socket or a device, not a file", "use the path of a file")
            case ENOSPC, EDQUOT: ("the disk is full", "free some space")
            case EIO: ("a disk or network error occurred", "check the disk, then try again")
            default: (String(cString: strerror(code)), nil)
            }
        return Problem(message, suggestion: fix, file: name)
    }

    /// Returns the existing file or folder whose name is nearest to that of a missing one, or nil if none is near.
    private static func nearest(to path: String) -> String? {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        guard let entries = opendir(folder.isEmpty ? "." : folder) else { return nil }
        defer { closedir(entries) }
        // Enough for a folder that people know by heart, and fast on a network's.
        let names = (0..<10_000).lazy.map { _ in readdir(entries) }.prefix { $0 != nil }.compactMap { entry in
            entry.map {
                withUnsafePointer(to: &$0.pointee.d_name) {
                    String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
                }
            }
        }
        return Suggestion.nearest(to: String(path.dropFirst(folder.count)), among: names).map { folder + $0 }
    }

    /// Repeats a system call as long as it is interrupted by a signal (`EINTR`).
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}

extension InputPath {
    /// Opens the file for reading, without blocking on a named pipe or a device. The caller must close the descriptor.
    ///
    /// - Throws: A ``Problem`` if the file cannot be opened.
    func openForReading() throws(Problem) -> CInt {
        guard !bytes.contains(0) else { throw SystemError.problem(ENOENT, of: display) }
        let name = terminated
        let descriptor = SystemError.retrying { open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw SystemError.problem(errno, of: display) }
        return descriptor
    }

    /// The path as a null-terminated C string.
    package var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
