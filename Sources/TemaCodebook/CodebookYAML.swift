import TemaFormats
import TemaModel
internal import Yams

/// Reads and writes codebooks in YAML, the format that people write and review.
public enum CodebookYAML {
    /// Reads a codebook.
    ///
    /// - Parameter file: The file's name, for problems.
    /// - Returns: The codebook, or nil if a problem is an error; and all problems, in the order of the file.
    public static func read(_ bytes: [UInt8], file: String) -> (codebook: Codebook?, problems: [Problem]) {
        var reader = CodebookReader(problems: ProblemList(file: file))
        do throws(Problem) {
            guard let root = try SafeYAML.compose(try text(bytes, file)) else {
                throw Problem("the file is empty", suggestion: "begin with tema: 1 and an id")
            }
            let codebook = reader.codebook(root)
            let problems = reader.problems
            return (problems.hasErrors ? nil : codebook, problems.sorted)
        } catch {
            return (nil, [error.inFile(file)])
        }
    }

    /// Reads the codebook in a file. Warnings are ignored.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read or contains an error: the first error, with file, line and
    ///   column.
    public static func read(path: String) throws(Problem) -> Codebook {
        let source = try ByteSource.open(path)
        let (codebook, problems) = read(try source.beginning(source.size ?? Limits.yamlBytes), file: source.name)
        guard let codebook else {
            throw problems.first { $0.severity == .error } ?? Problem("the file is not a codebook", file: path)
        }
        return codebook
    }

    /// Returns the position of each indicator of a valid codebook in its file, in the order of
    /// ``Model/CodeList/indicators``.
    ///
    /// - Returns: Lines and columns from 1; empty if the bytes are not valid YAML.
    public static func indicatorPlaces(_ bytes: [UInt8], file: String) -> [TextPlace] {
        var reader = CodebookReader(problems: ProblemList(file: file))
        guard let text = try? text(bytes, file), let root = try? SafeYAML.compose(text) else { return [] }
        _ = reader.codebook(root)
        return reader.indicatorPlaces
    }

    /// Decodes the file's bytes: UTF-8, or UTF-16 with a byte-order mark.
    private static func text(_ bytes: [UInt8], _ file: String) throws(Problem) -> String {
        let input = try UTF8Input(ByteSource.bytes(bytes, name: file), encoding: nil, isXML: false)
        do throws(Problem) {
            return try input.readAll(atMost: Limits.yamlBytes)
        } catch {
            var problem = error
            if problem.byte != nil { problem.suggestion = "save the codebook as UTF-8" }
            throw problem
        }
    }
}
