internal import CLibArchive
internal import Glibc

/// Writes archives for tests.
package enum Packed {
    /// The format and compression of an archive.
    package enum Form: String, CaseIterable {
        case tar
        case tarGz = "tar.gz"
        case tarZst = "tar.zst"
        case zip
    }

    /// Returns an archive of some files, in their order.
    package static func archive(_ form: Form, _ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var used = 0
        let writer = archive_write_new()
        if form == .zip { archive_write_set_format_zip(writer) } else { archive_write_set_format_ustar(writer) }
        if form == .tarGz { archive_write_add_filter_gzip(writer) }
        if form == .tarZst { archive_write_add_filter_zstd(writer) }
        buffer.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(writer, buffer.baseAddress, buffer.count, &used)
            for file in files {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, file.name)
                archive_entry_set_size(entry, Int64(file.bytes.count))
                archive_entry_set_filetype(entry, file.name.hasSuffix("/") ? S_IFDIR : S_IFREG)
                archive_entry_set_perm(entry, 0o644)
                archive_write_header(writer, entry)
                _ = file.bytes.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(writer)
        }
        archive_write_free(writer)
        return Array(buffer[..<used])
    }

    /// Returns bytes compressed with gzip.
    package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: bytes.count + 4096)
        var used = 0
        let writer = archive_write_new()
        archive_write_set_format_raw(writer)
        archive_write_add_filter_gzip(writer)
        buffer.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(writer, buffer.baseAddress, buffer.count, &used)
            let entry = archive_entry_new()
            archive_entry_set_filetype(entry, S_IFREG)
            archive_write_header(writer, entry)
            _ = bytes.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
            archive_entry_free(entry)
            archive_write_close(writer)
        }
        archive_write_free(writer)
        return Array(buffer[..<used])
    }
}
