internal import CLibArchive

/// The members of a ZIP file and their bytes, in the file's order.
package struct Unpacked {
    package private(set) var members: [(String, [UInt8])] = []

    package init(_ bytes: [UInt8]) {
        let reader = archive_read_new()
        defer { archive_read_free(reader) }
        archive_read_support_format_zip_seekable(reader)
        bytes.withUnsafeBytes { bytes in
            guard archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK else { return }
            var entry: OpaquePointer?
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while archive_read_next_header(reader, &entry) == ARCHIVE_OK {
                var content: [UInt8] = []
                while case let count = archive_read_data(reader, &buffer, buffer.count), count > 0 {
                    content += buffer[..<count]
                }
                members.append((archive_entry_pathname(entry).map { String(cString: $0) } ?? "", content))
            }
        }
    }

    package subscript(name: String) -> [UInt8]? { members.first { $0.0 == name }?.1 }
}
