internal import CLibArchive
import Glibc
import TemaModel

/// Reads a ZIP file that is one document or one project, member by member, in the order of its table of contents.
///
/// Nothing is unpacked to disk. It owns libarchive's reader.
package final class ZipReader {
    /// A member, as described in the table of contents.
    package struct Member: Sendable, Hashable {
        /// The path, with `/` as separator. Bytes that are not UTF-8 are shown as U+FFFD.
        package let name: String
        /// The declared size in bytes, or nil if there is none. ``bytes(of:atMost:)`` checks the actual size.
        package let size: Int?
        /// Whether the member is a folder.
        package let isFolder: Bool
        /// Why the member must not be used, as a predicate such as “is encrypted”, or nil if it is safe.
        package let hazard: String?
    }

    /// The largest number of members in a ZIP file.
    package static let mostMembers = 65_000

    private let reader: OpaquePointer
    private let source: ByteSource
    private var index = 0
    private var given = 0
    private var entries = 0
    /// The names so far in lower case, because some file systems ignore case.
    private var names: Set<String> = []
    /// The buffer that libarchive reads from. Its address must not change while the reader exists.
    private let buffer: UnsafeMutableRawBufferPointer
    /// The problem of the last callback that failed.
    private var failure: Problem?

    /// Opens a ZIP file.
    ///
    /// - Throws: A ``Problem`` if the source is not a ZIP file, or its table of contents cannot be read.
    package init(_ source: ByteSource) throws(Problem) {
        let isZip = ArchiveKind(try source.beginning(4)[...]) == .zip
        guard isZip, let reader = archive_read_new() else {
            throw Problem(
                isZip ? "not enough memory to read it" : "it is not a ZIP file",
                suggestion: isZip ? nil : "download or export it again", file: source.name)
        }
        (self.reader, self.source) = (reader, source)
        // The last stored property: `deinit` does not run if `init` throws before all are set.
        buffer = .allocate(byteCount: 64 << 10, alignment: 16)
        try source.rewind()
        archive_read_support_format_zip_seekable(reader)
        let context = Unmanaged.passUnretained(self).toOpaque()
        archive_read_set_callback_data(reader, context)
        archive_read_set_read_callback(reader) { _, context, block in
            ZipReader.lent(context)?.next(block) ?? -1
        }
        archive_read_set_seek_callback(reader) { _, context, offset, whence in
            ZipReader.lent(context)?.seek(offset, whence) ?? Int64(ARCHIVE_FATAL)
        }
        guard archive_read_open1(reader) == ARCHIVE_OK else { throw problem("it is not a readable ZIP file") }
    }

    deinit {
        archive_read_free(reader)
        buffer.deallocate()
    }

    /// Returns the next member, or nil at the end.
    ///
    /// - Throws: A ``Problem`` if there are more than ``mostMembers``, two members have the same name when case is ignored, or
    ///   the table of contents is damaged.
    package func next() throws(Problem) -> Member? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(reader, &entry)
        if result == ARCHIVE_EOF { return nil }
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw problem("it is damaged") }
        entries += 1
        guard entries <= Self.mostMembers else {
            throw Problem("it contains more than \(Self.mostMembers) files", file: source.name)
        }
        let bytes = archive_entry_pathname(entry).map { String(cString: $0) }
        let name = bytes ?? archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
        guard names.insert(name.lowercased()).inserted else {
            throw Problem("it has two files named \(name)", suggestion: "create it again", file: source.name)
        }
        return Member(
            name: name, size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
            isFolder: archive_entry_filetype(entry) == S_IFDIR, hazard: Self.hazard(entry, name))
    }

    private static func hazard(_ entry: OpaquePointer, _ name: String) -> String? {
        if archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil { return "is a link" }
        let type = archive_entry_filetype(entry)
        if type != S_IFREG, type != S_IFDIR { return "is not a regular file" }
        if archive_entry_is_encrypted(entry) != 0 { return "is encrypted" }
        if name.unicodeScalars.contains("\u{FFFD}") { return "has a name that is not UTF-8" }
        return isSafe(name) ? nil : "has a path that leads out of the archive"
    }

    /// Whether a path stays inside the archive on any system: it has no root, drive, `..`, backslash or control character, and
    /// at most 4,096 bytes.
    static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let hasDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
        return !name.isEmpty && !name.hasPrefix("/") && !hasDrive && !parts.contains("..") && !name.contains("\\")
            && name.utf8.count <= 4_096 && !name.unicodeScalars.contains { $0.value < 0x20 }
    }

    /// Returns the bytes of a member, which must be the last one that ``next()`` returned.
    ///
    /// - Parameter most: The largest number of bytes.
    /// - Throws: A ``Problem`` if the member has a hazard, is longer than `most`, is damaged, or exceeds the expansion limit.
    package func bytes(of member: Member, atMost most: Int) throws(Problem) -> [UInt8] {
        if let hazard = member.hazard {
            throw Problem("entry \(member.name) \(hazard)", suggestion: "do not use it", file: source.name)
        }
        var bytes: [UInt8] = []
        if let size = member.size {
            try refuse(member, size, most: most)
            bytes.reserveCapacity(min(size, 1 << 20))
        }
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = archive_read_data(reader, &chunk, chunk.count)
            guard count >= 0, archive_errno(reader) == 0 else { throw problem("entry \(member.name) is damaged") }
            if count == 0 { break }
            given += count
            bytes += chunk[..<count]
            try refuse(member, bytes.count, most: most)
        }
        guard member.size == nil || member.size == bytes.count else {
            throw problem("entry \(member.name) is truncated")
        }
        return bytes
    }

    /// Throws a ``Problem`` if a size exceeds a limit. A decompression bomb expands a thousandfold, texts fourfold to tenfold.
    private func refuse(_ member: Member, _ count: Int, most: Int) throws(Problem) {
        guard count <= most else {
            throw Problem(
                "entry \(member.name) is larger than \(most >> 20) MB", suggestion: "split it", file: source.name)
        }
        let total = max(count, given)
        guard total <= Limits.zipAllowance || total / Limits.zipGrowth <= source.size ?? 0 else {
            throw Problem(
                "it expands to more than \(Limits.zipGrowth) times its size",
                suggestion: "do not use it; it may be malicious", file: source.name)
        }
    }

    private func problem(_ message: String) -> Problem {
        if let failure { return failure }
        let reason = archive_error_string(reader).map { String(cString: $0) } ?? ""
        let line = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Problem(
            line.isEmpty ? message : "\(message): \(line)", suggestion: "download or export it again",
            file: source.name
        )
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> ZipReader? {
        context.map { Unmanaged<ZipReader>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Reads the next bytes for libarchive. They are valid until the next call.
    ///
    /// - Returns: The number of bytes; 0 at the end, -1 for an error.
    private func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        block?.pointee = UnsafeRawPointer(buffer.baseAddress)
        do throws(Problem) {
            let count = try source.read(into: buffer)
            index += count
            return count
        } catch {
            failure = error
            return -1
        }
    }

    /// Moves to an offset for libarchive.
    ///
    /// - Returns: The new offset, or `ARCHIVE_FATAL`.
    private func seek(_ offset: Int64, _ whence: CInt) -> Int64 {
        let size = source.size ?? 0
        let base = whence == SEEK_END ? size : whence == SEEK_CUR ? index : 0
        let (place, overflow) = base.addingReportingOverflow(Int(offset))
        guard !overflow, 0...size ~= place else { return Int64(ARCHIVE_FATAL) }
        do throws(Problem) {
            try source.rewind(to: place)
            index = place
            return Int64(place)
        } catch {
            failure = error
            return Int64(ARCHIVE_FATAL)
        }
    }
}
