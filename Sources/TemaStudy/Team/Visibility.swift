internal import GRDB
import TemaModel

/// What a coder may see of others' work.
///
/// Without the blind rule, everything. With it, others' codings, decisions, memos and done marks in a document are
/// visible only if the document is open, or if the coder and all who have coded it or are assigned to it have marked it
/// as done. A coordinator who has not coded a document and is not assigned to it need not mark it. Automatic codings
/// are always visible.
///
/// The rule is enforced by programs that know who asks, such as a server. Who has the file can read all of it.
public struct Visibility: Sendable, Hashable {
    /// The coder's name.
    public let coder: String
    /// Whether the blind rule is on.
    public let isBlind: Bool
    /// Whether the coder is a coordinator of the team.
    public let isCoordinator: Bool
    private let work: TeamWork

    init(for coder: String, _ work: TeamWork) {
        (self.coder, self.work) = (coder, work)
        (isBlind, isCoordinator) = (work.isBlind, work.coordinators.contains(coder))
    }

    /// Returns whether the coder sees others' work in a document.
    public func isOpen(_ document: String) -> Bool {
        if !isBlind || work.open.contains(document) { return true }
        let waiting = work.waiting(for: document)
        let mustRead = !isCoordinator || work.hasPart(coder, in: document)
        return waiting.isEmpty && (!mustRead || work.hasFinished(coder, document))
    }

    /// Returns whether a document has been opened in spite of the blind rule.
    public func hasBeenOpened(_ document: String) -> Bool { work.open.contains(document) }

    /// Returns whether the coder sees the work of a coder in a document. One's own work is always visible.
    public func sees(_ other: String, in document: String) -> Bool { other == coder || isOpen(document) }

    /// Returns whether the coder sees a memo.
    ///
    /// - Parameters:
    ///   - memo: The memo.
    ///   - document: The document that the memo is on, or that has the coding that it is on. It is nil for a memo on a
    ///     code or the study: others' are hidden by the blind rule, because they may quote.
    public func sees(_ memo: Memo, in document: String?) -> Bool {
        memo.coder == coder || (document.map(isOpen) ?? !isBlind)
    }
}

/// Who has a part in each document of a study, who has finished it, and the rules of the team.
struct TeamWork: Sendable, Hashable {
    var isBlind = false
    /// The documents that are open in spite of the blind rule.
    var open: Set<String> = []
    var coordinators: Set<String> = []
    /// The coders who have coded each document or are assigned to it.
    var parts: [String: Set<String>] = [:]
    /// The coders who have marked each document as done.
    var finished: [String: Set<String>] = [:]

    func hasPart(_ coder: String, in document: String) -> Bool { parts[document]?.contains(coder) ?? false }

    func hasFinished(_ coder: String, _ document: String) -> Bool { finished[document]?.contains(coder) ?? false }

    /// Returns the coders who have a part in a document and have not marked it as done.
    func waiting(for document: String) -> Set<String> {
        (parts[document] ?? []).subtracting(finished[document] ?? [])
    }
}

extension TeamWork {
    init(_ db: Database) throws {
        for rule in try Study.rules(db) where rule.isOn {
            switch rule.subject {
            case .blind: isBlind = true
            case .open(let document): open.insert(document)
            }
        }
        coordinators = Set(try Study.coderRows(db).filter { $0.role == .coordinator }.map(\.name))
    }

    /// Reads who has a part in each document, and who has finished it.
    mutating func readParts(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT document, coder FROM codings WHERE until IS NULL AND coder <> ?1
                UNION SELECT document, coder FROM decisions WHERE until IS NULL AND coder <> ?1
                UNION SELECT document, coder FROM assignments WHERE until IS NULL
                """, arguments: [Study.consensus])
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let (document, coder): (String, String) = (try fields.next(), try fields.next())
            parts[document, default: []].insert(coder)
        }
        for mark in try Study.doneMarks(db) { finished[mark.document, default: []].insert(mark.coder) }
    }
}

/// How the blind rule applies to a document.
public struct BlindState: Sendable, Hashable {
    /// The id of the document.
    public let document: String
    /// Whether it has been opened.
    public let isOpen: Bool
    /// The coders who have coded it or are assigned to it, in order.
    public let coders: [String]
    /// Those of them who have not marked it as done, in order.
    public let waiting: [String]

    /// Whether all who have a part in it have marked it as done, so that they see each other's work.
    public var isFinished: Bool { waiting.isEmpty && !coders.isEmpty }
}

extension Study {
    /// Returns what a coder may see.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a row is damaged.
    public func visibility(for coder: String) throws(Problem) -> Visibility {
        try read { db in
            var work = try TeamWork(db)
            // Everything is visible without the rule, so that the parts need not be read.
            if work.isBlind { try work.readParts(db) }
            return Visibility(for: coder, work)
        }
    }

    /// Returns whether the blind rule is on, and how it applies to each document, in the order of the study.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a row is damaged.
    public func blindStates() throws(Problem) -> (isBlind: Bool, documents: [BlindState]) {
        try read { db in
            var work = try TeamWork(db)
            try work.readParts(db)
            let states = try Self.documentIDs(db).map { id in
                BlindState(
                    document: id, isOpen: work.open.contains(id), coders: (work.parts[id] ?? []).sorted(),
                    waiting: work.waiting(for: id).sorted())
            }
            return (work.isBlind, states)
        }
    }
}
