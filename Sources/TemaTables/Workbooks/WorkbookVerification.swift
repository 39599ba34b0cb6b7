internal import CLibArchive

/// Checks that a finished workbook is complete.
///
/// libxlsxwriter does not check writes to its temporary files, so on a full disk the end of a sheet is lost without
/// an error. The finished file is therefore read once before it is returned.
enum WorkbookVerification {
    /// Whether each sheet has all its rows and each XML file is complete.
    ///
    /// - Parameter rows: The expected number of rows of each sheet, in order.
    static func isComplete(_ bytes: [UInt8], rows: [Int]) -> Bool {
        guard let reader = archive_read_new() else { return false }
        defer { archive_read_free(reader) }
        archive_read_support_format_zip_seekable(reader)
        return bytes.withUnsafeBytes { bytes in
            guard archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK else { return false }
            var left = Dictionary(
                uniqueKeysWithValues: rows.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", $1) })
            var entry: OpaquePointer?
            while archive_read_next_header(reader, &entry) == ARCHIVE_OK {
                guard let entry, let name = archive_entry_pathname(entry), let member = Member(reader) else {
                    return false
                }
                let rows = left.removeValue(forKey: String(cString: name))
                guard rows.map({ $0 == member.rows && member.ends(in: "</worksheet>") }) ?? member.ends(in: ">") else {
                    return false
                }
            }
            return left.isEmpty
        }
    }

    /// The number of rows and the end of one XML file.
    private struct Member {
        private static let rowEnd = Array("</row>".utf8)

        /// The number of row end tags.
        private(set) var rows = 0
        private var matched = 0
        private var tail: [UInt8] = []

        /// Reads a member, or returns nil if it cannot be read to its end.
        init?(_ reader: OpaquePointer) {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = archive_read_data(reader, &buffer, buffer.count)
                guard count >= 0 else { return nil }
                guard count > 0 else { return }
                add(buffer[..<count])
            }
        }

        /// Whether the file ends in a text, ignoring a final line feed.
        func ends(in text: String) -> Bool {
            let last = tail.last == UInt8(ascii: "\n") ? tail.dropLast() : tail[...]
            return Array(last.suffix(text.utf8.count)) == Array(text.utf8)
        }

        private mutating func add(_ bytes: ArraySlice<UInt8>) {
            for byte in bytes {
                // The first byte occurs only once in the pattern, so a failed match can only restart there.
                matched = byte == Self.rowEnd[matched] ? matched + 1 : byte == Self.rowEnd[0] ? 1 : 0
                guard matched == Self.rowEnd.count else { continue }
                (rows, matched) = (rows + 1, 0)
            }
            tail = Array((tail + bytes.suffix(16)).suffix(16))
        }
    }
}
