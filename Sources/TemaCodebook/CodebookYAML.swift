import TemaFormats
import TemaModel
internal import Yams

/// Codebooks as YAML: one file, written and reviewed by people.
public enum CodebookYAML {
    /// Reads a codebook.
    ///
    /// - Parameter file: The file's name, for problems.
    /// - Returns: The codebook, none where a problem is an error; and all problems, in the order of the file.
    public static func read(_ bytes: [UInt8], file: String) -> (codebook: Codebook?, problems: [Problem]) {
        var reader = CodebookReader(problems: ProblemList(file: file))
        do throws(Problem) {
            guard let root = try SafeYAML.compose(try text(bytes, file)) else {
                throw Problem("it is empty", suggestion: "begin with tema: 1 and an id")
            }
            let codebook = reader.codebook(root)
            let problems = reader.problems
            return (problems.hasErrors ? nil : codebook, problems.sorted)
        } catch {
            return (nil, [error.inFile(file)])
        }
    }

    /// Reads the codebook in a file.
    ///
    /// - Throws: A ``Problem``: the first error, with file, line and column.
    public static func read(path: String) throws(Problem) -> Codebook {
        let source = try ByteSource.open(path)
        let (codebook, problems) = read(try source.beginning(source.size ?? Limits.yamlBytes), file: source.name)
        guard let codebook else {
            throw problems.first { $0.severity == .error } ?? Problem("it is no codebook", file: path)
        }
        return codebook
    }

    /// Where each indicator of a sound codebook stands in its file, in the order of ``Model/CodeList/indicators``.
    public static func indicatorPlaces(_ bytes: [UInt8], file: String) -> [TextPlace] {
        var reader = CodebookReader(problems: ProblemList(file: file))
        guard let text = try? text(bytes, file), let root = try? SafeYAML.compose(text) else { return [] }
        _ = reader.codebook(root)
        return reader.indicatorPlaces
    }

    /// The file's bytes as text: UTF-8, or UTF-16 with its byte-order mark.
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
