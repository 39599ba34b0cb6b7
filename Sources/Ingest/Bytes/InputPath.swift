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

    /// The last component without its extension, where Tema knows it: `a/b.jats.xml` is `b.jats`.
    public var stem: String {
        var name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
        if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
            Self.knownExtensions.contains(Self.lowercased(name[(dot + 1)...]))
        {
            name = name[..<dot]
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// What follows the last dot of the last component, in lower case; nothing where there is no dot inside it.
    public var fileExtension: String? {
        let name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        return Self.lowercased(name[(dot + 1)...])
    }

    /// Extensions of files that Tema reads, in lower case.
    public static let knownExtensions: Set<String> = DocumentReaders.extensions

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
