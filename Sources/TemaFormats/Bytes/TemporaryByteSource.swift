import Glibc
import TemaModel

extension ByteSource {
    /// Reads all bytes of a stream that can be read only once, and returns a source of them that can be read again.
    ///
    /// - Parameters:
    ///   - inMemory: The number of bytes up to which the content is kept in memory. If there are more, all are written to a
    ///     ``TemporaryFile``.
    ///   - receive: Fills a chunk and returns the number of bytes, 0 at the end of the stream.
    /// - Throws: A ``Problem`` if the stream cannot be read, cannot be stored, or is longer than ``Limits/fileBytes``.
    static func temporary(
        name: String, path: InputPath, inMemory: Int, _ receive: (inout [UInt8]) throws(Problem) -> Int
    ) throws(Problem) -> ByteSource {
        var held: [UInt8] = []
        var file: TemporaryFile?
        var total = 0
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try receive(&chunk)
            if count == 0 { break }
            total += count
            guard total <= Limits.fileBytes else { throw FileState.tooLong(name) }
            held += chunk[..<count]
            if total > inMemory {
                let open = if let file = file.take() { file } else { try temporaryFile(name: name) }
                try write(held[...], to: open, name: name)
                file = consume open
                held.removeAll(keepingCapacity: true)
            }
        }
        guard let file = file.take() else { return bytes(held, name: name, path: path) }
        return try owning(file.release(), name: name, path: path)
    }

    /// The name of standard input in messages.
    package static let standardInputName = "standard input"

    /// Reads standard input to its end. Up to 1 MB is kept in memory.
    ///
    /// - Parameter beginning: The bytes that have already been read from standard input.
    /// - Throws: A ``Problem`` if standard input cannot be read or stored, or is longer than ``Limits/fileBytes``.
    package static func standardInput(after beginning: [UInt8] = []) throws(Problem) -> ByteSource {
        var first = beginning[...]
        return try temporary(name: standardInputName, path: InputPath("stdin"), inMemory: 1 << 20) {
            (chunk: inout [UInt8]) throws(Problem) -> Int in
            guard !first.isEmpty else { return try receive(&chunk, from: STDIN_FILENO, name: standardInputName) }
            let count = min(first.count, chunk.count)
            chunk.replaceSubrange(..<count, with: first.prefix(count))
            first = first.dropFirst(count)
            return count
        }
    }

    /// Reads the next bytes from a descriptor, which remains open.
    ///
    /// - Returns: The number of bytes read; 0 at the end.
    /// - Throws: A ``Problem`` if the descriptor cannot be read.
    package static func receive(_ chunk: inout [UInt8], from descriptor: CInt, name: String) throws(Problem) -> Int {
        while true {
            let count = SystemError.retrying { Glibc.read(descriptor, &chunk, chunk.count) }
            if count >= 0 { return count }
            guard errno == EAGAIN else { throw SystemError.problem(errno, of: name) }
            // Another process has made the descriptor non-blocking: wait until it can be read.
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wait, 1, -1)
        }
    }

    /// Creates a temporary file that contains some bytes.
    static func temporaryFile(holding bytes: ArraySlice<UInt8>, name: String) throws(Problem) -> TemporaryFile {
        let file = try temporaryFile(name: name)
        try write(bytes, to: file, name: name)
        return file
    }

    private static func temporaryFile(name: String) throws(Problem) -> TemporaryFile {
        try TemporaryFile.make {
            Problem(
                "it is too large for memory, and a temporary file cannot be created: \(String(cString: strerror($0)))",
                suggestion: "set TMPDIR to a writable folder", file: name)
        }
    }

    private static func write(
        _ bytes: ArraySlice<UInt8>, to file: borrowing TemporaryFile, name: String
    ) throws(Problem) {
        try file.write(bytes) {
            Problem(
                "it is too large for memory, and the temporary file cannot be written: \(String(cString: strerror($0)))",
                suggestion: "set TMPDIR to a folder with more free space", file: name)
        }
    }
}
