internal import CLibArchive
import Glibc
import TemaModel

/// Where an archive's bytes come from: a file, which can be sought, or standard input, of which the first bytes have
/// been read. It owns the file's descriptor.
package final class ArchiveInput {
    private let descriptor: CInt
    private let size: Int?
    private var beginning: [UInt8]
    /// What libarchive is lent: it stays where it is for as long as this lives.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    /// A regular file.
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

    /// Standard input, behind the bytes that have been read from it.
    package static func standardInput(behind beginning: [UInt8]) -> ArchiveInput {
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

    /// Lets libarchive read; this must live as long as the reader does.
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

    /// How many of the archive's bytes there are, or have been read so far where nobody knows.
    package func taken(_ reader: OpaquePointer) -> Int { size ?? Int(archive_filter_bytes(reader, -1)) }

    /// Lends libarchive the next bytes, until it asks again.
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
