import Glibc
import TemaModel

/// An open file, or standard input, read from its beginning as often as needed. It owns its descriptor.
///
/// Files are read, never memory-mapped: one that shrinks while it is read would kill the process.
public final class ByteSource {
    private enum Storage {
        case memory([UInt8])
        case file(descriptor: CInt, state: FileState)
    }

    /// As a person would name it: the path as given, or `standard input`.
    public let name: String
    /// The path that tells its format, which is a member's own in an archive.
    public let path: InputPath
    private let storage: Storage
    private var position = 0
    /// The beginning of a file, once it has been asked for: most small files are read by one call of the system.
    private var head: [UInt8] = []

    private init(_ storage: Storage, name: String, path: InputPath) {
        self.storage = storage
        self.name = name
        self.path = path
    }

    deinit {
        if case .file(let descriptor, _) = storage { close(descriptor) }
    }

    /// Bytes at hand, under a name.
    public static func bytes(_ bytes: [UInt8], name: String) -> ByteSource {
        self.bytes(bytes, name: name, path: InputPath(name))
    }

    package static func bytes(_ bytes: [UInt8], name: String, path: InputPath) -> ByteSource {
        ByteSource(.memory(bytes), name: name, path: path)
    }

    /// Opens a regular file, or standard input where the path is `-`. Never waits for a named pipe or a device.
    ///
    /// - Throws: A ``Problem`` that names the file, where it is missing, may not be read, is no regular file, or is
    ///   longer than ``Limits/fileBytes``.
    public static func open(_ path: InputPath) throws(Problem) -> ByteSource {
        if path.isStandardInput { return try standardInput() }
        return try owning(try path.openForReading(), name: path.display, path: path)
    }

    public static func open(_ path: String) throws(Problem) -> ByteSource {
        try open(InputPath(path))
    }

    /// Takes over a descriptor, which is closed also where this throws.
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

    /// Its length in bytes.
    public var size: Int? {
        switch storage {
        case .memory(let bytes): bytes.count
        case .file(_, let state): state.size
        }
    }

    /// Reads on: at most as many bytes as the buffer holds, 0 at the end.
    ///
    /// - Throws: A ``Problem`` where the system cannot deliver, or the file has changed since it was opened.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count: Int
        switch storage {
        case .memory(let bytes):
            count = min(buffer.count, bytes.count - position)
            // The array lends its bytes to one copy.
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
            }
        case .file where position < head.count:
            count = min(buffer.count, head.count - position)
            buffer.copyBytes(from: head[position..<(position + count)])
        case .file(let descriptor, let state):
            // A file whose length is 0 may have contents that the system makes up.
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

    /// Reads on into an array, from an index to its end at most; 0 at the end.
    package func read(into array: inout [UInt8], from start: Int) throws(Problem) -> Int {
        // The array lends its bytes to one call.
        try array.withUnsafeMutableBufferPointer { (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(Problem) in
            try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
        }
    }

    /// Lends all of it as an open file, for another program to read; bytes at hand go to a temporary file.
    ///
    /// - Throws: What the body throws, and a ``Problem`` where the file has changed meanwhile.
    func lent<Result>(_ body: (CInt) throws(Problem) -> Result) throws(Problem) -> Result {
        switch storage {
        case .memory(let bytes):
            let file = try Self.temporaryFile(holding: bytes[...], name: name)
            lseek(file.descriptor, 0, SEEK_SET)
            return try body(file.descriptor)
        case .file(let descriptor, let state):
            // A temporary file has been written to its end; this process reads at offsets of its own.
            lseek(descriptor, 0, SEEK_SET)
            let result = try body(descriptor)
            try refuseChange(of: descriptor, since: state)
            return result
        }
    }

    /// Goes back to the beginning.
    ///
    /// - Throws: A ``Problem`` where the file has changed since it was opened: a second reading would not be the same.
    public func rewind() throws(Problem) {
        try rewind(to: 0)
    }

    /// Goes to an offset that has been read before.
    func rewind(to offset: Int) throws(Problem) {
        // The bytes that are kept cannot change.
        if case .file(let descriptor, let state) = storage, position > head.count {
            try refuseChange(of: descriptor, since: state)
        }
        position = offset
    }

    /// The first bytes, as many as there are up to a number. Reading starts at the beginning afterwards.
    ///
    /// They are kept, so that asking again or reading on costs no call of the system.
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
        // Without zeros: the array lends its memory to the reads that fill it.
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
                "it changed while it was being read", suggestion: "try again when nothing writes to it", file: name)
        }
    }
}
