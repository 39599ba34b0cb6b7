internal import CLibArchive
import Glibc
import TemaModel

/// The bytes of an archive: a file, which is seekable, or standard input, whose first bytes have already been read.
/// It owns the file's descriptor.
package final class ArchiveInput {
    private let descriptor: CInt
    /// The size of the file in bytes, or nil for standard input.
    private let size: Int?
    private var beginning: [UInt8]
    /// The buffer that libarchive reads from. Its address must not change while the reader exists.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    /// Opens a regular file.
    ///
    /// - Throws: A ``Problem`` if the file cannot be opened or is not a regular file.
    package static func file(_ path: InputPath) throws(Problem) -> ArchiveInput {
        let descriptor = try path.openForReading()
        do throws(Problem) {
            let state = try FileState(of: descriptor, name: path.display)
            try state.refuseUnlessRegular(name: path.display)
            return ArchiveInput(descriptor, size: state.size, beginning: [])
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Returns an input that reads standard input.
    ///
    /// - Parameter beginning: The bytes that have already been read from standard input.
    package static func standardInput(after beginning: [UInt8]) -> ArchiveInput {
        ArchiveInput(STDIN_FILENO, size: nil, beginning: beginning)
    }

    private init(_ descriptor: CInt, size: Int?, beginning: [UInt8]) {
        self.descriptor = descriptor
        self.size = size
        self.beginning = beginning
    }

    deinit {
        if size != nil { close(descriptor) }
        buffer.deallocate()
    }

    /// Opens the input with a libarchive reader. The input must exist as long as the reader.
    ///
    /// - Returns: libarchive's status, `ARCHIVE_OK` if successful.
    func open(_ reader: OpaquePointer) -> CInt {
        guard size == nil else { return archive_read_open_fd(reader, descriptor, 64 << 10) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        return archive_read_open(
            reader, context, nil,
            { _, context, block in
                guard let context else { return -1 }
                return Unmanaged<ArchiveInput>.fromOpaque(context).takeUnretainedValue().next(block)
            }, nil)
    }

    /// Returns the size of the archive in bytes, or the number of bytes read so far if the size is unknown.
    package func taken(_ reader: OpaquePointer) -> Int { size ?? Int(archive_filter_bytes(reader, -1)) }

    /// Reads the next bytes for libarchive. They are valid until the next call.
    ///
    /// - Returns: The number of bytes; 0 at the end, -1 for an error.
    private func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        block?.pointee = UnsafeRawPointer(buffer.baseAddress)
        guard beginning.isEmpty else {
            let count = min(beginning.count, buffer.count)
            buffer.copyBytes(from: beginning[..<count])
            beginning.removeFirst(count)
            return count
        }
        return SystemError.retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    }
}
