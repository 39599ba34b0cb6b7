import Glibc
import TemaModel

extension ByteSource {
    /// Keeps all bytes of something that can be read only once, so that they can be read again.
    ///
    /// - Parameters:
    ///   - inMemory: The number of bytes that are kept in memory; longer ones go to a ``TemporaryFile``.
    ///   - receive: Fills a chunk and returns the number of bytes; 0 at the end.
    /// - Throws: A ``Problem`` if it cannot be read or kept, or is longer than ``Limits/fileBytes``.
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

    /// Reads all of standard input, after the bytes that have already been read from it; up to 1 MB is kept in memory.
    package static func standardInput(behind beginning: [UInt8] = []) throws(Problem) -> ByteSource {
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

    /// Reads from a descriptor, which stays open, and the caller's.
    package static func receive(_ chunk: inout [UInt8], from descriptor: CInt, name: String) throws(Problem) -> Int {
        while true {
            let count = SystemError.retrying { Glibc.read(descriptor, &chunk, chunk.count) }
            if count >= 0 { return count }
            guard errno == EAGAIN else { throw SystemError.problem(errno, of: name) }
            // Another process has made it non-blocking: wait until there is something.
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wait, 1, -1)
        }
    }

    /// A temporary file with some bytes in it.
    static func temporaryFile(holding bytes: ArraySlice<UInt8>, name: String) throws(Problem) -> TemporaryFile {
        let file = try temporaryFile(name: name)
        try write(bytes, to: file, name: name)
        return file
    }

    private static func temporaryFile(name: String) throws(Problem) -> TemporaryFile {
        try TemporaryFile.make {
            Problem(
                "it is too long for memory, and no temporary file can be made: \(String(cString: strerror($0)))",
                suggestion: "set TMPDIR to a folder that can be written to", file: name)
        }
    }

    private static func write(
        _ bytes: ArraySlice<UInt8>, to file: borrowing TemporaryFile, name: String
    ) throws(Problem) {
        try file.write(bytes) {
            Problem(
                "it is too long for memory, and the temporary file cannot hold it: \(String(cString: strerror($0)))",
                suggestion: "set TMPDIR to a folder with more room", file: name)
        }
    }
}
