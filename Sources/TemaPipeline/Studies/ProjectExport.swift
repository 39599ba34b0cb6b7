import Glibc
public import TemaCodebook
public import TemaExchange
import TemaFormats
public import TemaModel
public import TemaRefi
public import TemaStudy

/// A study in another program's format, ready to be written: all of it, or its codebook if the format has no more.
public struct ProjectExport {
    /// What a name promises.
    public enum Format: Sendable {
        case project(any ProjectFormat.Type)
        case codebook(any CodebookFormat.Type)

        public init?(named name: String) {
            if let format = ProjectFormats.named(name) {
                self = .project(format)
            } else if let format = CodebookFormats.named(name) {
                self = .codebook(format)
            } else {
                return nil
            }
        }

        public init?(byEndingOf path: String) {
            let path = InputPath(path)
            if let format = ProjectFormats.format(promisedBy: path) {
                self = .project(format)
            } else if let format = CodebookFormats.format(promisedBy: path) {
                self = .codebook(format)
            } else {
                return nil
            }
        }

        public var name: String {
            switch self {
            case .project(let format): format.name
            case .codebook(let format): format.name
            }
        }

        public static var names: [String] {
            ProjectFormats.all.filter { !$0.isReadOnly }.map { $0.name } + CodebookFormats.all.map { $0.name }
        }
    }

    /// What a study's export contains, and how.
    public struct Settings: Sendable {
        /// Whose codings.
        public var coder = CoderChoice.everyone
        /// Whether the codings of the codebook's indicators come along, as those of a coder of their own.
        public var includesAutomatic = false
        /// How positions count; nil counts as the standard says.
        public var offsets: OffsetDialect?

        public init() {}
    }

    private let format: Format
    private let files: [ProjectFile]
    /// What the format cannot say, and is not written.
    public let losses: Losses
    /// What a person should know, in order.
    public let problems: [Problem]

    /// Makes the files. Nothing is written yet.
    ///
    /// - Throws: A ``Problem`` if the study has no codebook to write, or cannot be read.
    public init(_ study: Study, as format: Format, settings: Settings = Settings()) throws(Problem) {
        self.format = format
        let found = FoundProblems()
        var options = ProjectOptions(offsets: settings.offsets) { found.all.append($0) }
        let yaml = try study.codebook()
        let codebook: Codebook? = if let yaml { try CodebookFile.codes(yaml, of: study).codebook } else { nil }
        switch format {
        case .codebook(let format):
            guard let codebook else { throw Problem("it has no codebook to write", file: study.path) }
            files = [ProjectFile(bytes: try format.write(codebook, &options.losses))]
        case .project(let format):
            let label = settings.includesAutomatic ? codebook.map { "auto: \($0.coder)" } : nil
            var project = try study.project(by: settings.coder.name, automatic: label, losses: &options.losses)
            project.name = StudyPath.name(of: study.path)
            project.codebook = codebook
            files = try format.write(project, &options)
        }
        (losses, problems) = (options.losses, found.all)
    }

    /// Problems in the order in which they were found.
    private final class FoundProblems {
        var all: [Problem] = []
    }

    /// Writes the files.
    ///
    /// - Parameter output: The file or folder to write; nil for standard output.
    /// - Throws: A ``Problem`` if a folder is not named, is not empty, or cannot be written.
    public func write(to output: String?) throws(Problem) {
        guard files.contains(where: { !$0.path.isEmpty }) else {
            guard let file = files.first else { return }
            return try Self.write(file.bytes, to: output)
        }
        guard let output else { throw Problem("\(format.name) is a folder", suggestion: "name it with -o") }
        try Self.makeEmpty(output)
        for file in files { try Self.write(file.bytes, to: "\(output)/\(file.path)") }
    }

    private static func write(_ bytes: [UInt8], to path: String?) throws(Problem) {
        try OutputFile.write(bytes, to: path)
    }

    /// Makes a folder, or takes one that has nothing in it.
    private static func makeEmpty(_ path: String) throws(Problem) {
        guard mkdir(path, 0o777) != 0 else { return }
        let reason = errno
        if reason == EEXIST, rmdir(path) == 0, mkdir(path, 0o777) == 0 { return }
        throw Problem(
            reason == EEXIST
                ? "it is there, and is no empty folder" : "cannot be made: \(String(cString: strerror(reason)))",
            suggestion: "choose another name with -o", file: path)
    }
}
