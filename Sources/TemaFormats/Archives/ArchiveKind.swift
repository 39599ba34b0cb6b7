/// An archive or compressed file that texts are read out of, told by the ending of its name or by its first bytes.
package enum ArchiveKind {
    /// Files one after the other, compressed by gzip or Zstandard or not at all.
    case tar
    /// Files with a table of contents at the end, which has to be sought.
    case zip
    /// One file, compressed.
    case single
    /// Compressed, and what it is shows only inside: ``tar`` or ``single``.
    case compressed

    /// The kind of a file by its name, or nothing where it is no archive.
    package init?(_ path: InputPath) {
        switch path.fileExtension {
        case "tar", "tgz", "tzst": self = .tar
        case "zip": self = .zip
        case "gz", "zst": self = path.withoutExtension.fileExtension == "tar" ? .tar : .single
        default: return nil
        }
    }

    /// Whether a file is an archive that may hold files with some endings: the name of a single compressed file tells.
    static func mayHold(_ extensions: Set<String>, _ path: InputPath) -> Bool {
        guard let kind = ArchiveKind(path) else { return false }
        return kind != .single || extensions.contains(path.withoutExtension.fileExtension ?? "")
    }

    /// The kind of what begins with some bytes, or nothing where it is no archive.
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
    /// The path without its last ending: `a/b.tar` of `a/b.tar.gz`.
    var withoutExtension: InputPath {
        guard let ending = fileExtension else { return self }
        return InputPath(bytes: Array(bytes.dropLast(ending.utf8.count + 1)))
    }
}
