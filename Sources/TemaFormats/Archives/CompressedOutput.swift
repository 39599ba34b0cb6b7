internal import CLibArchive
import Glibc
import TemaModel

/// A compression of files, named by its extension.
package enum Compression: String, CaseIterable, Sendable {
    case gzip = "gz"
    case zstandard = "zst"
}

/// An output that is compressed while it is written. Equal contents are equal files. It owns libarchive's writer.
package final class CompressedOutput {
    /// The file that receives compressed bytes, and why it could not be written.
    private final class Sink {
        let file: OutputFile
        var failure: Problem?

        init(_ file: OutputFile) { self.file = file }
    }

    private let sink: Sink
    private let writer: OpaquePointer?
    private let name: String

    /// Creates an output.
    ///
    /// - Parameters:
    ///   - path: The file to write, or nil or `-` for standard output.
    ///   - compression: The compression, or nil for none.
    /// - Throws: A ``Problem`` if the file cannot be created.
    package init(_ path: String?, _ compression: Compression?) throws(Problem) {
        sink = Sink(try OutputFile(path))
        name = path ?? "standard output"
        writer = compression == nil ? nil : archive_write_new()
        guard let compression else { return }
        let context = Unmanaged.passUnretained(sink).toOpaque()
        guard let writer, archive_write_set_format_raw(writer) == ARCHIVE_OK,
            Self.add(compression, to: writer) == ARCHIVE_OK,
            // The last block is not padded.
            archive_write_set_bytes_in_last_block(writer, 1) == ARCHIVE_OK,
            archive_write_open(writer, context, nil, { CompressedOutput.take($1, $2, $3) }, nil) == ARCHIVE_OK
        else { throw problem }
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
        guard archive_write_header(writer, entry) == ARCHIVE_OK else { throw problem }
    }

    deinit {
        // Freeing writes what is left, which an unfinished file does not need.
        sink.failure = problem
        if let writer { archive_write_free(writer) }
    }

    private static func add(_ compression: Compression, to writer: OpaquePointer) -> CInt {
        switch compression {
        case .gzip:
            let result = archive_write_add_filter_gzip(writer)
            // The time of compression would make files with equal contents unequal.
            return result == ARCHIVE_OK ? archive_write_set_filter_option(writer, "gzip", "timestamp", nil) : result
        case .zstandard: return archive_write_add_filter_zstd(writer)
        }
    }

    /// Passes compressed bytes on to the file. libarchive expects their number, or -1 for an error.
    private static func take(
        _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeRawPointer?, _ count: Int
    ) -> Int {
        guard let context else { return -1 }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        guard sink.failure == nil else { return -1 }
        do throws(Problem) {
            try sink.file.write(UnsafeRawBufferPointer(start: bytes, count: count))
            return count
        } catch {
            sink.failure = error
            return -1
        }
    }

    /// Appends bytes.
    ///
    /// - Throws: A ``Problem`` if the file cannot be written.
    package func write(_ bytes: [UInt8]) throws(Problem) {
        guard let writer else { return try sink.file.write(bytes) }
        guard archive_write_data(writer, bytes, bytes.count) == bytes.count else { throw problem }
    }

    /// Writes the rest, and gives the file its name.
    ///
    /// - Throws: A ``Problem`` if the file cannot be written or renamed.
    package func finish() throws(Problem) {
        if let writer, archive_write_close(writer) != ARCHIVE_OK { throw problem }
        try sink.file.finish()
    }

    private var problem: Problem {
        if let failure = sink.failure { return failure }
        let reason = writer.flatMap(archive_error_string).map { ": " + String(cString: $0) } ?? ""
        return Problem("it cannot be compressed" + reason, suggestion: "write it without compression", file: name)
    }
}
