import TemaModel

/// Codes documents by a codebook's indicators. One for each worker: it keeps buffers that are used again.
public struct AutomaticCoder: Sendable {
    public let matcher: Matcher
    /// The kinds of passages that are coded and counted.
    public let kinds: Set<PassageKind>

    private let kindBits: UInt32
    private var own: Own

    /// Sendable though it changes: a coder changes it only while nobody else holds it.
    private final class Own: @unchecked Sendable {
        var coder: DocumentCoder

        init(_ matcher: Matcher) {
            coder = DocumentCoder(matcher)
        }
    }

    public init(_ matcher: Matcher, kinds: Set<PassageKind> = PassageKind.codedByDefault) {
        self.matcher = matcher
        self.kinds = kinds
        kindBits = kinds.reduce(0) { $0 | bit(of: $1) }
        own = Own(matcher)
    }

    /// Codes every passage of the chosen kinds.
    public mutating func code(_ document: Document) -> CodedDocument {
        // What a copy of a coder has learnt and makes room in is its own.
        if !isKnownUniquelyReferenced(&own) { own = Own(matcher) }
        return own.coder.code(document, kindBits, matcher: matcher)
    }
}
