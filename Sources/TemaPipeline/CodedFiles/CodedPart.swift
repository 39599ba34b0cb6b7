import TemaFormats
import TemaIngest
import TemaModel

/// A coded file that is read line by line. The order, the counts and the checksum are verified on the way.
final class CodedPart {
    /// A line of a document or a problem.
    struct Entry {
        let place: InputPlace
        let type: CodedFile.LineType
        /// A cursor after the place.
        let rest: JSONCursor
        /// The number of the line, from 1.
        let number: Int
    }

    let name: String
    /// The first line, which is to be read by ``CodedHeader``.
    private(set) var header: [UInt8] = []
    /// The files and links that were skipped when the texts were read. Known after the last line.
    private(set) var skipped = SkippedFiles(reading: [])
    private let file: CompressedFile
    private var lines = LineBuffer()
    private var hash = SHA256()
    private var number = 0
    private var counts: [CodedFile.LineType: Int] = [:]
    private var last: InputPlace?

    /// Opens a coded file and reads its first line.
    ///
    /// - Throws: A ``Problem`` if it cannot be read, or is empty.
    init(_ path: String) throws(Problem) {
        name = path
        file = try CompressedFile(InputPath(path))
        do throws(Problem) {
            guard let line = try nextLine() else { throw Problem("it is empty", suggestion: Self.suggestion) }
            header = Array(line)
            add(line)
        } catch { throw error.inFile(name) }
    }

    private static let suggestion = "write it again with `tema code`"

    /// The number of bytes of the file that have been read.
    var taken: Int { file.taken }

    /// Returns the next document or problem, or nil after the closing line.
    ///
    /// - Throws: A ``Problem`` if the file ends early, was changed, or cannot be read.
    func next() throws(Problem) -> Entry? {
        do throws(Problem) {
            guard let line = try nextLine() else {
                throw Problem("it ends before its closing line, so it is not complete", suggestion: Self.suggestion)
            }
            // Of its own array: the buffer is overwritten.
            var cursor = JSONCursor(Array(line)[...])
            try cursor.member("type")
            switch CodedFile.LineType(rawValue: try cursor.string()) {
            case .end:
                try finish(JSONValue(line))
                return nil
            case let type? where type != .header:
                try cursor.member("place")
                let place = try InputPlace(&cursor)
                let entry = Entry(place: place, type: type, rest: cursor, number: number)
                guard last.map({ $0 < entry.place }) ?? true else { throw Problem("its lines are not in order") }
                last = entry.place
                counts[type, default: 0] += 1
                add(line)
                return entry
            default: throw Problem("a line of an unknown type")
            }
        } catch { throw damaged(error, line: number) }
    }

    /// Returns a problem of a line as that of a damaged file.
    func damaged(_ problem: Problem, line: Int) -> Problem {
        guard problem.file == nil else { return problem }
        return Problem(
            "it is damaged: \(problem.message)", suggestion: problem.suggestion ?? Self.suggestion, file: name,
            line: line)
    }

    /// Verifies the closing line.
    private func finish(_ end: JSONValue) throws(Problem) {
        func count(_ name: String) -> Int? { end[name]?.strings.first.flatMap { Int($0) } }
        guard end["sha256"]?.text == hash.hex else { throw Problem("its checksum is wrong") }
        guard count("documents") == counts[.document, default: 0], count("problems") == counts[.problem, default: 0]
        else { throw Problem("its counts are wrong") }
        skipped = SkippedFiles(json: end["skipped"] ?? .nothing)
        guard try nextLine() == nil else { throw Problem("something follows its closing line") }
    }

    private func add(_ line: ArraySlice<UInt8>) {
        hash.add(line)
        hash.add([UInt8(ascii: "\n")])
    }

    private func nextLine() throws(Problem) -> ArraySlice<UInt8>? {
        number += 1
        return try lines.next { bytes, start throws(Problem) in try file.read(into: &bytes, from: start) }
    }
}

/// The lines of a file, each with its line end LF.
private struct LineBuffer {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Returns the next line without its line end, or nil at the end.
    ///
    /// - Parameter fill: Reads bytes into an array from an index, and returns their number, 0 at the end.
    /// - Throws: What `fill` throws, and a ``Problem`` if the last line has no end or a line is too long.
    mutating func next(
        _ fill: (inout [UInt8], Int) throws(Problem) -> Int
    ) throws(Problem) -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return bytes[start..<end]
            }
            bytes.removeSubrange(..<start)
            start = 0
            searched = bytes.count
            guard searched <= Limits.codedLineBytes else {
                throw Problem("a line is longer than \(Limits.codedLineBytes >> 20) MB")
            }
            bytes.append(contentsOf: repeatElement(0, count: max(64 << 10, searched)))
            let count = try fill(&bytes, searched)
            bytes.removeLast(bytes.count - searched - count)
            guard count > 0 else {
                guard bytes.isEmpty else { throw Problem("its last line is cut") }
                return nil
            }
        }
    }
}
