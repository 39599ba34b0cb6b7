import Glibc
import TemaModel

extension ByteSource {
    /// All that something gives, kept so that it can be read again: up to a number of bytes in memory, beyond that in a
    /// temporary file without a name, which nobody else can open and which is gone when this process is.
    ///
    /// - Parameter receive: Fills a chunk and says with how many bytes; with 0 at the end.
    /// - Throws: A ``Problem`` where it cannot be read or kept, or is longer than ``Limits/fileBytes``.
    static func spooled(
        name: String, path: InputPath, inMemory: Int, _ receive: (inout [UInt8]) throws(Problem) -> Int
    ) throws(Problem) -> ByteSource {
        var held: [UInt8] = []
        var file: CInt = -1
        var total = 0
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        do throws(Problem) {
            while true {
                let count = try receive(&chunk)
                if count == 0 { break }
                total += count
                guard total <= Limits.fileBytes else { throw FileState.tooLong(name) }
                if file < 0, total <= inMemory {
                    held += chunk[..<count]
                } else {
                    if file < 0 {
                        file = try temporaryFile(name: name)
                        try write(held[...], to: file, name: name)
                        held = []
                    }
                    try write(chunk[..<count], to: file, name: name)
                }
            }
        } catch {
            if file >= 0 { close(file) }
            throw error
        }
        guard file >= 0 else { return bytes(held, name: name, path: path) }
        return try owning(file, name: name, path: path)
    }

    /// What standard input is called.
    package static let standardInputName = "standard input"

    /// All that standard input gives, behind the bytes that have been read from it; up to 1 MB in memory.
    package static func standardInput(behind beginning: [UInt8] = []) throws(Problem) -> ByteSource {
        var first = beginning[...]
        return try spooled(name: standardInputName, path: InputPath("stdin"), inMemory: 1 << 20) {
            (chunk: inout [UInt8]) throws(Problem) -> Int in
            guard !first.isEmpty else { return try receive(&chunk, from: STDIN_FILENO, name: standardInputName) }
            let count = min(first.count, chunk.count)
            chunk.replaceSubrange(..<count, with: first.prefix(count))
            first = first.dropFirst(count)
            return count
        }
    }

    /// What a descriptor gives; it stays open, and the caller's.
    package static func receive(_ chunk: inout [UInt8], from descriptor: CInt, name: String) throws(Problem) -> Int {
        while true {
            let count = SystemError.retrying { Glibc.read(descriptor, &chunk, chunk.count) }
            if count >= 0 { return count }
            guard errno == EAGAIN else { throw SystemError.problem(errno, of: name) }
            // Somebody has made it non-blocking: wait until there is something.
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wait, 1, -1)
        }
    }

    /// A temporary file with some bytes in it. The descriptor is the caller's.
    static func temporaryFile(holding bytes: ArraySlice<UInt8>, name: String) throws(Problem) -> CInt {
        let file = try temporaryFile(name: name)
        do throws(Problem) { try write(bytes, to: file, name: name) } catch {
            close(file)
            throw error
        }
        return file
    }

    private static func temporaryFile(name: String) throws(Problem) -> CInt {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = InputPath((folder.isEmpty ? "/tmp" : folder) + "/tema-XXXXXX").terminated
        let file = mkstemp(&template)
        guard file >= 0 else {
            throw Problem(
                "it is too long for memory, and no temporary file can be made: \(String(cString: strerror(errno)))",
                wayOut: "set TMPDIR to a folder that can be written to", file: name)
        }
        unlink(template)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        return file
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: CInt, name: String) throws(Problem) {
        var rest = bytes
        while !rest.isEmpty {
            // The slice lends its bytes to one call.
            let count = SystemError.retrying { rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } }
            guard count >= 0 else {
                throw Problem(
                    "it is too long for memory, and the temporary file cannot hold it: \(String(cString: strerror(errno)))",
                    wayOut: "set TMPDIR to a folder with more room", file: name)
            }
            rest = rest.dropFirst(count)
        }
    }
}
