import FoundationEssentials
import Glibc
import TemaModel

/// A temporary folder for an external program that reads and writes files by name. It is deleted with all that is in it.
package struct ProgramFolder: ~Copyable {
    /// The path of the folder.
    package let path: String

    /// Creates a folder in ``TemporaryFile/folder`` that only this user can read.
    ///
    /// - Throws: A ``Problem`` if it cannot be created.
    package init() throws(Problem) {
        var template = InputPath(TemporaryFile.folder + "/tema-XXXXXX").terminated
        guard mkdtemp(&template) != nil else { throw SystemError.problem(errno, of: TemporaryFile.folder) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and creates the folders above it.
    ///
    /// - Throws: A ``Problem`` if it cannot be written.
    package borrowing func write(_ bytes: [UInt8], to name: String) throws(Problem) {
        let file = "\(path)/\(name)"
        do {
            if let slash = file.lastIndex(of: "/") {
                try FileManager.default.createDirectory(
                    atPath: String(file[..<slash]), withIntermediateDirectories: true)
            }
            try Data(bytes).write(to: URL(filePath: file))
        } catch {
            throw Problem(
                "a temporary file cannot be written", suggestion: "free some space, or set TMPDIR", file: file)
        }
    }
}
