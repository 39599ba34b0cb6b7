public import TemaFormats
public import TemaModel
import TemaRefi

/// REFI-QDA projects (`.qdpx`): see ``TemaRefi/RefiProject``.
public enum RefiProjectFormat: ProjectFormat {
    public static let name = "qdpx"
    public static let summary = "REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others (.qdpx)"
    public static let extensions = ["qdpx"]
    public static let isReadOnly = false

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    public static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try RefiProject.read(path, offsets: options.offsets, losses: &options.losses, report: options.tell)
    }

    public static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        [ProjectFile(bytes: try RefiProject.write(project, offsets: options.offsets, losses: &options.losses))]
    }
}
