import TemaModel

/// Codes documents with a compiled codebook.
///
/// Each worker uses its own coder, because a coder reuses its buffers from one document to the next. Copies are
/// independent.
public struct AutomaticCoder: Sendable {
    /// The codebook that is applied.
    public let matcher: Matcher
    /// The kinds of passages that are coded and counted.
    public let kinds: Set<PassageKind>

    private let kindBits: UInt32
    private var own: Own

    /// `@unchecked Sendable` because ``code(_:)`` changes it only while it is uniquely referenced.
    private final class Own: @unchecked Sendable {
        var coder: DocumentCoder

        init(_ matcher: Matcher) {
            coder = DocumentCoder(matcher)
        }
    }

    /// Creates a coder that codes the passages of some kinds.
    public init(_ matcher: Matcher, kinds: Set<PassageKind> = PassageKind.codedByDefault) {
        self.matcher = matcher
        self.kinds = kinds
        kindBits = kinds.reduce(0) { $0 | bit(of: $1) }
        own = Own(matcher)
    }

    /// Returns a document with the codings of all its passages of the ``kinds``.
    ///
    /// - Precondition: Every passage lies within the text and within its first 2³¹ - 1 UTF-8 bytes.
    public mutating func code(_ document: Document) -> CodedDocument {
        // A copy gets its own buffers and word cache.
        if !isKnownUniquelyReferenced(&own) { own = Own(matcher) }
        return own.coder.code(document, kindBits, matcher: matcher)
    }
}
