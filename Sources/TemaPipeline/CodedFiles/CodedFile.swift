import TemaFormats
import TemaIngest
import TemaModel

/// The format of coded files: JSON Lines with the coded documents of a run, without their texts.
///
/// The first line is the header. Each further line is a document or a problem, in the order of the inputs, and the last one
/// closes the file with counts and a checksum. `Documentation/coded-files.md` describes the fields.
public enum CodedFile {
    /// The version of the format. It rises with each change that an earlier program could misread.
    static let version = 1
    /// The name of the format in the header.
    static let format = "tema-coded"
    private static let ending = "coded"

    /// The extensions of coded files.
    public static let endings = ["." + ending] + Compression.allCases.map { ".\(ending).\($0.rawValue)" }

    /// Returns whether a path has an extension of coded files.
    public static func isCoded(_ path: String) -> Bool { endings.contains { path.hasSuffix($0) } }

    /// Returns the compression that a path's extension names, or nil.
    static func compression(of path: String) -> Compression? {
        Compression.allCases.first { path.hasSuffix("." + $0.rawValue) }
    }

    /// The types of lines, as written.
    enum LineType: String {
        case header, document, problem, end
    }
}

extension InputPlace {
    /// The place as a JSON list: the path as text or, if it is not UTF-8, as a list of its bytes, and the two numbers.
    var json: String {
        let text = String(validating: path.bytes, as: UTF8.self)
        let path = text.map(JSONText.string) ?? JSONText.list(path.bytes.map(String.init))
        return JSONText.list([path, String(member), String(event)])
    }

    /// Reads a place.
    init(_ cursor: inout JSONCursor) throws(Problem) {
        let items = try cursor.value().items
        let numbers = items.dropFirst().compactMap { Int($0.strings.first ?? "") }
        guard let first = items.first, numbers.count == 2 else { throw Problem("expected a path and two numbers") }
        let bytes = first.text.map { Array($0.utf8) } ?? first.strings.compactMap { UInt8($0) }
        self.init(InputPath(bytes: bytes), member: numbers[0], event: numbers[1])
    }
}
