import TemaFormats
import TemaModel
import TemaRefi

/// The format of REFI-QDA projects (`.qdpx`, `.qde`); see ``TemaRefi/RefiProject``.
enum RefiProjectFormat: ProjectFormat {
    static let name = "qdpx"
    static let summary = "REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others (.qdpx, or .qde outside its archive)"
    static let extensions = ["qdpx"]
    static let otherExtensions = ["qde", "zip"]
    static let isReadOnly = false

    /// Whether the file is a project, or an archive that is named or contains one. A `.zip` file usually contains texts.
    static func recognises(_ beginning: ArraySlice<UInt8>, of path: InputPath) -> Bool {
        guard ArchiveKind(beginning) == .zip else { return path.fileExtension == "qde" }
        return path.fileExtension == "qdpx" || RefiProject.isIn(path)
    }

    static func recognises(folder: InputPath) -> Bool { RefiProject.isIn(folder) }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try RefiProject.read(path, offsets: options.offsets, losses: &options.losses, problems: &options.problems)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        [ProjectFile(bytes: try RefiProject.write(project, offsets: options.offsets, losses: &options.losses))]
    }
}
