public import TemaFormats
public import TemaModel
import TemaRefi

/// The options for reading or writing a project.
public struct ProjectOptions {
    /// How positions are counted. If nil, it is detected for each text on reading, and is that of the standard on
    /// writing.
    public var offsets: OffsetDialect?
    /// What could not be represented.
    public var losses = Losses()
    /// Errors in single parts of the project, warnings and notes, in the order found.
    public var problems: [Problem] = []

    /// Creates options without losses and problems.
    public init(offsets: OffsetDialect? = nil) { self.offsets = offsets }
}

/// A file that a format writes. A format can write a single file, or several in a folder.
public struct ProjectFile: Sendable, Hashable {
    /// The path in the folder, or an empty string if the format is a single file.
    public var path: String
    /// The content of the file.
    public var bytes: [UInt8]

    /// Creates a file with a path and content.
    public init(path: String = "", bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}

/// A format of projects, or of codings only: Tema's own and those of other programs.
public protocol ProjectFormat: Sendable {
    /// The name for `--from` and `--to`.
    static var name: String { get }
    /// A one-line description for help.
    static var summary: String { get }
    /// The file extensions, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Extensions of files that are read in this format if their content matches, but not written. By default there are
    /// none.
    static var otherExtensions: [String] { get }
    /// Whether the format can be read but not written.
    static var isReadOnly: Bool { get }
    /// Whether a file with one of the ``extensions`` or ``otherExtensions`` looks like this format. Most formats need only its first bytes.
    static func recognises(_ beginning: ArraySlice<UInt8>, of path: InputPath) -> Bool
    /// Whether a folder is a project in this format. By default none is.
    static func recognises(folder: InputPath) -> Bool
    /// Reads a project from a file, or from a folder if the format is one.
    ///
    /// What Tema cannot represent is added to the options' losses.
    ///
    /// - Throws: A ``Problem`` if the project cannot be read at all.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project
    /// Returns the files of a project. The same project always results in the same bytes.
    ///
    /// - Throws: A ``Problem`` if the project cannot be written in this format.
    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile]
}

extension ProjectFormat {
    /// An empty list.
    public static var otherExtensions: [String] { [] }
    /// Returns false: the format is a single file.
    public static func recognises(folder: InputPath) -> Bool { false }
}

/// The list of all project formats.
public enum ProjectFormats {
    /// All formats, in the order in which help lists them.
    public static let all: [any ProjectFormat.Type] = [
        RefiProjectFormat.self, CodingsCSV.self, CodingsTSV.self, CodingsJSONLines.self, WebAnnotation.self,
        Taguette.self,
        QualCoder.self, RQDA.self,
        Brat.self,
    ]

    /// Returns the format with a name, as in `--from` and `--to`, or nil if there is none.
    public static func named(_ name: String) -> (any ProjectFormat.Type)? { all.first { $0.name == name } }

    /// Returns the format for a path's file extension, or nil if there is none.
    public static func format(promisedBy path: InputPath) -> (any ProjectFormat.Type)? {
        path.fileExtension.flatMap { ending in all.first { $0.extensions.contains(ending) } }
    }

    /// Returns the format of a file or folder by its file extension and first bytes, or nil if it is not a project.
    ///
    /// Documents have extensions such as `.jsonl` and `.zip` too, so the content of a file must match. A folder matches by
    /// its content, or else by its extension.
    ///
    /// - Throws: A ``Problem`` if the file cannot be opened.
    public static func format(of path: InputPath) throws(Problem) -> (any ProjectFormat.Type)? {
        guard !path.isStandardInput else { return nil }
        if path.isFolder { return all.first { $0.recognises(folder: path) } ?? format(promisedBy: path) }
        let candidates = all.filter { ($0.extensions + $0.otherExtensions).contains(path.fileExtension ?? "") }
        guard !candidates.isEmpty else { return nil }
        let beginning = try ByteSource.open(path).beginning(4 << 10)
        return candidates.first { $0.recognises(beginning[...], of: path) }
    }
}
