import Glibc
import TemaModel

/// Errors of the operating system as problems with a message and a suggestion.
package enum SystemError {
    /// Returns the problem for an error of reading a file.
    ///
    /// - Parameters:
    ///   - code: The value of `errno`.
    ///   - name: The file.
    package static func problem(_ code: CInt, of name: String) -> Problem {
        let (message, suggestion): (String, String?) =
            switch code {
            case ENOENT: ("there is no such file or folder", "check the path")
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
        return Problem(message, suggestion: suggestion, file: name)
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
