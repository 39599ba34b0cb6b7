package import TemaFormats

/// The place of a document or problem in the order of all inputs. Places of different runs are comparable if their paths begin
/// alike.
package struct InputPlace: Sendable, Hashable, Comparable {
    /// The path of the file or archive.
    package let path: InputPath
    /// The number of the member in an archive, from 1; 0 for a file.
    package var member: Int
    /// The number of the document or problem in the file or member, from 0.
    package var event: Int

    package init(_ path: InputPath, member: Int = 0, event: Int = 0) {
        (self.path, self.member, self.event) = (path, member, event)
    }

    package static func < (left: InputPlace, right: InputPlace) -> Bool {
        guard left.path == right.path else { return left.path.bytes.lexicographicallyPrecedes(right.path.bytes) }
        return (left.member, left.event) < (right.member, right.event)
    }
}
