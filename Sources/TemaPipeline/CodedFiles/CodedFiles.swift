import Glibc
import HeapModule
import TemaFormats
import TemaIngest
public import TemaModel

/// Coded files that take the place of the texts that they were made from.
public struct CodedFiles: Sendable {
    /// The paths of the files.
    public let paths: [String]
    let header: CodedHeader
    /// The first lines of the files, nearly always one.
    fileprivate let lines: Set<[UInt8]>

    /// Reads and compares the headers of coded files.
    ///
    /// - Throws: A ``Problem`` if a file cannot be read, is not a coded file, or was coded with another codebook or other
    ///   options than the first one.
    public init(_ paths: [String]) throws(Problem) {
        var first: (header: CodedHeader, name: String)?
        var lines: Set<[UInt8]> = []
        for path in paths {
            let line = try CodedPart(path).header
            // Reading a codebook takes longer than reading thousands of documents.
            guard lines.insert(line).inserted else { continue }
            let header: CodedHeader
            do throws(Problem) { header = try CodedHeader(line[...]) } catch { throw error.inFile(path) }
            try first?.header.refuse(header, of: path, unlike: first?.name ?? "")
            first = first ?? (header, path)
        }
        guard let first else { throw Problem("no coded file", suggestion: "pass at least one") }
        (self.paths, header, self.lines) = (paths, first.header, lines)
    }

    /// Throws a ``Problem`` if the codebook is not the one by which the files were coded.
    func refuse(_ codebook: CodebookFile?) throws(Problem) {
        guard let codebook, codebook.bytes != header.codebook.bytes else { return }
        throw Problem(
            "\(paths[0]) was coded with another version of the codebook (SHA-256 \(header.codebook.shortHash)) than this one (\(codebook.shortHash))",
            suggestion: "leave out -c to use the codebook in the file, or code the texts again", file: codebook.name)
    }
}

/// The lines of several coded files in the order of the places of their texts, as one run over all the texts would read them.
struct CodedMerge {
    private struct Waiting: Comparable {
        let entry: CodedPart.Entry
        let part: CodedPart
        let number: Int

        static func == (left: Waiting, right: Waiting) -> Bool {
            left.number == right.number && left.entry.place == right.entry.place
        }

        static func < (left: Waiting, right: Waiting) -> Bool {
            left.entry.place == right.entry.place
                ? left.number < right.number : left.entry.place < right.entry.place
        }
    }

    let codes: CodeList
    private let parts: [CodedPart]
    /// The next line of each part that has one.
    private var waiting = Heap<Waiting>()
    /// The number of bytes of the files that have been read.
    private(set) var taken = 0

    /// Opens all parts.
    ///
    /// - Throws: A ``Problem`` if one cannot be opened.
    init(_ files: CodedFiles) throws(Problem) {
        codes = files.header.codebook.codes
        Self.allowOpenFiles()
        var parts: [CodedPart] = []
        for path in files.paths {
            let part = try CodedPart(path)
            guard files.lines.contains(part.header) else {
                throw Problem("it was replaced while it was read", suggestion: "try again", file: path)
            }
            parts.append(part)
        }
        self.parts = parts
        for number in parts.indices { try advance(number) }
    }

    /// Raises the number of files that may be open as far as the system allows without asking, because all parts are open at
    /// once.
    private static func allowOpenFiles() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// The files and links that were skipped when the texts were read. Complete after the last line.
    var skipped: SkippedFiles {
        var all = SkippedFiles(reading: [])
        for part in parts { all.merge(part.skipped) }
        return all
    }

    /// Returns the next line and its part, or nil at the end.
    ///
    /// - Throws: A ``Problem`` if a part is not complete or was changed.
    mutating func next() throws(Problem) -> (entry: CodedPart.Entry, part: CodedPart)? {
        guard let first = waiting.popMin() else { return nil }
        try advance(first.number)
        return (first.entry, first.part)
    }

    private mutating func advance(_ number: Int) throws(Problem) {
        let part = parts[number]
        let before = part.taken
        defer { taken += part.taken - before }
        guard let entry = try part.next() else { return }
        waiting.insert(Waiting(entry: entry, part: part, number: number))
    }
}

extension CodebookFile {
    /// The first digits of the hash of its bytes, to tell codebooks apart in messages.
    fileprivate var shortHash: String { String(SHA256.hex(bytes).prefix(12)) }
}
