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
    /// Whether the file is a list of codes of another program, which was converted.
    public let isConverted: Bool

    /// Reads a codebook file: Tema's own YAML, or a list of codes of another program, which is converted.
    ///
    /// - Throws: ``InvalidCodebook`` if it has errors; a ``Problem`` if it cannot be read, is too long, or is a
    ///   dictionary of another program.
    public init(path: String) throws {
        let file = try ByteSource.open(path)
        var losses = Losses()
        let source = try Spreadsheet.delimited(file) {
            losses.add("sheet \($0)", "only the first sheet with cells is read")
        }
        if let size = source.size, size > Limits.yamlBytes {
            throw Problem(
                "it is larger than \(Limits.yamlBytes >> 20) MB", suggestion: "split the codebook", file: source.name)
        }
        name = source.name
        let original = try source.beginning(source.size ?? Limits.yamlBytes)
        let format = try Self.foreign(path, name, bytes: original)
        if let format {
            let input = try UTF8Input(source, encoding: nil, isXML: format.isXML)
            do throws(Problem) {
                bytes = Array(CodebookYAML.write(try format.read(input, &losses)).utf8)
            } catch { throw error.inFile(source.name) }
        } else {
            bytes = original
        }
        isConverted = format != nil
        let (codebook, problems) = CodebookYAML.read(bytes, file: name)
        guard let codebook else { throw InvalidCodebook(name: name, problems: problems) }
        let lost = losses.all.map {
            Problem(
                "\($0.count) × \($0.element): \($0.reason)", severity: .warning,
                suggestion: "convert the file with `tema convert`, and review the result", file: source.name)
        }
        (codes, self.problems) = (CodeList(codebook), lost + (format == nil ? problems : []))
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
        (name, bytes, problems, isConverted) = (study.path, Array(yaml.utf8), [], false)
        codes = try Self.codes(yaml, of: study)
    }

    /// Reads the codebook of a coded file.
    ///
    /// - Parameters:
    ///   - yaml: The codebook in YAML.
    ///   - name: The path that it was read from.
    /// - Throws: A ``Problem`` if the YAML cannot be read.
    init(yaml: [UInt8], name: String) throws(Problem) {
        guard let codebook = CodebookYAML.read(yaml, file: name).codebook else {
            throw Problem("its codebook cannot be read", suggestion: "write the file again with this version of Tema")
        }
        (self.name, bytes, problems, isConverted) = (name, yaml, [], false)
        codes = CodeList(codebook)
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

    /// The names of the formats that are lists of codes, which are read directly. Dictionaries are to be converted and
    /// reviewed first.
    private static let lists = ["qdc", "csv"]

    /// Returns the format of a list of codes of another program, or nil if the file is a codebook in YAML.
    ///
    /// - Throws: A ``Problem`` if the file is another program's dictionary. One message is more helpful than all the errors of
    ///   YAML in it.
    private static func foreign(
        _ path: String, _ name: String, bytes: [UInt8]
    ) throws(Problem) -> (any CodebookFormat.Type)? {
        let beginning = bytes.prefix(4 << 10)
        guard let format = CodebookFormats.format(of: InputPath(path), beginning), format.name != NativeCodebook.name,
            format.recognises(beginning)
        else { return nil }
        if lists.contains(format.name) { return format }
        guard CodebookYAML.read(bytes, file: name).codebook == nil else { return nil }
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
