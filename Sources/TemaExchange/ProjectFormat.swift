public import TemaFormats
public import TemaModel
import TemaRefi

/// What a person has said of how a project is to be read or written.
public struct ProjectOptions {
    /// How positions count. Where nothing is said it is found out for each text that is read, and as the standard has it in what is
    /// written.
    public var offsets: OffsetDialect?
    /// What could not be carried.
    public var losses = Losses()
    /// Takes what a person should know meanwhile.
    public var tell: (Problem) -> Void

    public init(offsets: OffsetDialect? = nil, tell: @escaping (Problem) -> Void = { _ in }) {
        (self.offsets, self.tell) = (offsets, tell)
    }
}

/// A file that a format writes: one, or several in a folder.
public struct ProjectFile: Sendable, Hashable {
    /// Its path in the folder; empty where the format is one file.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String = "", bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}

/// A format of projects or of codings alone: other programs' and Tema's own.
public protocol ProjectFormat: Sendable {
    /// What `--from` and `--to` take.
    static var name: String { get }
    /// One line for help.
    static var summary: String { get }
    /// Endings of file names, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Whether files of it are only read.
    static var isReadOnly: Bool { get }
    /// Whether a file's first bytes look like it. The endings of names have been asked before.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool
    /// Reads a file, or a folder where the format is one.
    ///
    /// - Throws: A ``Problem`` that makes all of it useless. What it has and Tema cannot say is in the losses.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project
    /// The same project gives the same bytes.
    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile]
}

public enum ProjectFormats {
    /// In the order of the help.
    public static let all: [any ProjectFormat.Type] = [
        RefiProjectFormat.self, CodingsCSV.self, CodingsTSV.self, CodingsJSONLines.self, WebAnnotation.self,
        Taguette.self,
        QualCoder.self,
        Brat.self,
    ]

    /// The format that `--from` and `--to` call by this name.
    public static func named(_ name: String) -> (any ProjectFormat.Type)? { all.first { $0.name == name } }

    /// The format that a name's ending promises.
    public static func format(promisedBy path: InputPath) -> (any ProjectFormat.Type)? {
        path.fileExtension.flatMap { ending in all.first { $0.extensions.contains(ending) } }
    }

    /// The format of a file or folder, by its name's ending and its first bytes; nothing where it is no project.
    ///
    /// Endings such as `.jsonl` are those of documents too, so that the bytes must agree; of a folder only the name is asked.
    public static func format(of path: InputPath) throws(Problem) -> (any ProjectFormat.Type)? {
        guard !path.isStandardInput, let ending = path.fileExtension else { return nil }
        let candidates = all.filter { $0.extensions.contains(ending) }
        guard !candidates.isEmpty else { return nil }
        if path.isFolder { return candidates.first }
        let beginning = try ByteSource.open(path).beginning(4 << 10)
        return candidates.first { $0.recognises(beginning[...]) }
    }
}
