internal import GRDB
import TemaFormats
import TemaModel

/// A coding of a passage made by the codebook's indicators.
public struct AutomaticCoding: Sendable, Hashable {
    /// The id of the coded document.
    public var document: String
    /// The SHA-256 of the coded text.
    public var hash: String
    /// The number of the coded passage, from 0.
    public var passage: Int
    /// The code's path.
    public var code: String
    /// The spans that the indicators matched, in UTF-8 offsets of the coded text.
    public var evidence: [Range<Int>]

    /// A passage and a code, which have at most one automatic coding in a document.
    struct Place: Hashable {
        let passage: Int
        let code: String
    }

    var place: Place { Place(passage: passage, code: code) }

    var key: String { "\(document)\t\(passage)\t\(code)" }

    var row: [DatabaseValue] {
        let spans = evidence.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
        return values(key, document, hash, passage, code, spans)
    }

    /// Creates an automatic coding of a document's current text.
    public init(document: String, hash: String, passage: Int, code: String, evidence: [Range<Int>]) {
        (self.document, self.hash, self.passage) = (document, hash, passage)
        (self.code, self.evidence) = (code, evidence)
    }

    /// The key of a coder's decision on the coding.
    func key(by coder: String) -> String { "\(key)\t\(coder)" }

    fileprivate init(_ coding: Coding, of coded: CodedDocument, hash: String, codes: CodeList) {
        (document, passage) = (coded.document.id, coding.passage)
        (self.hash, code) = (hash, codes.entries[coding.code].path)
        evidence = coded.evidence(of: coding).map(\.span)
    }

    fileprivate init(_ row: Row) throws {
        var fields = RowDecoder(row)
        let key: String = try fields.next()
        (document, hash, passage) = (try fields.next(), try fields.next(), try fields.next())
        code = try fields.next()
        let spans: String = try fields.next()
        try fields.check("the automatic coding \(key)")
        evidence = try spans.split(separator: " ").map { span in
            let ends = span.split(separator: "-").map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else {
                throw Problem.unknown("the evidence “\(span)”", in: "the automatic coding \(key)")
            }
            return start..<end
        }
    }
}

/// The changes that applying the codebook to a study made.
public struct RecodingResult: Sendable, Hashable {
    /// The number of automatic codings afterwards.
    public var codings = 0
    /// The number of codings that are new.
    public var gained = 0
    /// The number of earlier codings that no longer exist.
    public var lost = 0
}

/// A filter of automatic codings. A coding must match all properties that are not nil.
public struct AutomaticChoice: Sendable, Hashable {
    /// The id of the document.
    public var document: String?
    /// The number of the passage, from 0.
    public var passage: Int?
    /// The code's path, without its descendants.
    public var code: String?

    /// Creates a filter.
    public init(document: String? = nil, passage: Int? = nil, code: String? = nil) {
        (self.document, self.passage, self.code) = (document, passage, code)
    }
}

extension Study {
    /// Replaces the automatic codings of all documents. Hand codings are not changed.
    ///
    /// - Parameter documents: Calls its argument with each coded document of the study, one by one.
    /// - Throws: A ``Problem`` if the study cannot be written or `documents` throws. The study is then unchanged.
    public func replaceAutomaticCodings(
        _ codes: CodeList, by coder: String, _ documents: ((CodedDocument) throws(Problem) -> Void) throws -> Void
    ) throws(Problem) -> RecodingResult {
        try actInSteps("code", by: coder) { steps in
            var result = RecodingResult()
            var old = try steps.take { try Self.automaticChecksums($0.db) }
            try documents { coded throws(Problem) in
                do {
                    try steps.take { change in
                        let hash = SHA256.hex(coded.document.text.utf8)
                        for coding in coded.codings {
                            let coding = AutomaticCoding(coding, of: coded, hash: hash, codes: codes)
                            result.codings += 1
                            let known = old.removeValue(forKey: coding.key)
                            guard known != Checksum.of(coding.row) else { continue }
                            if known == nil { result.gained += 1 }
                            try VersionedTable.automatic.put(change.db, coding.row, since: change.action)
                        }
                    }
                } catch { throw problem(error) }
            }
            result.lost = old.count
            try steps.take { change in
                for key in old.keys.sorted() {
                    try VersionedTable.automatic.end(change.db, key: key, until: change.action)
                }
            }
            return (result, "\(codes.codebook.coder), \(counted(result.codings, "coding"))")
        }
    }

    private static func automaticChecksums(_ db: Database) throws -> [String: Int64] {
        var checksums: [String: Int64] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT key, checksum FROM automatic WHERE until IS NULL")
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let key: String = try fields.next()
            checksums[key] = try fields.next()
        }
        return checksums
    }

    /// Returns the automatic codings that match a filter, ordered by document, passage and code.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a coding is damaged.
    public func automaticCodings(_ choice: AutomaticChoice = AutomaticChoice()) throws(Problem) -> [AutomaticCoding] {
        try read { try Self.automaticCodings($0, choice) }
    }

    static func automaticCodings(_ db: Database, _ choice: AutomaticChoice) throws -> [AutomaticCoding] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.automatic.list) FROM automatic WHERE until IS NULL
                AND (:document IS NULL OR document = :document) AND (:passage IS NULL OR passage = :passage)
                AND (:code IS NULL OR code = :code) ORDER BY document, passage, code
                """, arguments: ["document": choice.document, "passage": choice.passage, "code": choice.code]
        ).map { try AutomaticCoding($0) }
    }
}
