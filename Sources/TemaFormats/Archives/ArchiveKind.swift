/// A kind of archive or compressed file that texts can be read from.
package enum ArchiveKind {
    /// A tar archive, either uncompressed or compressed by gzip or Zstandard.
    case tar
    /// A ZIP archive. Its table of contents is at the end, so it must be seekable.
    case zip
    /// A single compressed file.
    case single
    /// A compressed file of unknown content: ``tar`` or ``single``.
    case compressed

    /// Determines the kind from a file name's extension. Nil if the file is not an archive.
    package init?(_ path: InputPath) {
        switch path.fileExtension {
        case "tar", "tgz", "tzst": self = .tar
        case "zip": self = .zip
        case "gz", "zst": self = path.withoutExtension.fileExtension == "tar" ? .tar : .single
        default: return nil
        }
    }

    /// Whether a file is, by its name, an archive that may contain files with one of the extensions. A single compressed file
    /// must have such an extension before that of its compression.
    static func mayHold(_ extensions: Set<String>, _ path: InputPath) -> Bool {
        guard let kind = ArchiveKind(path) else { return false }
        return kind != .single || extensions.contains(path.withoutExtension.fileExtension ?? "")
    }

    /// Determines the kind from the first bytes of a file. Nil if the file is not an archive.
    package init?(_ beginning: ArraySlice<UInt8>) {
        if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if beginning.starts(with: [0x1F, 0x8B]) || beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .compressed
        } else if beginning.dropFirst(257).starts(with: Array("ustar".utf8)) {
            self = .tar
        } else {
            return nil
        }
    }
}

extension InputPath {
    /// The path without its last extension: `a/b.tar` for `a/b.tar.gz`.
    var withoutExtension: InputPath {
        guard let ending = fileExtension else { return self }
        return InputPath(bytes: Array(bytes.dropLast(ending.utf8.count + 1)))
    }
}

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
