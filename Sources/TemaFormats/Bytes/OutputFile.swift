internal import CPosix
import Glibc
import TemaModel

/// An output for results: standard output, or a file that is written atomically.
///
/// The file has no name until ``finish()`` is called, so an interrupted program leaves no partial file. On file systems
/// without support for unnamed files, it has a temporary name in the same folder.
package final class OutputFile {
    private enum Target {
        /// Standard output, a device or a pipe, which is written to directly.
        case direct
        /// A file that has no name yet.
        case unnamed
        /// A file with a temporary name.
        case temporary(String)
    }

    private let descriptor: CInt
    private let name: String
    private let target: Target
    /// The permissions of the finished file.
    private let mode: mode_t
    private var buffer: [UInt8] = []

    /// Opens an output.
    ///
    /// - Parameter path: The file to write, or nil or `-` for standard output. A symbolic link is followed. A device or a pipe
    ///   is written to directly.
    /// - Throws: A ``Problem`` if the file cannot be created.
    package init(_ path: String?) throws(Problem) {
        guard let path, path != "-" else {
            (descriptor, name, target, mode) = (STDOUT_FILENO, "standard output", .direct, 0)
            return
        }
        guard !path.isEmpty else {
            throw Problem("the path of the output is empty", suggestion: "name a file with -o")
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let mask = umask(0)
        umask(mask)
        mode = exists ? status.st_mode & 0o777 : 0o666 & ~mask
        if exists, status.st_mode & S_IFMT != S_IFREG {
            (name, target) = (path, .direct)
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            name = Self.followed(path)
            let unnamed = Self.openUnnamedFile(beside: name)
            var temporary = Array((name + ".XXXXXX").utf8CString)
            descriptor = unnamed >= 0 ? unnamed : mkstemp(&temporary)
            target = unnamed >= 0 ? .unnamed : .temporary(Self.text(temporary))
        }
        guard descriptor >= 0 else {
            throw Problem(
                "cannot be created: \(String(cString: strerror(errno)))", suggestion: "choose another location with -o",
                file: path)
        }
    }

    /// Writes a complete file, or to standard output if the path is nil or `-`.
    package static func write(_ bytes: some Sequence<UInt8>, to path: String?) throws(Problem) {
        let output = try OutputFile(path)
        try output.write(bytes)
        try output.finish()
    }

    /// Returns the path with symbolic links resolved, or the path itself if there is no file.
    private static func followed(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Opens an unnamed file in the folder of a path. Returns -1 if that is not supported, or if the file could not be named
    /// later because /proc is not available.
    private static func openUnnamedFile(beside name: String) -> CInt {
        guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
        let slash = name.lastIndex(of: "/")
        let folder = slash.map { String(name[...$0]) } ?? "."
        return open_unnamed(folder)
    }

    private static func text(_ path: [CChar]) -> String {
        String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if case .temporary(let name) = target { unlink(name) }
    }

    /// Appends bytes to the buffer, which is written when it reaches 64 KB.
    ///
    /// - Parameter add: Appends bytes to the buffer.
    /// - Throws: What `add` throws, and a ``Problem`` if the buffer cannot be written.
    package func write(_ add: (inout [UInt8]) throws(Problem) -> Void) throws(Problem) {
        try add(&buffer)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Appends bytes to the buffer, which is written when it reaches 64 KB.
    ///
    /// - Throws: A ``Problem`` if the buffer cannot be written.
    package func write(_ bytes: some Sequence<UInt8>) throws(Problem) {
        try write { (buffer: inout [UInt8]) throws(Problem) in buffer += bytes }
    }

    /// Writes the rest of the buffer, flushes the file to disk and moves it to its final name.
    ///
    /// - Throws: A ``Problem`` if the file cannot be written or renamed.
    package func finish() throws(Problem) {
        try flush()
        if case .direct = target { return }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw failure(errno) }
        let temporary = try temporaryName()
        guard rename(temporary, name) == 0 else {
            let reason = errno
            unlink(temporary)
            throw failure(reason)
        }
    }

    /// Returns the temporary name of the file. An unnamed file is linked to one first, because `linkat` cannot replace an
    /// existing file and `rename` can.
    private func temporaryName() throws(Problem) -> String {
        if case .temporary(let name) = target { return name }
        for _ in 0..<100 {
            let temporary = name + "." + String(UInt32.random(in: .min ... .max), radix: 36)
            let own = "/proc/self/fd/\(descriptor)"
            if linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 { return temporary }
            guard errno == EEXIST else { break }
        }
        throw failure(errno)
    }

    private func flush() throws(Problem) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw failure(errno) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failure(_ code: CInt) -> Problem {
        let suggestion =
            code == ENOSPC ? "free some space, or write elsewhere with -o" : "choose another location with -o"
        var problem = Problem(
            "cannot be written: \(String(cString: strerror(code)))", suggestion: suggestion, file: name)
        problem.cause = code == EPIPE ? .brokenPipe : .writing
        return problem
    }
}
