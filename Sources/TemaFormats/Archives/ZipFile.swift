internal import CLibArchive
import TemaModel

/// A ZIP file as it is written: the same members give the same bytes.
///
/// Members have no time of their own, which ZIP writes as the first of 1980, and stand in the order in which they were added.
package final class ZipFile {
    /// Bytes of a member: what REFI-QDA allows for a file inside a project, and ZIP can say without extensions.
    package static let mostBytes = Int(Int32.max)

    private let writer: OpaquePointer
    /// Where libarchive puts what it has written: it is lent a pointer to this, which lives as long as the writer.
    private let output = Output()

    private final class Output {
        var bytes: [UInt8] = []
    }

    package init() throws(Problem) {
        guard let writer = archive_write_new() else { throw Problem("there is no memory for writing a ZIP file") }
        self.writer = writer
        archive_write_set_format_zip(writer)
        // No extra fields that differ between machines; sizes of 4 GB and more are refused before.
        archive_write_set_options(writer, "zip:compression=deflate,zip:!zip64")
        // No padding behind the end.
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

    /// - Throws: A ``Problem`` where it is longer than ``mostBytes``, or cannot be written.
    package func add(_ name: String, _ bytes: [UInt8]) throws(Problem) {
        guard bytes.count <= Self.mostBytes else {
            throw Problem(
                "\(name) is longer than the 2 GB that a file in a project may have",
                suggestion: "keep it beside the project")
        }
        guard let entry = archive_entry_new() else { throw problem() }
        defer { archive_entry_free(entry) }
        // As bytes: from 3.8 on, libarchive translates no name from UTF-8 in a program that has set no locale.
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100_000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(bytes.count))
        guard archive_write_header(writer, entry) == ARCHIVE_OK else { throw problem() }
        var written = 0
        while written < bytes.count {
            // The array lends its bytes to one call.
            let count = bytes.withUnsafeBytes { all in
                archive_write_data(writer, all.baseAddress.map { $0 + written }, all.count - written)
            }
            guard count > 0 else { throw problem() }
            written += count
        }
    }

    /// The whole file; nothing can be added afterwards.
    package func finish() throws(Problem) -> [UInt8] {
        guard archive_write_close(writer) == ARCHIVE_OK else { throw problem() }
        return output.bytes
    }

    private func problem() -> Problem {
        let reason = archive_error_string(writer).map { ": " + String(cString: $0) } ?? ""
        return Problem("the ZIP file could not be written" + reason)
    }
}
