/// A path as the file system has it: bytes that are nearly always UTF-8, and need not be.
public struct InputPath: Sendable, Hashable {
    /// What the system is asked for.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ path: String) {
        self.bytes = Array(path.utf8)
    }

    /// The path as people see it; bytes that are not UTF-8 show as U+FFFD.
    public var display: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is `-`, which stands for standard input.
    public var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

    /// What follows the last dot of the last component, in lower case; nil if there is no dot inside it.
    public var fileExtension: String? {
        let name = lastComponent
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        return Self.lowercased(name[(dot + 1)...])
    }

    /// Returns the last component without its extension, if the extension is one of some: `a/b.jats.xml` is `b.jats`.
    public func stem(without extensions: Set<String>) -> String {
        let name = lastComponent
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let isKnown = fileExtension.map(extensions.contains) ?? false
        return String(decoding: isKnown ? name[..<dot] : name, as: UTF8.self)
    }

    /// What follows the last slash, not counting slashes at the end.
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
