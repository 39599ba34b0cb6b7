import Glibc
import TemaFormats
import TemaModel

/// The texts that some paths stand for: files, the files below folders, and what is in archives, one after the other.
package struct SourceWalk {
    package enum Item {
        /// A file that has not been opened.
        case file(InputPath)
        /// Bytes that have been taken out of an archive or standard input, and the path that tells their format.
        case source(ByteSource, InputPath)
        case problem(Problem)
    }

    private var closedBytes = 0
    private var files: FolderWalk
    private var archive: Archive?
    private var inArchives = SkippedFiles(reading: DocumentReaders.extensions)

    package init(_ paths: [String]) {
        files = FolderWalk(paths)
    }

    /// What was passed over, in folders and archives.
    package var skipped: SkippedFiles {
        var all = files.skipped
        all.merge(inArchives)
        return all
    }

    /// How many bytes of archives have been read; the length of their texts is another.
    package var archiveBytes: Int { closedBytes + (archive?.taken ?? 0) }

    package mutating func next() -> Item? {
        do throws(Problem) {
            while true {
                if let archive {
                    if let (source, path) = try archive.next() { return .source(source, path) }
                    close()
                    continue
                }
                switch files.next() {
                case nil: return nil
                case .problem(let problem): return .problem(problem)
                case .file(let path) where path.isStandardInput:
                    if let source = try openStandardInput() { return .source(source, path) }
                case .file(let path):
                    guard let kind = ArchiveKind(path) else { return .file(path) }
                    archive = try Archive(
                        try ArchiveInput.file(path), path, kind: kind, reading: DocumentReaders.extensions)
                }
            }
        } catch {
            close()
            return .problem(error)
        }
    }

    private mutating func close() {
        if let archive {
            inArchives.merge(archive.skipped)
            closedBytes += archive.taken
        }
        archive = nil
    }

    /// Opens what standard input gives: an archive, which is then at hand, or a text.
    private mutating func openStandardInput() throws(Problem) -> ByteSource? {
        let name = ByteSource.standardInputName
        var beginning: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while beginning.count < 512 {
            let count = try ByteSource.receive(&chunk, from: STDIN_FILENO, name: name)
            if count == 0 { break }
            beginning += chunk[..<count]
        }
        switch ArchiveKind(beginning[...]) {
        case .zip where WordReader.recognises(InputBeginning(beginning)):
            return try ByteSource.standardInput(behind: beginning)
        case .zip:
            throw Problem(
                "a ZIP has its table of contents at the end, which cannot be sought here",
                suggestion: "save it to a file, and name that", file: name)
        case let kind?:
            archive = try Archive(
                ArchiveInput.standardInput(behind: beginning), InputPath(name), kind: kind,
                reading: DocumentReaders.extensions)
            return nil
        case nil: return try ByteSource.standardInput(behind: beginning)
        }
    }
}
