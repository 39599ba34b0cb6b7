import Glibc
import Model

/// Where a command's results go: standard output, or a file that appears under its name only when it is whole.
final class Output {
    private let descriptor: CInt
    private let name: String
    /// The file beside the one that is to be made; none where what is written to is no file.
    private let temporary: String?
    /// The permissions that a file of this name has, or will have.
    private let mode: mode_t
    private var buffer: [UInt8] = []
    private var isUnfinished = false

    /// - Parameter path: The file to make, or nothing for standard output. A link is followed; a device or a pipe is
    ///   written to as it is.
    init(_ path: String?) throws(Problem) {
        guard let path else {
            (descriptor, name, temporary, mode) = (STDOUT_FILENO, "standard output", nil, 0)
            return
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let mask = umask(0)
        umask(mask)
        mode = exists ? status.st_mode & 0o777 : 0o666 & ~mask
        if exists, status.st_mode & S_IFMT != S_IFREG {
            (name, temporary) = (path, nil)
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            name = Self.followed(path)
            var template = Array((name + ".XXXXXX").utf8CString)
            descriptor = mkstemp(&template)
            temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        guard descriptor >= 0 else {
            throw Problem(
                "cannot be made: \(String(cString: strerror(errno)))", wayOut: "choose another place with -o",
                file: path)
        }
        if let temporary {
            isUnfinished = true
            Interruption.begin(temporary)
        }
    }

    /// Where a link to a file leads; the path itself where it is none.
    private static func followed(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        discard()
    }

    /// Adds bytes; they are written when enough have come together.
    func write<Failure>(_ add: (inout [UInt8]) throws(Failure) -> Void) throws(Failure) {
        try add(&buffer)
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
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(temporary, name) == 0 else {
            fail(errno)
        }
        isUnfinished = false
        Interruption.end()
    }

    /// Ends the program: quietly where the reader of a pipe has gone away, else saying why (exit code 74).
    private func fail(_ code: CInt) -> Never {
        guard code != EPIPE else {
            discard()
            exit(0)
        }
        let wayOut = code == ENOSPC ? "make room, or write elsewhere with -o" : "choose another place with -o"
        var problem = Problem("cannot be written: \(String(cString: strerror(code)))", wayOut: wayOut, file: name)
        problem.isWriteFailure = true
        fail(problem)
    }

    /// Ends the program, saying why what was to be written is not whole.
    func fail(_ problem: Problem) -> Never {
        discard()
        Messages.say(problem.description)
        exit(problem.isWriteFailure ? 74 : 2)
    }

    private func discard() {
        guard isUnfinished, let temporary else { return }
        unlink(temporary)
        isUnfinished = false
        Interruption.end()
    }
}
