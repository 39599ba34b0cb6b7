import TemaFormats
import TemaModel

/// The format of REFI-QDA projects (`.qdpx`, or a project file `.qde` outside its archive; version 1.0 of the schema), which NVivo, ATLAS.ti, MAXQDA, QualCoder and
/// others exchange.
package enum RefiProject {
    static let namespace = "urn:QDA-XML:project:1.0"

    /// Returns whether a folder contains a project file, or an archive one in any of its folders.
    package static func isIn(_ path: InputPath) -> Bool {
        path.isFolder ? (try? RefiProjectFile.inFolder(path)) != nil : RefiProjectFile.isIn(archive: path)
    }

    /// Reads a project. Parts that Tema has no fields for are kept unchanged.
    ///
    /// - Parameters:
    ///   - offsets: How the positions of selections are counted; nil to detect it for each text.
    ///   - losses: Collects what could not be represented.
    ///   - problems: Collects errors in single parts, warnings and notes.
    /// - Throws: A ``Problem`` if the project cannot be read.
    package static func read(
        _ path: InputPath, offsets: OffsetDialect?, losses: inout Losses, problems: inout [Problem]
    ) throws(Problem) -> Project {
        do throws(Problem) {
            var reader = RefiReader(try RefiMembers(path), offsets: offsets, losses: losses)
            let project = try reader.read()
            losses = reader.losses
            problems += reader.problems
            return project
        } catch {
            throw error.inFile(path.display)
        }
    }

    /// Returns the bytes of a `.qdpx` file.
    ///
    /// - Parameters:
    ///   - offsets: How to count the positions of selections; nil for the standard way.
    ///   - losses: Collects what could not be represented.
    /// - Throws: A ``Problem`` if the archive cannot be written.
    package static func write(
        _ project: Project, offsets: OffsetDialect?, losses: inout Losses
    ) throws(Problem) -> [UInt8] {
        var writer = RefiWriter(project, offsets: offsets ?? .standard, losses: losses)
        let bytes = try writer.write()
        losses = writer.losses
        return bytes
    }

    /// Returns the `origin` attribute that Tema writes: its name, and how it counts positions.
    static func origin(_ dialect: OffsetDialect) -> String { "Tema (offsets \(dialect))" }

    /// Returns how Tema counted positions in a project that it wrote, or nil if another program wrote it.
    static func dialect(ofOwn origin: String) -> OffsetDialect? {
        guard origin.hasPrefix("Tema "),
            let said = origin.split(separator: "(offsets ").last?.split(separator: ")").first
        else {
            return nil
        }
        return try? OffsetDialect(parsing: String(said))
    }
}
