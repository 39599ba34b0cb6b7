public import Ingest
public import Model

/// REFI-QDA projects (`.qdpx`, version 1.0 of the schema), as NVivo, ATLAS.ti, MAXQDA, QualCoder and others exchange them.
public enum RefiProject: ProjectFormat {
    public static let name = "qdpx"
    public static let summary = "REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others (.qdpx)"
    public static let extensions = ["qdpx"]
    public static let isReadOnly = false

    static let namespace = "urn:QDA-XML:project:1.0"

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// How the positions of selections count is found out unless it is said. What Tema cannot show is kept as it came.
    public static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        do throws(Problem) {
            var reader = RefiReader(try RefiMembers(path), options)
            let project = try reader.read()
            options.losses = reader.losses
            return project
        } catch {
            throw error.inFile(path.display)
        }
    }

    /// The positions of selections count as the standard says, unless another way is asked for.
    public static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        var writer = RefiWriter(project, options)
        let bytes = try writer.write()
        options.losses = writer.losses
        return [ProjectFile(bytes: bytes)]
    }

    /// How Tema names itself, and says how it counts.
    static func origin(_ dialect: OffsetDialect) -> String { "Tema (offsets \(dialect))" }

    /// How Tema counted in a project that it wrote; nothing where it did not write it.
    static func dialect(ofOwn origin: String) -> OffsetDialect? {
        guard origin.hasPrefix("Tema "),
            let said = origin.split(separator: "(offsets ").last?.split(separator: ")").first
        else {
            return nil
        }
        return try? OffsetDialect(parsing: String(said))
    }
}
