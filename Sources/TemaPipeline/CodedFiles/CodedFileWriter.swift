import Dispatch
import TemaFormats
import TemaIngest
public import TemaModel

extension CodedCorpus {
    /// Codes all documents, and writes them to a coded file. Repeated documents are written too, because an earlier one may be
    /// in another part.
    ///
    /// - Parameters:
    ///   - path: The file to write, or nil or `-` for standard output.
    ///   - program: The name and version of the program.
    ///   - monitor: Receives problems and progress.
    /// - Returns: The summary of the run. If it was cancelled, no file was written.
    /// - Throws: A ``Problem`` if the file cannot be written, two paths name the same file, or the settings are strict and a
    ///   document cannot be read.
    public func writeCodedFile(
        _ path: String?, program: String, monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> RunSummary {
        let file = CodedFileWriter(
            try CompressedOutput(path, path.flatMap(CodedFile.compression)), CodedHeader(of: self, program: program))
        let run = try CorpusRun<[UInt8]>(reader, monitor) { coded, place, _ in
            CodedDocumentLine.line(coded, at: place)
        } accept: { line, place throws(Problem) in
            try file.add(.document, line, place)
            return (true, nil)
        } hear: { problem, place throws(Problem) in
            try file.add(.problem, Array((problem.codedLine(at: place) + "\n").utf8), place)
        }
        DispatchQueue.concurrentPerform(iterations: settings.jobs) { _ in run.work {} }
        let summary = try run.finish()
        if !summary.wasCancelled { try file.finish(skipped: run.skippedInputs) }
        return summary
    }
}

/// Writes a coded file, line by line.
private final class CodedFileWriter {
    private let output: CompressedOutput
    private let header: CodedHeader
    private var hash = SHA256()
    private var counts: [CodedFile.LineType: Int] = [:]
    private var last: InputPlace?

    init(_ output: CompressedOutput, _ header: CodedHeader) { (self.output, self.header) = (output, header) }

    /// Adds the line of a document or a problem.
    func add(_ type: CodedFile.LineType, _ line: [UInt8], _ place: InputPlace) throws(Problem) {
        if let last, place <= last {
            throw Problem(
                "it is read twice, because it is named and also in a folder that is named",
                suggestion: "name each file or folder once", file: place.path.display)
        }
        try begin()
        last = place
        counts[type, default: 0] += 1
        try write(line)
    }

    /// Adds the closing line, and completes the file.
    func finish(skipped: SkippedFiles) throws(Problem) {
        try begin()
        let end = JSONText.object([
            ("type", JSONText.string(CodedFile.LineType.end.rawValue)),
            ("documents", String(counts[.document, default: 0])), ("problems", String(counts[.problem, default: 0])),
            ("skipped", skipped.json), ("sha256", JSONText.string(hash.hex)),
        ])
        try write(Array((end + "\n").utf8))
        try output.finish()
    }

    private func begin() throws(Problem) {
        guard counts.isEmpty else { return }
        counts[.header] = 1
        try write(Array((header.line + "\n").utf8))
    }

    private func write(_ bytes: [UInt8]) throws(Problem) {
        hash.add(bytes[...])
        try output.write(bytes)
    }
}

extension Problem {
    /// The problem as a line of a coded file, without its line end.
    fileprivate func codedLine(at place: InputPlace) -> String {
        JSONText.object([
            ("type", JSONText.string(CodedFile.LineType.problem.rawValue)), ("place", place.json), ("problem", json),
        ])
    }

    /// Reads the line of a problem in a coded file, after its place.
    init(codedLine rest: JSONCursor) throws(Problem) {
        var cursor = rest
        try cursor.member("problem")
        guard let problem = Problem(json: try cursor.value()) else {
            throw Problem("the line of a problem is not complete")
        }
        self = problem
    }
}
