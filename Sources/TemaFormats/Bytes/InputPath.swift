/// A file system path as bytes, which are usually but not necessarily UTF-8.
public struct InputPath: Sendable, Hashable {
    /// The bytes that are passed to the operating system, without a terminating zero.
    public let bytes: [UInt8]

    /// Creates a path from bytes in any encoding.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a path from a string, encoded as UTF-8.
    public init(_ path: String) {
        self.bytes = Array(path.utf8)
    }

    /// The path for messages. Bytes that are not UTF-8 are shown as U+FFFD.
    public var display: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the path is `-`, which represents standard input.
    public var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

    /// The part of the last component after its last dot, in lower case, or nil if there is no dot after its first byte.
    public var fileExtension: String? {
        let name = lastComponent
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        return Self.lowercased(name[(dot + 1)...])
    }

    /// Returns the last component without its extension: `b.jats` for `a/b.jats.xml`.
    ///
    /// - Parameter extensions: The extensions to remove, in lower case. Any other extension is kept.
    public func stem(without extensions: Set<String>) -> String {
        let name = lastComponent
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let isKnown = fileExtension.map(extensions.contains) ?? false
        return String(decoding: isKnown ? name[..<dot] : name, as: UTF8.self)
    }

    /// The part after the last slash, ignoring slashes at the end.
    var lastComponent: ArraySlice<UInt8> {
        let slash = UInt8(ascii: "/")
        guard let last = bytes.lastIndex(where: { $0 != slash }) else { return [] }
        let start = bytes[...last].lastIndex(of: slash).map { $0 + 1 } ?? 0
        return bytes[start...last]
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
