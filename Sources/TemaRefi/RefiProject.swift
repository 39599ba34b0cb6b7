import TemaFormats
import TemaModel

/// REFI-QDA projects (`.qdpx`, version 1.0 of the schema), as NVivo, ATLAS.ti, MAXQDA, QualCoder and others exchange them.
package enum RefiProject {
    static let namespace = "urn:QDA-XML:project:1.0"

    /// Reads a project. What Tema cannot show is kept as it came.
    ///
    /// - Parameters:
    ///   - offsets: How the positions of selections count; nil detects it for each text.
    ///   - losses: Collects what could not be carried.
    ///   - report: Is called with what a person should know about the reading.
    package static func read(
        _ path: InputPath, offsets: OffsetDialect?, losses: inout Losses, report: @escaping (Problem) -> Void
    ) throws(Problem) -> Project {
        do throws(Problem) {
            var reader = RefiReader(try RefiMembers(path), offsets: offsets, losses: losses, tell: report)
            let project = try reader.read()
            losses = reader.losses
            return project
        } catch {
            throw error.inFile(path.display)
        }
    }

    /// Returns the bytes of a project's file.
    ///
    /// - Parameter offsets: How the positions of selections count: as the standard says unless another way is asked for.
    package static func write(
        _ project: Project, offsets: OffsetDialect?, losses: inout Losses
    ) throws(Problem) -> [UInt8] {
        var writer = RefiWriter(project, offsets: offsets ?? .standard, losses: losses)
        let bytes = try writer.write()
        losses = writer.losses
        return bytes
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
