internal import GRDB
import TemaFormats
import TemaModel

/// One atomic step of a study's history.
public struct Action: Sendable, Hashable {
    /// The action's number, from 1, in order of time.
    public var number: Int64
    /// The time in UTC, such as `2026-01-31T12:00:00Z`.
    public var at: String
    /// The name of the person who did it.
    public var coder: String
    /// The name of the command, such as `tag`.
    public var name: String
    /// A summary by which a person recognises the action. It contains no words of a document.
    public var detail: String
    /// The number of the action that this one reverts: for an undo the original action, for a redo the undo.
    public var reverts: Int64?

    init(_ number: Int64, by coder: String, name: String, detail: String, reverts: Int64? = nil) {
        at = Timestamp.now.text
        (self.number, self.coder, self.name, self.detail, self.reverts) = (number, coder, name, detail, reverts)
    }

    /// The name of a purge. Actions before it cannot be undone.
    static let purge = "purge"

    static let columns = "number, at, coder, name, detail, reverts, checksum"

    /// - Throws: A ``Problem`` if the checksum does not match.
    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (number, at, coder) = (try fields.next(), try fields.next(), try fields.next())
        (name, detail, reverts) = (try fields.next(), try fields.next(), try fields.optional())
        try fields.check("action \(number) of the history")
    }

    var checksum: Int64 { Checksum.of(values(number, at, coder, name, detail, reverts)) }
}
