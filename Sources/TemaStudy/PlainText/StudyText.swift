import Foundation
internal import GRDB
import TemaFormats
import TemaModel

/// What a text import changed.
public struct TextImportResult: Sendable, Hashable {
    public var codings = 0
    public var memos = 0
    /// Codings and memos that were in the study and are not in the files.
    public var removed = 0
    public var isCodebookNew = false
}

extension Study {
    /// Names of the files that a study's text consists of.
    public enum TextName {
        public static let codebook = "codebook.yaml"
        public static let codings = "codings"
        public static let memos = "memos"
    }

    /// The study as plain text, file by file: the codebook, a file of codings for each document and coder, the memos.
    ///
    /// - Parameter file: Takes each file's path and its bytes.
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
    }

    private static func codingsPath(_ document: String, coder: String) -> String {
        "\(TextName.codings)/\(FileName.of(document))/\(FileName.of(coder)).jsonl"
    }

    /// Makes the study what files say, as ``writeText(_:)`` wrote them: what is not in them goes. The documents must be there.
    ///
    /// - Parameters:
    ///   - paths: The files' paths.
    ///   - read: Gives a file's bytes.
    ///   - codes: The paths of the codebook's codes: each coding must have one of them.
    /// - Throws: A ``Problem`` with file and line where something is wrong; then nothing has changed.
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
            let isCodings = { (path: String) in path.hasPrefix(TextName.codings + "/") }
            for path in paths where !isCodings(path) {
                let bytes = try read(path)
                if path == TextName.codebook {
                    let yaml = String(decoding: bytes, as: UTF8.self)
                    guard try Self.codebook(change.db) != yaml else { continue }
                    try Self.putCodebook(yaml, change)
                    result.isCodebookNew = true
                } else {
                    do { try memos.put(try MemoFile.read(bytes).row) } catch let problem as Problem {
                        throw problem.inFile(path)
                    }
                }
            }
            try Prefetch.each(paths.filter(isCodings), { try CodingLine.read(read($0)) }) { path, lines in
                try Self.eachCoding(lines, path, codes: codes, db: change.db) { try codings.put($0.values) }
            }
            (result.codings, result.memos) = (codings.count, memos.count)
            result.removed = try codings.endOthers() + memos.endOthers()
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
        // All of a coder's codings of a document are in one file, so no other one can have the same.
        var given: Set<Given> = []
        var owner: (document: String, coder: String)?
        for (number, line) in lines.enumerated() {
            do {
                let coding = try line.get()
                guard codes.contains(coding.code) else {
                    throw Problem(
                        "the codebook has no code “\(coding.code)”", suggestion: "mend the code or the codebook")
                }
                if owner?.document != coding.document || owner?.coder != coding.coder {
                    let right = codingsPath(coding.document, coder: coding.coder)
                    guard path == right else {
                        throw Problem("this coding belongs in \(right)", suggestion: "put it there")
                    }
                    owner = (coding.document, coding.coder)
                }
                guard given.insert(Given(coding)).inserted else {
                    throw Problem(
                        "\(coding.coder) gives these words the code \(coding.code) twice",
                        suggestion: "leave one of the two away")
                }
                if last?.document.id != coding.document || last?.hash != coding.hash {
                    guard let revision = try revision(db, of: coding.document, hash: coding.hash) else {
                        throw Problem(
                            "the study does not have this text of \(coding.document)",
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

/// What one coder gives a document once at most.
private struct Given: Hashable {
    private let start: Int
    private let end: Int
    private let code: String
    private let hash: String

    init(_ coding: CodingLine) { (start, end, code, hash) = (coding.start, coding.end, coding.code, coding.hash) }
}

/// Names of files that stand for ids, whatever is in these.
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
        // Longer ones have no room in most file systems.
        return name.utf8.count <= 200 ? name : String(name.prefix(150)) + "-" + SHA256.hex(Array(id.utf8)).prefix(16)
    }
}
