import Glibc
import TemaModel

/// What the operating system answered, in words.
package enum SystemError {
    package static func problem(_ code: CInt, of name: String) -> Problem {
        let (message, suggestion): (String, String?) =
            switch code {
            case ENOENT: ("there is no such file or folder", "check the path")
            case ENOTDIR: ("there is no such file: a part of its path is a file itself", "check the path")
            case EACCES, EPERM: ("it may not be read", "change its permissions, or ask the person who owns it")
            case ELOOP: ("its symbolic links lead round in a circle", "name the file itself")
            case ENAMETOOLONG: ("its path is too long for this system", "move it nearer to the root, or shorten names")
            case EMFILE, ENFILE: ("too many files are open", "close other programs, or raise the limit (ulimit -n)")
            case ENXIO, ENODEV: ("it is a socket or a device, not a file", "name a file")
            case ENOSPC, EDQUOT: ("the disk is full", "make room")
            case EIO: ("the disk or the network could not deliver it", "check the disk, then try again")
            default: (String(cString: strerror(code)), nil)
            }
        return Problem(message, suggestion: suggestion, file: name)
    }

    /// Calls the system until no signal interrupts it.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}

extension InputPath {
    /// Opens the file for reading, without waiting for a named pipe or a device. The descriptor is the caller's.
    func openForReading() throws(Problem) -> CInt {
        guard !bytes.contains(0) else { throw SystemError.problem(ENOENT, of: display) }
        let name = terminated
        let descriptor = SystemError.retrying { open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw SystemError.problem(errno, of: display) }
        return descriptor
    }

    /// The path as C wants it, ended by a zero.
    package var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
