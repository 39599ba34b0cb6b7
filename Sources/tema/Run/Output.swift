import Glibc
import Model

/// Where a command's results go: standard output, or a file that appears under its name only when it is whole.
final class Output {
    private let descriptor: CInt
    private let name: String
    private let temporary: String?
    private var buffer: [UInt8] = []

    /// - Parameter path: The file to make, or nothing for standard output.
    init(_ path: String?) throws(Problem) {
        guard let path else {
            (descriptor, name, temporary) = (STDOUT_FILENO, "standard output", nil)
            return
        }
        var template = Array((path + ".XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else {
            throw Problem(
                "cannot be made: \(String(cString: strerror(errno)))", wayOut: "choose another place with -o",
                file: path)
        }
        (descriptor, name) = (file, path)
        temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard let temporary else { return }
        close(descriptor)
        unlink(temporary)
    }

    /// Adds bytes; they are written when enough have come together.
    func write(_ add: (inout [UInt8]) -> Void) {
        add(&buffer)
        if buffer.count >= 1 << 16 { flush() }
    }

    private func flush() {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { fail(errno) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes the rest and gives a file its name.
    func finish() {
        flush()
        guard let temporary else { return }
        let mask = umask(0)
        umask(mask)
        guard fchmod(descriptor, 0o666 & ~mask) == 0, fsync(descriptor) == 0, rename(temporary, name) == 0 else {
            fail(errno)
        }
    }

    /// Ends the program: quietly where the reader of a pipe has gone away, else saying why (exit code 74).
    private func fail(_ code: CInt) -> Never {
        if let temporary { unlink(temporary) }
        guard code != EPIPE else { exit(0) }
        let wayOut = code == ENOSPC ? "make room, or write elsewhere with -o" : "choose another place with -o"
        Messages.say(
            Problem("cannot be written: \(String(cString: strerror(code)))", wayOut: wayOut, file: name).description)
        exit(74)
    }
}
