import TemaModel
import TemaStudy

/// The changes of one action as the page receives them, prepared once for all listeners.
struct EventMessage: Sendable {
    /// A part of a message that concerns one coder's work in a document.
    private struct Part {
        let coder: String
        /// The document's id; nil for work that is on none, such as a memo on a code.
        let document: String?
        let json: JSON

        init(_ coder: String, _ document: String?, _ json: JSON) {
            (self.coder, self.document, self.json) = (coder, document, json)
        }
    }

    private let changes: ActionChanges
    private var lists: [(name: String, parts: [Part])] = []
    /// The message for everyone if the study has no blind rule.
    private(set) var full: String?

    /// - Throws: A ``Problem`` if a document of the changes cannot be read.
    init(_ changes: ActionChanges, _ desk: StudyDesk) throws(Problem) {
        self.changes = changes
        var codings: [Part] = []
        for coding in changes.codings {
            codings.append(Part(coding.coder, coding.document, try desk.document(coding.document).json(coding)))
        }
        let gone = changes.endedCodings.map { Part($0.coder, $0.document, .string($0.id)) }
        // Most actions change no memo, and need not read which document each is on.
        let hasMemos = !changes.memos.isEmpty || !changes.endedMemos.isEmpty
        let places = hasMemos ? try MemoDocuments(desk.study) : nil
        let memos = changes.memos.map { Part($0.coder, places?[$0], JSON($0)) }
        let goneMemos = changes.endedMemos.map { Part($0.coder, places?[$0], .string($0.id)) }
        let decisions =
            changes.decisions.map { Self.decision($0, isEnded: false) }
            + changes.endedDecisions.map { Self.decision($0, isEnded: true) }
        let done =
            changes.done.map { Self.mark($0, isDone: true) } + changes.endedDone.map { Self.mark($0, isDone: false) }
        lists = [
            ("codings", codings), ("gone", gone), ("memos", memos), ("goneMemos", goneMemos), ("decisions", decisions),
            ("done", done),
        ]
        let anyone = Person("", isCoordinator: false)
        let visibility = try desk.visibility(of: anyone)
        if !visibility.isBlind { full = text(for: anyone, visibility) }
    }

    private static func decision(_ decided: ActionChanges.DecidedCoding, isEnded: Bool) -> Part {
        let decision = decided.decision
        return Part(
            decision.coder, decided.document,
            .object([
                "document": .string(decided.document), "passage": .number(decision.passage),
                "code": .string(decision.code), "coder": .string(decision.coder),
                "verdict": isEnded ? .null : .string(decision.verdict.rawValue),
            ]))
    }

    private static func mark(_ mark: DoneMark, isDone: Bool) -> Part {
        Part(
            mark.coder, mark.document,
            .object([
                "document": .string(mark.document), "coder": .string(mark.coder), "done": .flag(isDone),
            ]))
    }

    /// Returns the message for a person; nil if nothing in it may be seen.
    func text(for person: Person, _ visibility: Visibility) -> String? {
        let action = changes.action
        let isOwn = action.coder == person.name
        if changes.isTooLarge { return "id: \(action.number)\nevent: reset\ndata: {}\n\n" }
        let seen = lists.map { name, parts in
            (
                name,
                parts.filter { part in
                    part.coder == person.name
                        || part.document.map { visibility.sees(part.coder, in: $0) } ?? !visibility.isBlind
                }
            )
        }
        let isShared = changes.hasCodebook || changes.hasOther || !changes.texts.isEmpty
        guard isOwn || isShared || seen.contains(where: { !$0.1.isEmpty }) else { return nil }
        let isHidden = visibility.isBlind && !isOwn
        let documents = Set(seen.flatMap { $0.1.compactMap(\.document) } + changes.texts)
        var members: [String: JSON] = [
            "action": .number(action.number), "coder": isHidden ? .null : .string(action.coder),
            "name": isHidden ? .null : .string(action.name), "detail": isHidden ? .null : .string(action.detail),
            "at": .string(action.at), "documents": .strings(documents.sorted()),
            "codebook": .flag(changes.hasCodebook), "texts": .flag(!changes.texts.isEmpty),
            "other": .flag(changes.hasOther),
        ]
        for (name, parts) in seen { members[name] = .list(parts.map(\.json)) }
        return "id: \(action.number)\ndata: \(JSON.object(members).text)\n\n"
    }
}
