public import TemaAnalysis
import TemaCodebook
import TemaCoding
import TemaExchange
import TemaFormats
public import TemaModel
public import TemaStudy

/// A codebook that could not be used, with all that is wrong in it.
public struct InvalidCodebook: Error {
    public let name: String
    /// Errors and warnings, in the order of the file.
    public let problems: [Problem]
}

/// A codebook as it was read, with its bytes.
public struct CodebookFile: Sendable {
    /// The path, or the study's.
    public let name: String
    public let bytes: [UInt8]
    public let codes: CodeList
    /// Warnings, in the order of the file.
    public let problems: [Problem]

    /// Reads a file.
    ///
    /// - Throws: ``InvalidCodebook`` if it has errors; a ``Problem`` if it cannot be read, or is another program's dictionary.
    public init(path: String) throws {
        let source = try ByteSource.open(path)
        if let size = source.size, size > Limits.yamlBytes {
            throw Problem(
                "longer than \(Limits.yamlBytes >> 20) MB", suggestion: "split the codebook", file: source.name)
        }
        name = source.name
        bytes = try source.beginning(source.size ?? Limits.yamlBytes)
        try Self.refuseForeign(path, name, bytes: bytes)
        let (codebook, problems) = CodebookYAML.read(bytes, file: name)
        guard let codebook else { throw InvalidCodebook(name: name, problems: problems) }
        (codes, self.problems) = (CodeList(codebook), problems)
    }

    /// The codebook of a study.
    ///
    /// - Throws: A ``Problem`` if the study has none.
    public init(of study: Study) throws(Problem) {
        guard let yaml = try study.codebook() else {
            throw Problem(
                "the study has no codebook", suggestion: "give it one with `tema codebook import`, or name one with -c",
                file: study.path)
        }
        (name, bytes, problems) = (study.path, Array(yaml.utf8), [])
        codes = try Self.codes(yaml, of: study)
    }

    /// The codes of a codebook that a study has, or has had.
    public static func codes(_ yaml: String, of study: Study) throws(Problem) -> CodeList {
        guard let codebook = CodebookYAML.read(Array(yaml.utf8), file: study.path).codebook else {
            throw Problem("its codebook cannot be read", suggestion: "import it again", file: study.path)
        }
        return CodeList(codebook)
    }

    /// Where each indicator stands in the file.
    public var indicatorPlaces: [TextPlace] { CodebookYAML.indicatorPlaces(bytes, file: name) }

    /// Another program's dictionary is no slip in a codebook: one word about it says more than all that YAML misses in it.
    private static func refuseForeign(_ path: String, _ name: String, bytes: [UInt8]) throws(Problem) {
        let beginning = bytes.prefix(4 << 10)
        guard let format = CodebookFormats.format(of: InputPath(path), beginning), format.name != NativeCodebook.name,
            format.recognises(beginning)
        else { return }
        throw Problem(
            "this is no codebook of Tema's, but looks like \(format.name): \(format.summary)",
            suggestion: "convert it first: tema convert \(name) -o codebook.yaml", file: name)
    }
}

extension CodebookFile {
    /// Tries every indicator of the codebook in a corpus.
    public func tryIndicators(
        in input: CorpusInput, settings: ReadingSettings, monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: IndicatorUse, summary: RunSummary) {
        var reader = CorpusReader(input: input, settings: settings)
        reader.coder = AutomaticCoder(try Matcher(codes.byIndicator), kinds: settings.kinds)
        return try reader.count(
            IndicatorUse(codes: codes, places: indicatorPlaces), monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
    }
}
