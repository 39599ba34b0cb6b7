import Glibc
import TemaFormats
import TemaModel

/// A lazy walk over the inputs of some paths: files, files below folders, and members of archives.
package struct SourceWalk {
    package enum Item {
        /// A file that has not been opened yet.
        case file(InputPath)
        /// The bytes of an archive member or of standard input, and the path whose extension determines their format.
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

    /// The files that were skipped in folders and archives.
    package var skipped: SkippedFiles {
        var all = files.skipped
        all.merge(inArchives)
        return all
    }

    /// The number of archive bytes read so far. The uncompressed length of the members is different.
    package var archiveBytes: Int { closedBytes + (archive?.taken ?? 0) }

    /// Returns the next input, or a problem; nil at the end. A problem in an archive ends that archive only.
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

    /// Opens standard input.
    ///
    /// - Returns: The source if standard input is a document; nil if it is an archive, which is then stored in `archive`.
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
                "a ZIP file cannot be read from standard input: its table of contents is at its end",
                suggestion: "save it to a file and pass the file's name", file: name)
        case let kind?:
            archive = try Archive(
                ArchiveInput.standardInput(behind: beginning), InputPath(name), kind: kind,
                reading: DocumentReaders.extensions)
            return nil
        case nil: return try ByteSource.standardInput(behind: beginning)
        }
    }
}
