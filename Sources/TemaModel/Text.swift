/// A document's text: frozen Unicode with LF line ends and no byte-order mark.
///
/// Tema never normalises or edits it. Spans of it are half-open ranges of UTF-8 offsets inside the program;
/// ``ScalarOffsets`` turns them into the Unicode scalars that everything outside the program counts.
public struct Text: Sendable, Hashable {
    /// The text as valid UTF-8.
    public let utf8: [UInt8]

    /// Makes a text of bytes that the caller knows to be valid UTF-8.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    public init(_ string: String) {
        self.utf8 = Array(string.utf8)
    }

    /// The words of a span given in UTF-8 offsets. A span beyond the text is cut to it.
    public func string(_ span: Range<Int>) -> String {
        String(decoding: utf8[span.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    /// All of it as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}
