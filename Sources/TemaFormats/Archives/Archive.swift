internal import CLibArchive
import Glibc
import TemaModel

/// Reads the texts of an archive one after the other without unpacking it to disk. It owns libarchive's reader.
///
/// Folders are skipped. Links and files with other extensions are skipped and counted. An encrypted text is an error. A text
/// is kept in memory while it is read, or in a ``TemporaryFile`` if it is larger than ``Limits/memberBytes``.
package final class Archive {
    private let reader: OpaquePointer
    private let input: ArchiveInput
    private let path: InputPath
    /// The number of unpacked bytes so far.
    private var given = 0
    /// The members that were skipped.
    package private(set) var skipped: SkippedFiles

    /// Opens an archive.
    ///
    /// - Parameters:
    ///   - path: The archive's path, which begins the names of its members.
    ///   - extensions: The extensions of the members to read, in lower case.
    /// - Throws: A ``Problem`` if the input is not an archive, or cannot be read.
    package init(_ input: ArchiveInput, _ path: InputPath, kind: ArchiveKind, reading extensions: Set<String>)
        throws(Problem)
    {
        guard let reader = archive_read_new() else { throw Problem("not enough memory to read it") }
        self.reader = reader
        self.input = input
        self.path = path
        skipped = SkippedFiles(reading: extensions)
        // Only the formats that are needed are enabled, because each adds attack surface.
        if kind == .zip { archive_read_support_format_zip_seekable(reader) }
        if kind == .tar || kind == .compressed { archive_read_support_format_tar(reader) }
        if kind == .single || kind == .compressed { archive_read_support_format_raw(reader) }
        if kind != .zip {
            archive_read_support_filter_gzip(reader)
            archive_read_support_filter_zstd(reader)
        }
        guard input.open(reader) == ARCHIVE_OK else { throw problem("it is not a readable archive") }
    }

    deinit { archive_read_free(reader) }

    /// Whether the input is a single compressed file. Known after the first call of ``next()``.
    package var isSingle: Bool { archive_format(reader) == ARCHIVE_FORMAT_RAW }

    /// The number of bytes of the archive that have been read.
    package var taken: Int { Int(archive_filter_bytes(reader, -1)) }

    /// Returns the next text and its path in the archive, or nil at the end.
    ///
    /// - Throws: A ``Problem`` if the rest of the archive cannot be read. The texts returned before remain valid.
    package func next() throws(Problem) -> (ByteSource, InputPath)? {
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(reader, &entry)
            if result == ARCHIVE_EOF { return nil }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
                throw problem("the rest of it cannot be read")
            }
            // A compressed file has two filters: the decompression, and libarchive's own for reading.
            guard !isSingle || archive_filter_count(reader) > 1 else {
                throw Problem(
                    "it is not compressed, although its extension says so", suggestion: "correct its extension",
                    file: path.display)
            }
            let member = isSingle ? path.withoutExtension : name(of: entry)
            guard isSingle || isWanted(entry, member) else { continue }
            let path = isSingle ? self.path : InputPath(bytes: self.path.bytes + [UInt8(ascii: "/")] + member.bytes)
            guard archive_entry_is_encrypted(entry) == 0 else {
                throw Problem(
                    "entry \(member.display) is encrypted", suggestion: "unpack the archive, and pass the files in it",
                    file: self.path.display)
            }
            let source = try ByteSource.temporary(
                name: path.display, path: member, inMemory: Limits.memberBytes
            ) { (chunk: inout [UInt8]) throws(Problem) -> Int in try self.read(&chunk) }
            return (source, member)
        }
    }

    /// Whether an entry is a file to read. Counts it as skipped if it is a link or another file.
    private func isWanted(_ entry: OpaquePointer, _ member: InputPath) -> Bool {
        guard archive_entry_hardlink(entry) == nil, archive_entry_symlink(entry) == nil else {
            skipped.addLink(member)
            return false
        }
        let type = archive_entry_filetype(entry)
        if type != S_IFREG, type != S_IFDIR { skipped.add(.special) }
        return type == S_IFREG && skipped.takes(member, archives: false)
    }

    private func name(of entry: OpaquePointer) -> InputPath {
        InputPath(
            (archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)).map { String(cString: $0) } ?? "")
    }

    private func read(_ chunk: inout [UInt8]) throws(Problem) -> Int {
        let count = archive_read_data(reader, &chunk, chunk.count)
        guard count >= 0 else { throw problem("the rest of it cannot be read") }
        given += count
        // A decompression bomb expands a thousandfold and more, texts fourfold to tenfold.
        guard given <= Limits.archiveAllowance || given / Limits.archiveGrowth <= input.taken(reader) else {
            throw Problem(
                "it expands to more than \(Limits.archiveGrowth) times its size",
                suggestion: "do not use it; it may be malicious", file: path.display)
        }
        return count
    }

    private func problem(_ message: String) -> Problem {
        if archive_errno(reader) == EIO { return SystemError.problem(EIO, of: path.display) }
        let reason = archive_error_string(reader).map { ": " + String(cString: $0) } ?? ""
        return Problem(message + reason, suggestion: "download it again, or unpack it first", file: path.display)
    }
}
