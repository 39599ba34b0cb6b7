internal import CLibArchive
import Glibc
import TemaModel

/// A ZIP file that is one document or one project: read member by member, in the order of its table of contents.
///
/// Nothing is ever unpacked to a disk. It owns libarchive's reader, and reads from a source that it is lent.
package final class ZipReading {
    /// What the table of contents says of a member.
    package struct Member: Sendable, Hashable {
        /// With `/` between its parts; bytes that are no UTF-8 show as U+FFFD.
        package let name: String
        /// Its length in bytes, where it is said; what is read is counted all the same.
        package let size: Int?
        package let isFolder: Bool
        /// Why it must not be used, where it must not: an unsafe path, a link, a password.
        package let hazard: String?
    }

    /// Members that a ZIP file may have.
    package static let mostMembers = 65_000

    private let reader: OpaquePointer
    private let source: ByteSource
    private var at = 0
    private var given = 0
    private var entries = 0
    /// The names so far as a file system that does not know capitals has them.
    private var names: Set<String> = []
    /// What libarchive is lent: it stays where it is for as long as this lives.
    private let buffer: UnsafeMutableRawBufferPointer
    private var failure: Problem?

    /// - Throws: A ``Problem`` where it is no ZIP file, or its table of contents cannot be read.
    package init(_ source: ByteSource) throws(Problem) {
        let isZip = ArchiveKind(try source.beginning(4)[...]) == .zip
        guard isZip, let reader = archive_read_new() else {
            throw Problem(
                isZip ? "there is no memory for reading it" : "it is no ZIP file",
                suggestion: isZip ? nil : "fetch it again, or export it anew", file: source.name)
        }
        (self.reader, self.source) = (reader, source)
        // Last, for what throws before is not undone by `deinit`.
        buffer = .allocate(byteCount: 64 << 10, alignment: 16)
        try source.rewind()
        archive_read_support_format_zip_seekable(reader)
        let context = Unmanaged.passUnretained(self).toOpaque()
        archive_read_set_callback_data(reader, context)
        archive_read_set_read_callback(reader) { _, context, block in
            ZipReading.lent(context)?.next(block) ?? -1
        }
        archive_read_set_seek_callback(reader) { _, context, offset, whence in
            ZipReading.lent(context)?.seek(offset, whence) ?? Int64(ARCHIVE_FATAL)
        }
        guard archive_read_open1(reader) == ARCHIVE_OK else { throw problem("it is no ZIP file that can be read") }
    }

    deinit {
        archive_read_free(reader)
        buffer.deallocate()
    }

    /// The next member; nothing at the end.
    ///
    /// - Throws: A ``Problem`` where there are too many, two have one name, or the table of contents is damaged.
    package func next() throws(Problem) -> Member? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(reader, &entry)
        if result == ARCHIVE_EOF { return nil }
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw problem("it is damaged") }
        entries += 1
        guard entries <= Self.mostMembers else {
            throw Problem("it has more than \(Self.mostMembers) files in it", file: source.name)
        }
        let bytes = archive_entry_pathname(entry).map { String(cString: $0) }
        let name = bytes ?? archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
        guard names.insert(name.lowercased()).inserted else {
            throw Problem("it has two files named \(name)", suggestion: "make it anew", file: source.name)
        }
        return Member(
            name: name, size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
            isFolder: archive_entry_filetype(entry) == S_IFDIR, hazard: Self.hazard(entry, name))
    }

    private static func hazard(_ entry: OpaquePointer, _ name: String) -> String? {
        if archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil { return "is a link" }
        let type = archive_entry_filetype(entry)
        if type != S_IFREG, type != S_IFDIR { return "is no file" }
        if archive_entry_is_encrypted(entry) != 0 { return "is encrypted" }
        if name.unicodeScalars.contains("\u{FFFD}") { return "has a name that is no UTF-8" }
        return isSafe(name) ? nil : "has a path that leads out of the archive"
    }

    /// Whether a path stays inside, on any system: no root, no drive, no way up, no backslash.
    static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let hasDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
        return !name.isEmpty && !name.hasPrefix("/") && !hasDrive && !parts.contains("..") && !name.contains("\\")
            && name.utf8.count <= 4_096 && !name.unicodeScalars.contains { $0.value < 0x20 }
    }

    /// The bytes of the member that came last.
    ///
    /// - Parameter most: How many it may have.
    /// - Throws: A ``Problem`` where it has a hazard or more bytes, is damaged, or was made to fill the memory.
    package func bytes(of member: Member, atMost most: Int) throws(Problem) -> [UInt8] {
        if let hazard = member.hazard {
            throw Problem("\(member.name) in it \(hazard)", suggestion: "do not use it", file: source.name)
        }
        var bytes: [UInt8] = []
        if let size = member.size {
            try refuse(member, size, most: most)
            bytes.reserveCapacity(min(size, 1 << 20))
        }
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = archive_read_data(reader, &chunk, chunk.count)
            guard count >= 0, archive_errno(reader) == 0 else { throw problem("\(member.name) in it is damaged") }
            if count == 0 { break }
            given += count
            bytes += chunk[..<count]
            try refuse(member, bytes.count, most: most)
        }
        guard member.size == nil || member.size == bytes.count else { throw problem("\(member.name) in it is cut") }
        return bytes
    }

    /// What was made to fill the memory grows a thousandfold; texts grow by four to ten.
    private func refuse(_ member: Member, _ count: Int, most: Int) throws(Problem) {
        guard count <= most else {
            throw Problem(
                "\(member.name) in it is longer than \(most >> 20) MB", suggestion: "split it", file: source.name)
        }
        let total = max(count, given)
        guard total <= Limits.zipAllowance || total / Limits.zipGrowth <= source.size ?? 0 else {
            throw Problem(
                "its content is more than \(Limits.zipGrowth) times as long as itself",
                suggestion: "it was made to fill the memory; do not use it", file: source.name)
        }
    }

    private func problem(_ message: String) -> Problem {
        if let failure { return failure }
        let reason = archive_error_string(reader).map { String(cString: $0) } ?? ""
        let line = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Problem(
            line.isEmpty ? message : "\(message): \(line)", suggestion: "fetch it again, or make it anew",
            file: source.name
        )
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> ZipReading? {
        context.map { Unmanaged<ZipReading>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Lends libarchive the next bytes, until it asks again.
    private func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        block?.pointee = UnsafeRawPointer(buffer.baseAddress)
        do throws(Problem) {
            let count = try source.read(into: buffer)
            at += count
            return count
        } catch {
            failure = error
            return -1
        }
    }

    private func seek(_ offset: Int64, _ whence: CInt) -> Int64 {
        let size = source.size ?? 0
        let base = whence == SEEK_END ? size : whence == SEEK_CUR ? at : 0
        let (place, overflow) = base.addingReportingOverflow(Int(offset))
        guard !overflow, 0...size ~= place else { return Int64(ARCHIVE_FATAL) }
        do throws(Problem) {
            try source.rewind(to: place)
            at = place
            return Int64(place)
        } catch {
            failure = error
            return Int64(ARCHIVE_FATAL)
        }
    }
}
