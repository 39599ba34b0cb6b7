/// How a workspace is served, and to whom.
public struct WorkspaceSettings: Sendable {
    /// The files of a certificate and its key, in PEM.
    public struct Certificate: Sendable {
        let chain: String
        let key: String

        /// Creates a certificate from the paths of its files.
        public init(chain: String, key: String) { (self.chain, self.key) = (chain, key) }
    }

    /// The persons who get a link each, with different names.
    public var persons: [Person]
    /// The address to listen on. Addresses of other computers can only connect if it is not a loopback address.
    public var address = "127.0.0.1"
    /// The ports to try, in order. 0 is any free port.
    public var ports: [Int]
    /// The names by which other computers know this one, in addition to the address.
    public var names: [String] = []
    /// The certificate for HTTPS. It is required unless the address is a loopback address.
    public var certificate: Certificate?
    /// The folder from which the page's files are read instead of the program, for work on the page itself.
    public var pageFolder: String?

    /// The usual ports. The browser keeps its settings by port, so the first free one is the same most of the time.
    public static let usualPorts = Array(8095...8104) + [0]

    /// Creates the settings of a workspace that only this computer can reach.
    public init(persons: [Person], ports: [Int] = usualPorts) { (self.persons, self.ports) = (persons, ports) }

    /// Whether an address is that of this computer itself.
    public static func isLoopback(_ address: String) -> Bool {
        address == "::1" || address == "localhost" || address.hasPrefix("127.")
    }
}

/// A person who uses the workspace: a coder with a link of their own.
public struct Person: Sendable, Hashable {
    /// The coder's name. Every action through the person's link is recorded under it.
    public let name: String
    /// Whether the person may open documents to blind coders.
    public let isCoordinator: Bool

    /// Creates a person.
    public init(_ name: String, isCoordinator: Bool) { (self.name, self.isCoordinator) = (name, isCoordinator) }
}

/// The address of the workspace for one person. It contains the person's token.
public struct Link: Sendable {
    /// The person.
    public let person: Person
    /// The address with the token in its fragment, which browsers do not send.
    public let address: String
}
