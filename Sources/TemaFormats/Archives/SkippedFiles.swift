/// Decides which files are read by their extensions, and counts the skipped files by extension.
package struct SkippedFiles: Sendable {
    private var counts: [String: Int] = [:]
    /// The extensions of files that are read, in lower case.
    private let extensions: Set<String>

    /// Creates an empty count.
    ///
    /// - Parameter extensions: The extensions of files that are read, in lower case.
    package init(reading extensions: Set<String>) { self.extensions = extensions }

    /// The number of skipped files with each extension, ordered by extension.
    package var all: [(ending: String, count: Int)] {
        counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Returns whether a file found in a folder or an archive is read. If it is not, the file is counted as skipped.
    ///
    /// Hidden files, README files and the lock files of Word (`~$…`) are neither read nor counted.
    ///
    /// - Parameter archives: Whether archives are read. They are read in folders, but not in other archives.
    package mutating func takes(_ path: InputPath, archives: Bool) -> Bool {
        let name = InputPath(bytes: Array(path.lastComponent))
        if name.bytes.first == UInt8(ascii: ".") || Self.isReadme(name) { return false }
        if name.bytes.starts(with: Array("~$".utf8)) { return false }
        let ending = name.fileExtension
        if let ending, extensions.contains(ending) { return true }
        if archives, ArchiveKind.mayHold(extensions, name) { return true }
        counts[ending.map { ".\($0)" } ?? "without extension", default: 0] += 1
        return false
    }

    private static func isReadme(_ name: InputPath) -> Bool {
        // Avoids making a string of names that do not begin with R.
        guard let first = name.bytes.first, first | 0x20 == UInt8(ascii: "r") else { return false }
        return name.display.lowercased().hasPrefix("readme")
    }

    /// Adds the counts of another value.
    package mutating func merge(_ other: SkippedFiles) {
        for (ending, count) in other.counts { counts[ending, default: 0] += count }
    }
}
