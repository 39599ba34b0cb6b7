import TemaFormats
import TemaModel
import TemaRefi

/// The format of REFI-QDA projects (`.qdpx`); see ``TemaRefi/RefiProject``.
enum RefiProjectFormat: ProjectFormat {
    static let name = "qdpx"
    static let summary = "REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others (.qdpx)"
    static let extensions = ["qdpx"]
    static let isReadOnly = false

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try RefiProject.read(path, offsets: options.offsets, losses: &options.losses, problems: &options.problems)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        [ProjectFile(bytes: try RefiProject.write(project, offsets: options.offsets, losses: &options.losses))]
    }
}
