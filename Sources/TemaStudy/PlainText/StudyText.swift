import Foundation
internal import GRDB
import TemaFormats
import TemaModel

/// The numbers of changes that a text import made.
public struct TextImportResult: Sendable, Hashable {
    /// The number of codings that were added or changed.
    public var codings = 0
    /// The number of memos that were added or changed.
    public var memos = 0
    /// The number of done marks that were added or changed.
    public var marks = 0
    /// The number of coders, assignments, rules and outcomes of reconciliations that were added or changed.
    public var team = 0
    /// The number of codings, memos and other rows removed because the files do not have them.
    public var removed = 0
    /// Whether the codebook changed.
    public var isCodebookNew = false
}

extension Study {
    /// The names of the files and folders of a study's plain text.
    public enum TextName {
        /// The codebook's file.
        public static let codebook = "codebook.yaml"
        /// The folder of files of codings.
        public static let codings = "codings"
        /// The folder of memos.
        public static let memos = "memos"
        /// The file of done marks.
        public static let done = "done.jsonl"
        /// The files of other tables: done marks, coders, assignments, rules and outcomes of reconciliations.
        public static let tables = Set(LineFile.all.map(\.name))
    }

    /// Writes the study as plain text: the codebook, a file of codings for each document and coder, a file for each memo,
    /// and a file each of done marks, coders, assignments, rules and outcomes of reconciliations.
    ///
    /// - Parameter file: Receives each file's path and bytes.
    /// - Throws: A ``Problem`` if the study cannot be read, and whatever `file` throws.
    public func writeText(_ file: (String, [UInt8]) throws -> Void) throws {
        if let yaml = try codebook() { try file(TextName.codebook, Array(yaml.utf8)) }
        for id in try codedDocuments() {
            let codings = try codings(of: id)
            var offsets: [String: ScalarOffsets] = [:]
            for (coder, own) in Dictionary(grouping: codings, by: \.coder).sorted(by: { $0.key < $1.key }) {
                var bytes: [UInt8] = []
                for coding in own {
                    if offsets[coding.hash] == nil {
                        offsets[coding.hash] = ScalarOffsets(try document(id, hash: coding.hash).text)
                    }
                    if let places = offsets[coding.hash] { bytes += CodingLine(coding, places).bytes }
                }
                try file(Self.codingsPath(id, coder: coder), bytes)
            }
        }
        for memo in try memos() { try file("\(TextName.memos)/\(FileName.of(memo.id)).md", MemoFile.write(memo)) }
        for part in LineFile.all {
            let bytes = try read { try part.bytes($0) }
            if !bytes.isEmpty { try file(part.name, bytes) }
        }
    }

    private static func codingsPath(_ document: String, coder: String) -> String {
        "\(TextName.codings)/\(FileName.of(document))/\(FileName.of(coder)).jsonl"
    }

    /// Makes the study equal to files that ``writeText(_:)`` wrote. Codings, memos and other rows that are not in them are removed.
    /// The documents must be in the study.
    ///
    /// - Parameters:
    ///   - paths: The files' paths.
    ///   - read: Returns a file's bytes.
    ///   - codes: The paths of the codebook's codes: each coding's code must be one of them.
    /// - Throws: A ``Problem`` with file and line if anything is wrong. The study is then unchanged.
    public func readText(
        _ paths: [String], codes: Set<String>, by coder: String, _ read: @escaping @Sendable (String) throws -> [UInt8]
    )
        throws(Problem) -> TextImportResult
    {
        _ = try backUp()
        return try act("text import", by: coder) { change in
            var result = TextImportResult()
            var codings = try Replacement(.codings, change)
            var memos = try Replacement(.memos, change)
            var tables = try LineFile.all.map { ($0, try Replacement($0.table, change)) }
            let isCodings = { (path: String) in path.hasPrefix(TextName.codings + "/") }
            for path in paths where !isCodings(path) {
                let bytes = try read(path)
                if path == TextName.codebook {
                    let yaml = String(decoding: bytes, as: UTF8.self)
                    guard try Self.codebook(change.db) != yaml else { continue }
                    try Self.putCodebook(yaml, change)
                    result.isCodebookNew = true
                } else {
                    do {
                        if let index = tables.firstIndex(where: { $0.0.name == path }) {
                            try tables[index].0.read(bytes, codes: codes, change.db) { try tables[index].1.put($0) }
                        } else {
                            try memos.put(try MemoFile.read(bytes).row)
                        }
                    } catch let problem as Problem { throw problem.inFile(path) }
                }
            }
            try Prefetch.each(paths.filter(isCodings), { try CodingLine.read(read($0)) }) { path, lines in
                try Self.eachCoding(lines, path, codes: codes, db: change.db) { try codings.put($0.values) }
            }
            (result.codings, result.memos) = (codings.count, memos.count)
            for (part, rows) in tables {
                if part.name == TextName.done { result.marks = rows.count } else { result.team += rows.count }
                result.removed += try rows.endOthers()
            }
            result.removed += try codings.endOthers() + memos.endOthers()
            let isNothing = result == TextImportResult()
            return (
                result, isNothing ? nil : "\(result.codings) codings, \(result.memos) memos, \(result.removed) removed"
            )
        }
    }

    private static func eachCoding(
        _ lines: [Result<CodingLine, Problem>], _ path: String, codes: Set<String>, db: Database,
        _ take: (HandCoding) throws -> Void
    ) throws {
        var last: (document: Document, hash: String, offsets: ScalarOffsets)?
        // A file has all codings of one document by one coder, so duplicates can only be in the same file.
        var given: Set<Given> = []
        var owner: (document: String, coder: String)?
        for (number, line) in lines.enumerated() {
            do {
                let coding = try line.get()
                guard codes.contains(coding.code) else {
                    throw Problem(
                        "the codebook has no code “\(coding.code)”",
                        suggestion: "correct the code, or add it to the codebook")
                }
                if owner?.document != coding.document || owner?.coder != coding.coder {
                    let right = codingsPath(coding.document, coder: coding.coder)
                    guard path == right else {
                        throw Problem("this coding belongs in \(right)", suggestion: "move it there")
                    }
                    owner = (coding.document, coding.coder)
                }
                guard given.insert(Given(coding)).inserted else {
                    throw Problem(
                        "\(coding.coder) codes these words with “\(coding.code)” twice",
                        suggestion: "remove one of the two")
                }
                if last?.document.id != coding.document || last?.hash != coding.hash {
                    guard let revision = try revision(db, of: coding.document, hash: coding.hash) else {
                        throw Problem(
                            "the study does not have this text version of \(coding.document)",
                            suggestion: "import the document first")
                    }
                    last = (revision.document, revision.hash, ScalarOffsets(revision.document.text))
                }
                if let last { try take(try coding.coding(in: last.document, last.offsets)) }
            } catch var problem as Problem {
                problem.line = number + 1
                throw problem.inFile(path)
            }
        }
    }
}

/// A coding without its document and coder, which may occur only once for each pair of these.
private struct Given: Hashable {
    private let start: Int
    private let end: Int
    private let code: String
    private let hash: String

    init(_ coding: CodingLine) { (start, end, code, hash) = (coding.start, coding.end, coding.code, coding.hash) }
}

/// File names for ids, which may contain any characters.
enum FileName {
    static func of(_ id: String) -> String {
        var name = ""
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where !name.isEmpty: name += "."
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                name += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        // Longer names exceed the limit of most file systems.
        return name.utf8.count <= 200 ? name : String(name.prefix(150)) + "-" + SHA256.hex(Array(id.utf8)).prefix(16)
    }
}
