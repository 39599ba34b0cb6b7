import ArgumentParser
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel
import TemaStudy

/// Reads codebook files and tells what is wrong with them.
enum CodebookFile {
    /// A file as it was read.
    struct Source {
        let name: String
        let bytes: [UInt8]

        init(_ path: String) throws {
            let source = try ByteSource.open(path)
            if let size = source.size, size > Limits.yamlBytes {
                throw Problem(
                    "longer than \(Limits.yamlBytes >> 20) MB", wayOut: "split the codebook", file: source.name)
            }
            name = source.name
            bytes = try source.beginning(source.size ?? Limits.yamlBytes)
            try refuseForeign(path)
        }

        /// Another program's dictionary is no slip in a codebook: one word about it says more than all that YAML misses in it.
        private func refuseForeign(_ path: String) throws {
            let beginning = bytes.prefix(4 << 10)
            guard let format = CodebookFormats.format(of: InputPath(path), beginning),
                format.name != NativeCodebook.name,
                format.recognises(beginning)
            else { return }
            throw Problem(
                "this is no codebook of Tema's, but looks like \(format.name): \(format.summary)",
                wayOut: "convert it first: tema convert \(name) -o codebook.yaml", file: name)
        }
    }

    static func read(_ path: String, quiet: Bool) throws -> CodeList { try read(Source(path), quiet: quiet) }

    static func read(_ source: Source, quiet: Bool) throws -> CodeList {
        let (codebook, problems) = CodebookYAML.read(source.bytes, file: source.name)
        for problem in problems where problem.severity == .error || !quiet { Messages.say(problem.description) }
        guard let codebook else {
            Messages.say("the codebook \(source.name) cannot be used")
            throw ExitCode(2)
        }
        return CodeList(codebook)
    }

    /// The codebook of a study.
    static func read(of study: Study) throws -> CodeList {
        guard let yaml = try study.codebook() else {
            throw Problem(
                "the study has no codebook", wayOut: "give it one with `tema codebook import`, or name one with -c",
                file: study.path)
        }
        return try codes(yaml, of: study)
    }

    /// The codes of a codebook that a study has, or has had.
    static func codes(_ yaml: String, of study: Study) throws -> CodeList {
        guard let codebook = CodebookYAML.read(Array(yaml.utf8), file: study.path).codebook else {
            throw Problem("its codebook cannot be read", wayOut: "import it again", file: study.path)
        }
        return CodeList(codebook)
    }

    static func load(_ path: String) throws -> (codebook: Codebook?, problems: [Problem]) {
        let source = try Source(path)
        return CodebookYAML.read(source.bytes, file: source.name)
    }

    /// Where each indicator of a sound codebook stands in its file.
    static func indicatorPlaces(_ path: String) throws -> [TextPlace] {
        let source = try Source(path)
        return CodebookYAML.indicatorPlaces(source.bytes, file: source.name)
    }
}
