internal import CLibArchive
import TemaModel

/// Writes a ZIP file. The same members result in the same bytes.
///
/// Members have no modification time, which ZIP stores as 1 January 1980. They are in the order in which they were added.
package final class ZipWriter {
    /// The largest size of a member, in bytes. It is REFI-QDA's limit for a file in a project, and needs no ZIP64 extension.
    package static let mostBytes = Int(Int32.max)

    private let writer: OpaquePointer
    /// The output of libarchive, which has an unretained pointer to it. It exists as long as the writer.
    private let output = Output()

    private final class Output {
        var bytes: [UInt8] = []
    }

    /// Creates an empty ZIP file.
    ///
    /// - Throws: A ``Problem`` if there is not enough memory.
    package init() throws(Problem) {
        guard let writer = archive_write_new() else { throw Problem("not enough memory to write a ZIP file") }
        self.writer = writer
        archive_write_set_format_zip(writer)
        // ZIP64 fields could differ between machines. They are not needed, because larger members are refused.
        archive_write_set_options(writer, "zip:compression=deflate,zip:!zip64")
        // No padding after the end.
        archive_write_set_bytes_in_last_block(writer, 1)
        let opened = archive_write_open(
            writer, Unmanaged.passUnretained(output).toOpaque(), nil,
            { _, output, bytes, count in
                guard let output, let bytes else { return -1 }
                Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes.append(
                    contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
                return count
            }, nil)
        guard opened == ARCHIVE_OK else { throw problem() }
    }

    deinit { archive_write_free(writer) }

    /// The member that is written, and the number of bytes that it can still have.
    private var member = (name: "", space: 0)

    /// Adds a member.
    ///
    /// - Throws: A ``Problem`` if the member is larger than ``mostBytes``, or cannot be written.
    package func add(_ name: String, _ bytes: [UInt8]) throws(Problem) {
        try begin(name, size: bytes.count)
        try write(bytes)
    }

    /// Begins a member, whose bytes are then passed to ``write(_:)``.
    ///
    /// - Parameter size: The number of bytes, or nil if it is not known yet.
    /// - Throws: A ``Problem`` if the member cannot be written.
    package func begin(_ name: String, size: Int? = nil) throws(Problem) {
        member = (name, Self.mostBytes)
        guard size ?? 0 <= Self.mostBytes else { throw tooLarge }
        guard let entry = archive_entry_new() else { throw problem() }
        defer { archive_entry_free(entry) }
        // The name is set as bytes, because libarchive 3.8 and later does not convert UTF-8 names in the C locale.
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100_000)
        archive_entry_set_perm(entry, 0o644)
        if let size { archive_entry_set_size(entry, Int64(size)) }
        guard archive_write_header(writer, entry) == ARCHIVE_OK else { throw problem() }
    }

    /// Writes bytes of the member that was begun last.
    ///
    /// - Throws: A ``Problem`` if the member is larger than ``mostBytes``, or cannot be written.
    package func write(_ bytes: [UInt8]) throws(Problem) {
        member.space -= bytes.count
        guard member.space >= 0 else { throw tooLarge }
        var written = 0
        while written < bytes.count {
            // The pointer is not used after the call.
            let count = bytes.withUnsafeBytes { all in
                archive_write_data(writer, all.baseAddress.map { $0 + written }, all.count - written)
            }
            guard count > 0 else { throw problem() }
            written += count
        }
    }

    /// Returns the bytes of the file since the last call, so that they need not be in memory until the end.
    package func take() -> [UInt8] {
        defer { output.bytes.removeAll(keepingCapacity: true) }
        return output.bytes
    }

    /// Closes the file and returns its bytes, without those that were taken. No members can be added afterwards.
    ///
    /// - Throws: A ``Problem`` if the file cannot be completed.
    package func finish() throws(Problem) -> [UInt8] {
        guard archive_write_close(writer) == ARCHIVE_OK else { throw problem() }
        return output.bytes
    }

    private var tooLarge: Problem {
        Problem(
            "\(member.name) is larger than 2 GB, the limit for a file in a project",
            suggestion: "keep it next to the project file")
    }

    private func problem() -> Problem {
        let reason = archive_error_string(writer).map { ": " + String(cString: $0) } ?? ""
        return Problem("the ZIP file cannot be written" + reason)
    }
}
