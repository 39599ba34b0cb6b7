import TemaFormats

/// The secret tokens of the persons' links. Each start of the workspace makes new ones, so that old links are worthless.
struct Tokens: Sendable {
    /// The persons in order, with their tokens.
    let links: [(person: Person, token: String)]
    /// The SHA-256 of each token. A comparison of hashes reveals nothing about a token by its duration.
    private let persons: [String: Person]

    init(_ persons: [Person]) {
        links = persons.map { ($0, Self.make()) }
        self.persons = Dictionary(
            links.map { (SHA256.hex(Array($0.token.utf8)), $0.person) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the person with a token, or nil if no one has it.
    func person(with token: some StringProtocol) -> Person? { persons[SHA256.hex(Array(token.utf8))] }

    /// Returns 256 random bits of the system's secure generator, as 64 hexadecimal digits.
    private static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
