internal import GRDB
import TemaFormats
import TemaModel

/// One step of a study's history: what a person did, at one moment, wholly or not at all.
public struct Action: Sendable, Hashable {
    /// From 1, in the order in which they were done.
    public var number: Int64
    /// In UTC, such as `2026-01-31T12:00:00Z`.
    public var at: String
    public var coder: String
    /// A command's name, such as `tag`.
    public var name: String
    /// What a person needs to know it again; no words of a document.
    public var detail: String
    /// The action that this one takes back: of an undo, what was done; of a redo, the undo.
    public var reverts: Int64?

    init(_ number: Int64, by coder: String, name: String, detail: String, reverts: Int64? = nil) {
        at = Timestamp.now.text
        (self.number, self.coder, self.name, self.detail, self.reverts) = (number, coder, name, detail, reverts)
    }

    /// What came before cannot be brought back.
    static let purge = "purge"

    static let columns = "number, at, coder, name, detail, reverts, checksum"

    /// - Throws: A ``Problem`` where it is not what was written.
    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (number, at, coder) = (try fields.next(), try fields.next(), try fields.next())
        (name, detail, reverts) = (try fields.next(), try fields.next(), try fields.optional())
        try fields.check("action \(number) of the history")
    }

    var checksum: Int64 { Checksum.of(values(number, at, coder, name, detail, reverts)) }
}

/// Which actions can be undone and redone: reverting an undo is a redo.
struct UndoStacks {
    private(set) var undo: [Action] = []
    private(set) var redo: [Action] = []

    init(_ actions: [Action]) {
        for action in actions {
            if action.name == Action.purge {
                (undo, redo) = ([], [])
                continue
            }
            guard let reverted = action.reverts else {
                undo.append(action)
                redo = []
                continue
            }
            if undo.last?.number == reverted {
                undo.removeLast()
                redo.append(action)
            } else if redo.last?.number == reverted {
                redo.removeLast()
                undo.append(action)
            }
        }
    }
}
