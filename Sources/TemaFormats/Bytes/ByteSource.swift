import Glibc
import TemaModel

/// A source of bytes that can be read more than once: an open file, standard input, or an array.
///
/// It owns its file descriptor. Files are never memory-mapped, because a mapped file that shrinks while it is being read
/// would terminate the process.
public final class ByteSource {
    private enum Storage {
        case memory([UInt8])
        case file(descriptor: CInt, state: FileState)
    }

    /// The name for messages: the path as given, or `standard input`.
    public let name: String
    /// The path whose extension determines the format. For an archive member, this is its path in the archive.
    public let path: InputPath
    private let storage: Storage
    private var position = 0
    /// The cached beginning of a file, empty until ``beginning(_:)`` is called. With it, most small files are read by one
    /// system call.
    private var head: [UInt8] = []

    private init(_ storage: Storage, name: String, path: InputPath) {
        self.storage = storage
        self.name = name
        self.path = path
    }

    deinit {
        if case .file(let descriptor, _) = storage { close(descriptor) }
    }

    /// Returns a source that reads an array.
    ///
    /// - Parameter name: The name for messages, also used as ``path``.
    public static func bytes(_ bytes: [UInt8], name: String) -> ByteSource {
        self.bytes(bytes, name: name, path: InputPath(name))
    }

    /// Returns a source that reads an array.
    package static func bytes(_ bytes: [UInt8], name: String, path: InputPath) -> ByteSource {
        ByteSource(.memory(bytes), name: name, path: path)
    }

    /// Opens a regular file, or standard input if the path is `-`. Never blocks on a named pipe or a device.
    ///
    /// Standard input is read to its end first.
    ///
    /// - Throws: A ``Problem`` with the file's name if the file does not exist, cannot be read, is not a regular file, or is
    ///   larger than 4 GB.
    public static func open(_ path: InputPath) throws(Problem) -> ByteSource {
        if path.isStandardInput { return try standardInput() }
        return try owning(try path.openForReading(), name: path.display, path: path)
    }

    /// Opens a regular file, or standard input if the path is `-`. Never blocks on a named pipe or a device.
    ///
    /// - Throws: A ``Problem`` with the file's name if the file does not exist, cannot be read, is not a regular file, or is
    ///   larger than 4 GB.
    public static func open(_ path: String) throws(Problem) -> ByteSource {
        try open(InputPath(path))
    }

    /// Returns a source that owns a descriptor. The descriptor is closed even if this function throws.
    ///
    /// - Throws: A ``Problem`` if the descriptor is not a regular file, or the file is larger than ``Limits/fileBytes``.
    static func owning(_ descriptor: CInt, name: String, path: InputPath) throws(Problem) -> ByteSource {
        let state: FileState
        do throws(Problem) {
            state = try FileState(of: descriptor, name: name)
            try state.refuseUnlessReadable(name: name)
        } catch {
            close(descriptor)
            throw error
        }
        return ByteSource(.file(descriptor: descriptor, state: state), name: name, path: path)
    }

    /// The length in bytes. Currently never nil.
    public var size: Int? {
        switch storage {
        case .memory(let bytes): bytes.count
        case .file(_, let state): state.size
        }
    }

    /// Reads the next bytes into a buffer.
    ///
    /// - Returns: The number of bytes read, at most the buffer's size; 0 at the end.
    /// - Throws: A ``Problem`` if the file cannot be read, or has changed since it was opened.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count: Int
        switch storage {
        case .memory(let bytes):
            count = min(buffer.count, bytes.count - position)
            // The pointer is not used after the copy.
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
            }
        case .file where position < head.count:
            count = min(buffer.count, head.count - position)
            buffer.copyBytes(from: head[position..<(position + count)])
        case .file(let descriptor, let state):
            // A file of length 0 may have contents that the system generates, as in /proc.
            let isAtEnd = position == state.size && position > 0
            count = isAtEnd ? 0 : try readFile(descriptor, buffer)
            if count == 0, !buffer.isEmpty { try refuseChange(of: descriptor, since: state) }
        }
        position += count
        return count
    }

    private func readFile(_ descriptor: CInt, _ buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count = SystemError.retrying { pread(descriptor, buffer.baseAddress, buffer.count, position) }
        guard count >= 0 else { throw SystemError.problem(errno, of: name) }
        return count
    }

    /// Reads the next bytes into an array, from an index up to at most the array's end.
    ///
    /// - Returns: The number of bytes read; 0 at the end.
    /// - Throws: A ``Problem`` if the file cannot be read, or has changed since it was opened.
    package func read(into array: inout [UInt8], from start: Int) throws(Problem) -> Int {
        // The pointer is not used after the call.
        try array.withUnsafeMutableBufferPointer { (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(Problem) in
            try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
        }
    }

    /// Calls a closure with the descriptor of an open file that has all the bytes, for another program to read. An array is
    /// written to a temporary file first.
    ///
    /// - Throws: What the closure throws, and a ``Problem`` if the file has changed in the meantime.
    func lent<Result>(_ body: (CInt) throws(Problem) -> Result) throws(Problem) -> Result {
        switch storage {
        case .memory(let bytes):
            let file = try Self.temporaryFile(holding: bytes[...], name: name)
            lseek(file.descriptor, 0, SEEK_SET)
            return try body(file.descriptor)
        case .file(let descriptor, let state):
            // The offset of a temporary file is at its end. This process itself reads with `pread`.
            lseek(descriptor, 0, SEEK_SET)
            let result = try body(descriptor)
            try refuseChange(of: descriptor, since: state)
            return result
        }
    }

    /// Moves to the beginning, so that the source can be read again.
    ///
    /// - Throws: A ``Problem`` if the file has changed since it was opened.
    public func rewind() throws(Problem) {
        try rewind(to: 0)
    }

    /// Moves to an offset in bytes.
    ///
    /// - Throws: A ``Problem`` if the file has changed since it was opened.
    func rewind(to offset: Int) throws(Problem) {
        // Bytes read from the cached beginning cannot have changed.
        if case .file(let descriptor, let state) = storage, position > head.count {
            try refuseChange(of: descriptor, since: state)
        }
        position = offset
    }

    /// Returns the first `count` bytes, or all if there are fewer. Moves to the beginning.
    ///
    /// The bytes are cached, so that reading them again needs no system call.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read, or has changed since it was opened.
    public func beginning(_ count: Int) throws(Problem) -> [UInt8] {
        defer { position = 0 }
        if case .memory(let bytes) = storage { return Array(bytes.prefix(count)) }
        if head.count < count, head.count != size || head.isEmpty { try fillHead(count) }
        return head.count > count ? Array(head.prefix(count)) : head
    }

    private func fillHead(_ count: Int) throws(Problem) {
        try rewind()
        head = []
        var failure: Problem?
        // The array is not zero-filled before it is read into.
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(Problem) {
                while filled < count, filled == 0 || filled != size {
                    let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                    let more = try read(into: UnsafeMutableRawBufferPointer(rest))
                    if more == 0 { break }
                    filled += more
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        head = bytes
    }

    private func refuseChange(of descriptor: CInt, since state: FileState) throws(Problem) {
        guard try FileState(of: descriptor, name: name) == state else {
            throw Problem(
                "it changed while it was being read", suggestion: "try again when no program is writing to it",
                file: name)
        }
    }
}
