internal import GRDB
import TemaModel

extension Study {
    /// Removes codings and the memos on them. They are kept in the history until a purge.
    ///
    /// - Parameters:
    ///   - ids: Stable ids, or prefixes that match one coding each.
    ///   - coder: The coder, who must have made the codings.
    /// - Returns: The removed codings.
    /// - Throws: A ``Problem`` if a coding does not exist or another coder made it (of the kind
    ///   ``TemaModel/Problem/Kind/notAllowed``). No coding is then removed.
    public func untag(_ ids: [String], by coder: String) throws(Problem) -> [HandCoding] {
        try act("untag", by: coder) { change in
            let gone = try Self.ownCodings(ids, to: "remove", change)
            for coding in gone { try Self.end(coding, change) }
            try Self.removeMemosOfEndedCodings(change)
            let what = gone.map { "\($0.code) in \($0.document)" }
            return (gone, what.isEmpty ? nil : what.count == 1 ? what[0] : "\(what.count) codings")
        }
    }

    /// Moves a coding to other words of its document. It keeps its id and its memos, and is anchored.
    ///
    /// - Parameters:
    ///   - id: The stable id, or a prefix that matches one coding.
    ///   - selection: The words.
    ///   - coder: The coder, who must have made the coding.
    ///   - hash: The SHA-256 of the text that the caller has seen, or nil.
    ///   - quote: The words that the caller has seen, or nil.
    /// - Returns: The coding in its new state.
    /// - Throws: A ``Problem`` if the coding does not exist, another coder made it
    ///   (``TemaModel/Problem/Kind/notAllowed``), the selection is missing or ambiguous, or the text or the words are no longer
    ///   those that the caller has seen, or the coder has already coded the words with the code
    ///   (``TemaModel/Problem/Kind/conflict``).
    public func resize(
        _ id: String, to selection: Selection, by coder: String, hash: String? = nil, quote: String? = nil
    ) throws(Problem) -> HandCoding {
        try act("resize", by: coder) { change in
            let old = try Self.ownCoding(id, to: "change", change)
            let revision = try Self.revision(change.db, of: old.document)
            var coding = old
            coding.anchor(
                to: try SelectedSpan.find(selection, in: revision.document), of: revision.document, hash: revision.hash)
            (coding.state, coding.score) = (.sure, 1)
            try coding.check(hash: hash, quote: quote)
            guard coding != old else { return (coding, nil) }
            if let twin = try Self.twin(of: coding, coding.code, db: change.db) {
                throw Problem(
                    "\(coder) has already coded these words with this code", kind: .conflict,
                    suggestion: "see the coding \(twin)")
            }
            try VersionedTable.codings.put(change.db, coding.values, since: change.action)
            return (coding, "\(coding.code) in \(coding.document)")
        }
    }

    /// Changes the code of codings, as one action. If the coder has already coded the same words with the new code, the coding
    /// is removed and its memos move to the other one.
    ///
    /// - Parameters:
    ///   - ids: Stable ids, or prefixes that match one coding each.
    ///   - code: The path of the new code, which the caller has looked up in the codebook.
    ///   - coder: The coder, who must have made the codings.
    /// - Returns: The codings as they are now; for a removed one the other one.
    /// - Throws: A ``Problem`` if a coding does not exist or another coder made it
    ///   (``TemaModel/Problem/Kind/notAllowed``). No coding is then changed.
    public func recode(_ ids: [String], to code: String, by coder: String) throws(Problem) -> [HandCoding] {
        try act("recode", by: coder) { change in
            let codings = try Self.ownCodings(ids, to: "change", change)
            var recoding = Recoding(change)
            let now = try codings.map { try recoding.recode($0, to: code) ?? $0 }
            try recoding.finish()
            let what = codings.filter { $0.code != code }.map { "\($0.code) > \(code) in \($0.document)" }
            return (now, what.isEmpty ? nil : what.count == 1 ? what[0] : "\(what.count) codings > \(code)")
        }
    }

    /// Returns the codings of the acting coder with these ids, each once.
    private static func ownCodings(_ ids: [String], to what: String, _ change: Change) throws -> [HandCoding] {
        var seen: Set<String> = []
        return try ids.map { try ownCoding($0, to: what, change) }.filter { seen.insert($0.id).inserted }
    }

    private static func ownCoding(_ id: String, to what: String, _ change: Change) throws -> HandCoding {
        let coding = try coding(change.db, id)
        guard coding.coder == change.coder else {
            throw Problem(
                "the coding \(coding.id) is by \(coding.coder)", kind: .notAllowed,
                suggestion: "only its own coder can \(what) it")
        }
        return coding
    }

    /// Returns whether there was a coding with an id that has been removed since.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func hasRemoved(coding id: String) throws(Problem) -> Bool {
        try read { try VersionedTable.codings.hasEnded(id, $0) }
    }

    static func end(_ coding: HandCoding, _ change: Change) throws {
        try VersionedTable.codings.end(change.db, key: coding.id, until: change.action)
    }

    /// Ends the memos on the codings that the action has ended. It is called once for all of them, because it reads all memos.
    static func removeMemosOfEndedCodings(_ change: Change) throws {
        let memos = try String.fetchAll(
            change.db,
            sql: """
                SELECT key FROM memos WHERE until IS NULL AND target = ?1 AND subject IN
                (SELECT key FROM codings WHERE until = ?2 EXCEPT SELECT key FROM codings WHERE since = ?2)
                """, arguments: [Memo.Target.coding.rawValue, change.action])
        for memo in memos { try VersionedTable.memos.end(change.db, key: memo, until: change.action) }
    }
}

/// Changes the codes of codings, and then moves or removes the memos of those that no longer exist.
struct Recoding {
    private let change: Change
    /// The codings that remain instead of removed ones, by the removed ones.
    private var twins: [String: String] = [:]
    private(set) var result = CodebookChangeResult()

    init(_ change: Change) { self.change = change }

    /// Changes a coding's code, or removes the coding if the code is nil. If the coder has already coded the same words with
    /// the code, the coding is removed and its memos move to the other coding.
    ///
    /// - Returns: The coding that remains, or nil if there is none.
    mutating func recode(_ coding: HandCoding, to code: String?) throws -> HandCoding? {
        guard code != coding.code else { return coding }
        guard let code else {
            result.removed += 1
            try Study.end(coding, change)
            return nil
        }
        if let twin = try Study.twin(of: coding, code, db: change.db) {
            result.removed += 1
            try Study.end(coding, change)
            twins[coding.id] = twin
            return try Study.coding(change.db, twin)
        }
        var recoded = coding
        recoded.code = code
        result.recoded += 1
        try VersionedTable.codings.put(change.db, recoded.values, since: change.action)
        return recoded
    }

    /// Moves the memos of codings that were removed for others, and removes those of the other removed ones.
    func finish() throws {
        guard result.removed > 0 else { return }
        if !twins.isEmpty {
            for var memo in try Study.memos(change.db, on: .coding) {
                guard let twin = twins[memo.subject] else { continue }
                memo.subject = twin
                try Study.put(memo, change)
            }
        }
        try Study.removeMemosOfEndedCodings(change)
    }
}
