import Glibc
public import TemaCodebook
public import TemaExchange
import TemaFormats
public import TemaModel
public import TemaRefi
public import TemaStudy

/// A study converted to another program's format: the complete study, or only its codebook if the format has no more.
public struct ProjectExport {
    /// A format to export to.
    public enum Format: Sendable {
        case project(any ProjectFormat.Type)
        case codebook(any CodebookFormat.Type)

        /// Returns the format with a name, or nil if there is none.
        public init?(named name: String) {
            if let format = ProjectFormats.named(name) {
                self = .project(format)
            } else if let format = CodebookFormats.named(name) {
                self = .codebook(format)
            } else {
                return nil
            }
        }

        /// Returns the format for a path's file name extension, or nil if there is none.
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

        /// The name of the format.
        public var name: String {
            switch self {
            case .project(let format): format.name
            case .codebook(let format): format.name
            }
        }

        /// The names of all formats that can be written.
        public static var names: [String] {
            ProjectFormats.all.filter { !$0.isReadOnly }.map { $0.name } + CodebookFormats.all.map { $0.name }
        }
    }

    /// Settings of an export.
    public struct Settings: Sendable {
        /// The codings that are exported. Automatic ones are those of a separate coder.
        public var codings = CodingChoice.final
        /// How positions are counted, or nil for the format's standard.
        public var offsets: OffsetDialect?

        /// Creates the default settings.
        public init() {}
    }

    private let format: Format
    private let files: [ProjectFile]
    /// What the format cannot represent and is not written.
    public let losses: Losses
    /// The problems to report, in the order in which they were found.
    public let problems: [Problem]

    /// Converts a study. Nothing is written to disk yet.
    ///
    /// - Throws: A ``Problem`` if the study has no codebook to write, or cannot be read.
    public init(_ study: Study, as format: Format, settings: Settings = Settings()) throws(Problem) {
        self.format = format
        var options = ProjectOptions(offsets: settings.offsets)
        let yaml = try study.codebook()
        let codebook: Codebook? = if let yaml { try CodebookFile.codes(yaml, of: study).codebook } else { nil }
        switch format {
        case .codebook(let format):
            guard let codebook else { throw Problem("the study has no codebook to export", file: study.path) }
            files = [ProjectFile(bytes: try format.write(codebook, &options.losses))]
        case .project(let format):
            var project = try study.project(
                settings.codings, automatic: codebook.map { "auto: \($0.coder)" }, losses: &options.losses)
            project.name = StudyPath.name(of: study.path)
            project.codebook = codebook
            files = try format.write(project, &options)
        }
        (losses, problems) = (options.losses, options.problems)
    }

    /// Writes the files.
    ///
    /// - Parameter output: The file or folder to write; nil for standard output.
    /// - Throws: A ``Problem`` if a folder is not named, is not empty, or cannot be written.
    public func write(to output: String?) throws(Problem) {
        guard files.contains(where: { !$0.path.isEmpty }) else {
            guard let file = files.first else { return }
            return try OutputFile.write(file.bytes, to: output)
        }
        guard let output, output != "-" else {
            throw Problem("\(format.name) is written as a folder", suggestion: "set the folder with -o")
        }
        try Self.makeEmpty(output)
        for file in files { try OutputFile.write(file.bytes, to: "\(output)/\(file.path)") }
    }

    /// Creates a folder, or accepts an existing empty one.
    private static func makeEmpty(_ path: String) throws(Problem) {
        guard mkdir(path, 0o777) != 0 else { return }
        let reason = errno
        if reason == EEXIST, rmdir(path) == 0, mkdir(path, 0o777) == 0 { return }
        throw Problem(
            reason == EEXIST
                ? "it exists and is not an empty folder" : "cannot be created: \(String(cString: strerror(reason)))",
            suggestion: "choose another name with -o", file: path)
    }
}
