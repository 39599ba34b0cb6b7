internal import GRDB
import TemaModel

/// A selection of words in a document.
public enum Selection: Sendable, Hashable {
    /// The words themselves. If they occur several times, `passage` is the number of their passage, from 0, and `place` the
    /// number of the occurrence in the passage or in the document, from 1.
    ///
    /// If the words do not occur exactly, differences in white space and Unicode form are ignored; if they do not occur then,
    /// also those in case and in the forms of quotation marks, apostrophes and dashes.
    case quote(String, place: Int? = nil, passage: Int? = nil)
    /// A span in Unicode scalars of the document's text.
    case span(Range<Int>)
    /// A complete passage by its number, from 0.
    case passage(Int)
}

/// The outcome of coding words.
public struct TagResult: Sendable, Hashable {
    /// The codings of the words, one for each code, in the order of the codes.
    public var codings: [HandCoding] = []
    /// Those of them that the coder had made before.
    public var known: [HandCoding] = []

    /// Whether any coding is new. Otherwise no action was recorded.
    public var isNew: Bool { known.count < codings.count }
}

extension Study {
    /// Codes words of a document with one or several codes, as one action.
    ///
    /// A program that cannot know whether its request arrived passes an `id` and repeats the request: it then gets the
    /// codings of the first request.
    ///
    /// - Parameters:
    ///   - document: The document's id.
    ///   - selection: The words.
    ///   - codes: The paths of the codes, which the caller has looked up in the codebook. Repetitions are ignored.
    ///   - coder: The coder.
    ///   - memo: The text of a memo on the first new coding, or nil.
    ///   - id: The id of the first coding, 32 lower-case hexadecimal digits, or nil for a random one. The ids of the other
    ///     codings are derived from it and the places of their codes.
    ///   - hash: The SHA-256 of the text that the caller has seen, or nil.
    ///   - quote: The words that the caller has seen, or nil.
    /// - Returns: The codings of all codes. Without an id, those that the coder had made before are among them only if others
    ///   are new.
    /// - Throws: A ``Problem`` if the document does not exist, the selection is missing or ambiguous, there is no code, the id is
    ///   not valid, or there is no id and the coder has already coded these words with all codes. Its kind is
    ///   ``TemaModel/Problem/Kind/conflict`` if the text or the words are no longer those that the caller has seen, or the
    ///   id is or was that of another coding.
    public func tag(
        _ document: String, _ selection: Selection, codes: [String], by coder: String, memo: String? = nil,
        id: String? = nil, hash: String? = nil, quote: String? = nil
    ) throws(Problem) -> TagResult {
        if let id { try StableID.check(id) }
        guard !codes.isEmpty else { throw Problem("no code is given", suggestion: "choose at least one code") }
        return try act("tag", by: coder) { change in
            let revision = try Self.revision(change.db, of: document)
            let span = try SelectedSpan.find(selection, in: revision.document)
            let words = HandCoding(span, of: revision.document, hash: revision.hash, code: "", coder: coder)
            try words.check(hash: hash, quote: quote)
            var result = TagResult()
            var new: [HandCoding] = []
            for (number, code) in codes.withoutRepetitions.enumerated() {
                var coding = words
                coding.code = code
                coding.id = id.map { StableID.derived(from: $0, number: number) } ?? StableID.make()
                if let known = try Self.known(coding, isRequest: id != nil, change.db) {
                    result.known.append(known)
                    result.codings.append(known)
                    continue
                }
                try VersionedTable.codings.insert(change.db, coding.values, since: change.action)
                result.codings.append(coding)
                new.append(coding)
            }
            if id == nil, new.isEmpty { throw Self.alreadyCoded(result.known, by: coder) }
            if let memo, let first = new.first {
                try Self.put(Memo(.coding, first.id, coder: coder, text: memo), change)
            }
            let paths = new.map(\.code).joined(separator: ", ")
            return (result, new.isEmpty ? nil : "\(paths) in \(document)")
        }
    }

    /// Codes words of a document with one code; see ``tag(_:_:codes:by:memo:id:hash:quote:)``.
    public func tag(
        _ document: String, _ selection: Selection, code: String, by coder: String, memo: String? = nil
    ) throws(Problem) -> HandCoding {
        let result = try tag(document, selection, codes: [code], by: coder, memo: memo)
        guard let coding = result.codings.first else { throw Problem("the words were not coded", file: path) }
        return coding
    }

    /// Returns the coding that an earlier request made, or that the coder made of the same words with the same code; or nil.
    ///
    /// - Parameter isRequest: Whether the coding's id is that of a program's request.
    private static func known(_ coding: HandCoding, isRequest: Bool, _ db: Database) throws -> HandCoding? {
        guard isRequest else { return try twin(of: coding, coding.code, db: db).map { try self.coding(db, $0) } }
        if let row = try VersionedTable.codings.valid(coding.id, db) {
            let known = try HandCoding(row)
            guard known.isTwin(of: coding) else {
                throw Problem("the id \(coding.id) is that of another coding", kind: .conflict)
            }
            return known
        }
        guard try !VersionedTable.codings.hasEnded(coding.id, db) else {
            throw Problem(
                "the coding \(coding.id) has been removed", kind: .conflict, suggestion: "make a new one with a new id")
        }
        return try twin(of: coding, coding.code, db: db).map { try self.coding(db, $0) }
    }

    private static func alreadyCoded(_ known: [HandCoding], by coder: String) -> Problem {
        let ids = known.map(\.id).joined(separator: ", ")
        let (code, coding) = known.count == 1 ? ("this code", "coding") : ("these codes", "codings")
        return Problem(
            "\(coder) has already coded these words with \(code)", suggestion: "see the \(coding) \(ids)")
    }
}

extension HandCoding {
    /// - Throws: A ``Problem`` of the kind ``TemaModel/Problem/Kind/conflict`` if the text or the words are not those that a
    ///   caller has seen.
    func check(hash: String?, quote: String?) throws(Problem) {
        guard hash == nil || hash == self.hash else {
            throw Problem(
                "the text of \(document) has changed", kind: .conflict, suggestion: "read it again and select the words"
            )
        }
        guard quote == nil || quote == self.quote else {
            throw Problem(
                "other words are at this place of \(document)", kind: .conflict,
                suggestion: "read the text again and select the words")
        }
    }

    /// Whether two codings are of the same words by the same coder with the same code.
    func isTwin(of other: HandCoding) -> Bool {
        document == other.document && hash == other.hash && span == other.span && code == other.code
            && coder == other.coder
    }
}

extension [String] {
    fileprivate var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
