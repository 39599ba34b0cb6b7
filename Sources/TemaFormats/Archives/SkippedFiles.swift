/// The files that were skipped because their endings are none that are read, counted by ending.
package struct SkippedFiles: Sendable {
    private var counts: [String: Int] = [:]
    /// The endings of files that are read, in lower case.
    private let extensions: Set<String>

    package init(reading extensions: Set<String>) { self.extensions = extensions }

    /// How many there were of each ending, in order.
    package var all: [(ending: String, count: Int)] {
        counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether a file found in a folder or an archive is to be read; one that is not is counted. Hidden files,
    /// README files and what Word leaves beside a document that is open (`~$…`) are not. Archives are in folders, not in other archives.
    package mutating func takes(_ path: InputPath, archives: Bool) -> Bool {
        let name = InputPath(bytes: Array(path.lastComponent))
        if name.bytes.first == UInt8(ascii: ".") || Self.isReadme(name) { return false }
        if name.bytes.starts(with: Array("~$".utf8)) { return false }
        let ending = name.fileExtension
        if let ending, extensions.contains(ending) { return true }
        if archives, ArchiveKind.mayHold(extensions, name) { return true }
        counts[ending.map { ".\($0)" } ?? "no ending", default: 0] += 1
        return false
    }

    private static func isReadme(_ name: InputPath) -> Bool {
        // Few names begin with R: the others need no string.
        guard let first = name.bytes.first, first | 0x20 == UInt8(ascii: "r") else { return false }
        return name.display.lowercased().hasPrefix("readme")
    }

    package mutating func merge(_ other: SkippedFiles) {
        for (ending, count) in other.counts { counts[ending, default: 0] += count }
    }
}
