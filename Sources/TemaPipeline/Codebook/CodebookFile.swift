public import TemaAnalysis
import TemaCodebook
import TemaCoding
import TemaExchange
import TemaFormats
public import TemaModel
public import TemaStudy

/// The error of a codebook that cannot be used, with all its problems.
public struct InvalidCodebook: Error {
    /// The path of the file.
    public let name: String
    /// Errors and warnings, in the order of the file.
    public let problems: [Problem]
}

/// A codebook that was read, with its bytes.
public struct CodebookFile: Sendable {
    /// The path of the file or of the study.
    public let name: String
    /// The YAML as it was read.
    public let bytes: [UInt8]
    /// The codes.
    public private(set) var codes: CodeList
    /// Warnings, in the order of the file.
    public let problems: [Problem]

    /// Reads a codebook file.
    ///
    /// - Throws: ``InvalidCodebook`` if it has errors; a ``Problem`` if it cannot be read, is too long, or is a
    ///   dictionary of another program.
    public init(path: String) throws {
        let source = try ByteSource.open(path)
        if let size = source.size, size > Limits.yamlBytes {
            throw Problem(
                "it is larger than \(Limits.yamlBytes >> 20) MB", suggestion: "split the codebook", file: source.name)
        }
        name = source.name
        bytes = try source.beginning(source.size ?? Limits.yamlBytes)
        let (codebook, problems) = CodebookYAML.read(bytes, file: name)
        guard let codebook else {
            try Self.refuseForeign(path, name, bytes: bytes)
            throw InvalidCodebook(name: name, problems: problems)
        }
        (codes, self.problems) = (CodeList(codebook), problems)
    }

    /// Reads a study's codebook.
    ///
    /// - Throws: A ``Problem`` if the study has no codebook, or it cannot be read.
    public init(of study: Study) throws(Problem) {
        guard let yaml = try study.codebook() else {
            throw Problem(
                "the study has no codebook",
                suggestion: "import one with `tema codebook import`, or pass one with -c",
                file: study.path)
        }
        (name, bytes, problems) = (study.path, Array(yaml.utf8), [])
        codes = try Self.codes(yaml, of: study)
    }

    /// Returns the codes of a study's current or former codebook.
    ///
    /// - Throws: A ``Problem`` if the YAML cannot be read.
    public static func codes(_ yaml: String, of study: Study) throws(Problem) -> CodeList {
        guard let codebook = CodebookYAML.read(Array(yaml.utf8), file: study.path).codebook else {
            throw Problem("the study's codebook cannot be read", suggestion: "import it again", file: study.path)
        }
        return CodeList(codebook)
    }

    /// Returns the same codebook with the names of codes in a language, if they have one in it.
    ///
    /// - Parameter language: A language tag, or nil for the first name of each code.
    public func named(in language: String?) -> CodebookFile {
        guard let language else { return self }
        var copy = self
        copy.codes = CodeList(codes.codebook, namesIn: language)
        return copy
    }

    /// The position of each indicator in the file.
    public var indicatorPlaces: [TextPlace] { CodebookYAML.indicatorPlaces(bytes, file: name) }

    /// Throws if the file is another program's dictionary. One message is more helpful than all the errors of YAML in
    /// it.
    private static func refuseForeign(_ path: String, _ name: String, bytes: [UInt8]) throws(Problem) {
        let beginning = bytes.prefix(4 << 10)
        guard let format = CodebookFormats.format(of: InputPath(path), beginning), format.name != NativeCodebook.name,
            format.recognises(beginning)
        else { return }
        throw Problem(
            "not a Tema codebook; it looks like \(format.name): \(format.summary)",
            suggestion: "convert it first with `tema convert \(name) -o codebook.yaml`", file: name)
    }
}

extension CodebookFile {
    /// Counts the matches of every indicator of the codebook in a corpus.
    ///
    /// - Throws: A ``Problem`` if the codebook cannot be compiled, or the settings are strict and a document cannot be
    ///   read.
    public func tryIndicators(
        in input: CorpusInput, settings: ReadingSettings, monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: IndicatorUse, summary: RunSummary) {
        var reader = CorpusReader(input: input, settings: settings)
        reader.coder = AutomaticCoder(try Matcher(codes.byIndicator), settings.passages)
        return try reader.count(
            IndicatorUse(codes: codes, places: indicatorPlaces), monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
    }
}
