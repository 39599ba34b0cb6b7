/// A person who uses the workspace: a coder with a link of their own.
public struct Person: Sendable, Hashable {
    /// The coder's name. Every action through the person's link is recorded under it.
    public let name: String
    /// Whether the person may open documents to blind coders.
    public let isCoordinator: Bool

    /// Creates a person.
    public init(_ name: String, isCoordinator: Bool) { (self.name, self.isCoordinator) = (name, isCoordinator) }
}
