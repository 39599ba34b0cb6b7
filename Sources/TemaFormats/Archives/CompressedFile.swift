internal import CLibArchive
import Glibc
import TemaModel

/// A file that is read from its beginning to its end, decompressed if it is compressed by gzip or Zstandard. It owns
/// libarchive's reader.
package final class CompressedFile {
    private let reader: OpaquePointer
    private let input: ArchiveInput
    private let path: InputPath
    private let isEmpty: Bool

    /// Opens a regular file.
    ///
    /// - Throws: A ``Problem`` if the file cannot be opened, or is not a regular file.
    package init(_ path: InputPath) throws(Problem) {
        input = try ArchiveInput.file(path)
        self.path = path
        guard let reader = archive_read_new() else { throw Problem("not enough memory to read it", file: path.display) }
        self.reader = reader
        archive_read_support_filter_gzip(reader)
        archive_read_support_filter_zstd(reader)
        archive_read_support_format_raw(reader)
        archive_read_support_format_empty(reader)
        var entry: OpaquePointer?
        let isOpen = input.open(reader) == ARCHIVE_OK
        let result = isOpen ? archive_read_next_header(reader, &entry) : ARCHIVE_FATAL
        isEmpty = result == ARCHIVE_EOF
        guard result == ARCHIVE_OK || isEmpty else { throw problem }
    }

    deinit { archive_read_free(reader) }

    /// The number of bytes of the file that have been read.
    package var taken: Int { Int(archive_filter_bytes(reader, -1)) }

    /// Reads the next bytes into an array, from an index up to at most the array's end.
    ///
    /// - Returns: The number of bytes; 0 at the end.
    /// - Throws: A ``Problem`` if the file cannot be read, or is not completely compressed data.
    package func read(into bytes: inout [UInt8], from start: Int) throws(Problem) -> Int {
        // libarchive does not read from a file without content.
        guard !isEmpty else { return 0 }
        // The pointer is not used after the call.
        let count = bytes.withUnsafeMutableBytes { buffer in
            archive_read_data(reader, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        }
        guard count >= 0 else { throw problem }
        return count
    }

    private var problem: Problem {
        if archive_errno(reader) == EIO { return SystemError.problem(EIO, of: path.display) }
        let reason = archive_error_string(reader).map { ": " + String(cString: $0) } ?? ""
        return Problem(
            "it cannot be read" + reason, kind: .unreadable, suggestion: "write it again", file: path.display)
    }
}
