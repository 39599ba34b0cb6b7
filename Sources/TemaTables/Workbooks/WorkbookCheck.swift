internal import CLibArchive

/// Whether a finished workbook has all that was written.
///
/// libxlsxwriter does not ask whether its temporary files took what it gave them. A full disk would leave out the end of a
/// sheet without a word; so the file is gone through once, before anybody gets it.
enum WorkbookCheck {
    /// - Parameter rows: How many rows each sheet has, in the order of the sheets.
    static func isWhole(_ bytes: [UInt8], rows: [Int]) -> Bool {
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

    /// What has to be known of one XML file in it.
    private struct Member {
        private static let rowEnd = Array("</row>".utf8)

        /// How many rows end in it.
        private(set) var rows = 0
        private var matched = 0
        private var tail: [UInt8] = []

        /// - Returns: Nothing where it cannot be read to its end.
        init?(_ reader: OpaquePointer) {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = archive_read_data(reader, &buffer, buffer.count)
                guard count >= 0 else { return nil }
                guard count > 0 else { return }
                add(buffer[..<count])
            }
        }

        /// Whether this is the last of it, but for a line end.
        func ends(in text: String) -> Bool {
            let last = tail.last == UInt8(ascii: "\n") ? tail.dropLast() : tail[...]
            return Array(last.suffix(text.utf8.count)) == Array(text.utf8)
        }

        private mutating func add(_ bytes: ArraySlice<UInt8>) {
            for byte in bytes {
                // Its first sign stands in it once, so what does not go on can only begin anew.
                matched = byte == Self.rowEnd[matched] ? matched + 1 : byte == Self.rowEnd[0] ? 1 : 0
                guard matched == Self.rowEnd.count else { continue }
                (rows, matched) = (rows + 1, 0)
            }
            tail = Array((tail + bytes.suffix(16)).suffix(16))
        }
    }
}
