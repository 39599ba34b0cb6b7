internal import CLibArchive
import Glibc
import TemaModel

/// The texts of one archive, read one after the other without unpacking it. It owns libarchive's reader.
///
/// What is not text by its name, links and folders are passed over; an encrypted text ends the reading. A text is held in
/// memory while it is read, one of more than ``Limits/memberBytes`` in a temporary file without a name.
package final class Archive {
    private let reader: OpaquePointer
    private let input: ArchiveInput
    private let path: InputPath
    private var given = 0
    /// Members that were skipped, by their endings.
    package private(set) var skipped: SkippedFiles

    /// Opens an archive.
    ///
    /// - Parameters:
    ///   - path: Its name; members are named behind it.
    ///   - extensions: The endings of the members that are read, in lower case.
    /// - Throws: A ``Problem`` where it is none, or cannot be read.
    package init(_ input: ArchiveInput, _ path: InputPath, kind: ArchiveKind, reading extensions: Set<String>)
        throws(Problem)
    {
        guard let reader = archive_read_new() else { throw Problem("there is no memory for reading it") }
        self.reader = reader
        self.input = input
        self.path = path
        skipped = SkippedFiles(reading: extensions)
        // Nothing but what is asked for: every format that could be read is one that could be attacked.
        if kind == .zip { archive_read_support_format_zip_seekable(reader) }
        if kind == .tar || kind == .compressed { archive_read_support_format_tar(reader) }
        if kind == .single || kind == .compressed { archive_read_support_format_raw(reader) }
        if kind != .zip {
            archive_read_support_filter_gzip(reader)
            archive_read_support_filter_zstd(reader)
        }
        guard input.open(reader) == ARCHIVE_OK else { throw problem("it is no archive that can be read") }
    }

    deinit { archive_read_free(reader) }

    /// How many of the archive's bytes have been read.
    package var taken: Int { Int(archive_filter_bytes(reader, -1)) }

    /// The next text, and its path behind the archive's; nothing at the end.
    ///
    /// - Throws: A ``Problem`` where the rest cannot be read. What has been given before it stands.
    package func next() throws(Problem) -> (ByteSource, InputPath)? {
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(reader, &entry)
            if result == ARCHIVE_EOF { return nil }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
                throw problem("it cannot be read further")
            }
            let isSingle = archive_format(reader) == ARCHIVE_FORMAT_RAW
            // Two filters: one that decompresses, and libarchive's own reading.
            guard !isSingle || archive_filter_count(reader) > 1 else {
                throw Problem(
                    "it is not compressed as its name says", suggestion: "give it the ending that it should have",
                    file: path.display)
            }
            let member = isSingle ? path.withoutExtension : name(of: entry)
            guard isSingle || isFile(entry) && skipped.takes(member, archives: false) else { continue }
            let path = isSingle ? self.path : InputPath(bytes: self.path.bytes + [UInt8(ascii: "/")] + member.bytes)
            guard archive_entry_is_encrypted(entry) == 0 else {
                throw Problem(
                    "\(member.display) in it is encrypted", suggestion: "unpack it, and name the files in it",
                    file: self.path.display)
            }
            let source = try ByteSource.temporary(
                name: path.display, path: member, inMemory: Limits.memberBytes
            ) { (chunk: inout [UInt8]) throws(Problem) -> Int in try self.read(&chunk) }
            return (source, member)
        }
    }

    private func isFile(_ entry: OpaquePointer) -> Bool {
        archive_entry_hardlink(entry) == nil && archive_entry_symlink(entry) == nil
            && archive_entry_filetype(entry) == S_IFREG
    }

    private func name(of entry: OpaquePointer) -> InputPath {
        InputPath(
            (archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)).map { String(cString: $0) } ?? "")
    }

    private func read(_ chunk: inout [UInt8]) throws(Problem) -> Int {
        let count = archive_read_data(reader, &chunk, chunk.count)
        guard count >= 0 else { throw problem("it cannot be read further") }
        given += count
        // What was made to fill the memory grows a thousandfold and more; texts grow by four to ten.
        guard given <= Limits.archiveAllowance || given / Limits.archiveGrowth <= input.taken(reader) else {
            throw Problem(
                "its content is more than \(Limits.archiveGrowth) times as long as itself",
                suggestion: "it was made to fill the memory; do not use it", file: path.display)
        }
        return count
    }

    private func problem(_ message: String) -> Problem {
        let reason = archive_error_string(reader).map { ": " + String(cString: $0) } ?? ""
        return Problem(message + reason, suggestion: "fetch it again, or unpack it elsewhere", file: path.display)
    }
}
