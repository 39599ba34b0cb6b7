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
