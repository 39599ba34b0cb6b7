import TemaCoding
import TemaFormats
import TemaIngest
import TemaModel

/// The first line of a coded file: the codebook and the options by which its documents were coded.
struct CodedHeader: Sendable {
    let program: String
    let codebook: CodebookFile
    let settings: ReadingSettings
    let nesting: Matcher.Nesting

    /// The options that decide how documents are coded, as they are named on the command line.
    private var options: [(name: String, value: String)] {
        [
            ("nested", JSONText.string(nesting.rawValue)),
            ("kinds", JSONText.list(settings.passages.kinds.map(\.rawValue).sorted().map(JSONText.string))),
            ("sections", JSONText.list(settings.passages.sections.map(\.rawValue).sorted().map(JSONText.string))),
            ("sub-articles", String(settings.subArticles)),
            ("from", settings.format.map { JSONText.string($0.name) } ?? "null"),
            ("encoding", settings.encoding.map { JSONText.string($0.name) } ?? "null"),
        ]
    }

    /// The header as a line of JSON.
    var line: String {
        let codes = codebook.codes
        return JSONText.object([
            ("type", JSONText.string(CodedFile.LineType.header.rawValue)),
            ("format", JSONText.string(CodedFile.format)), ("version", String(CodedFile.version)),
            ("program", JSONText.string(program)),
            (
                "codebook",
                JSONText.object([
                    ("name", JSONText.string(codebook.name)), ("coder", JSONText.string(codes.codebook.coder)),
                    ("sha256", JSONText.string(SHA256.hex(codebook.bytes))),
                    ("yaml", JSONText.string(String(decoding: codebook.bytes, as: UTF8.self))),
                ])
            ),
            ("options", JSONText.object(options)),
            ("codes", JSONText.list(codes.entries.map { JSONText.string($0.path) })),
            ("indicators", JSONText.list(codes.indicators.map { JSONText.string($0.indicator.match) })),
            ("kinds", JSONText.list(PassageKind.allCases.map { JSONText.string($0.rawValue) })),
            ("section_types", JSONText.list(SectionType.allCases.map { JSONText.string($0.rawValue) })),
        ])
    }

    /// Creates the header of a corpus.
    init(of corpus: CodedCorpus, program: String) {
        (codebook, settings, nesting) = (corpus.codebook, corpus.settings, corpus.nesting)
        self.program = program
    }

    /// Reads a header.
    ///
    /// - Throws: A ``Problem`` if the line is not a header, or was written by a later version of the program.
    init(_ line: ArraySlice<UInt8>) throws(Problem) {
        let notCoded = Problem(
            "it is not a coded file", suggestion: "write one with `tema code -c CODEBOOK PATH… -o FILE`")
        let json: JSONValue
        do throws(Problem) { json = try JSONValue(line) } catch { throw notCoded }
        guard json["format"]?.text == CodedFile.format,
            let version = json["version"]?.strings.first.flatMap({ Int($0) })
        else { throw notCoded }
        guard version <= CodedFile.version else {
            throw Problem("it has version \(version) of the format", suggestion: "install a newer version of Tema")
        }
        let damaged = Problem("its header is damaged", suggestion: "write the file again")
        guard let book = json["codebook"], let yaml = book["yaml"]?.text, let name = book["name"]?.text,
            book["sha256"]?.text == SHA256.hex(Array(yaml.utf8)), let options = json["options"],
            let nesting = options["nested"]?.text.flatMap(Matcher.Nesting.init(rawValue:)),
            json["kinds"]?.strings == PassageKind.allCases.map(\.rawValue),
            json["section_types"]?.strings == SectionType.allCases.map(\.rawValue)
        else { throw damaged }
        self.nesting = nesting
        program = json["program"]?.text ?? ""
        codebook = try CodebookFile(yaml: Array(yaml.utf8), name: name)
        guard json["codes"]?.strings == codebook.codes.entries.map(\.path) else { throw damaged }
        settings = ReadingSettings(options)
    }

    /// Throws a ``Problem`` that names the first difference, if documents of the other header were coded differently.
    ///
    /// - Parameters:
    ///   - other: The header of the file `name`.
    ///   - first: The file of this header.
    func refuse(_ other: CodedHeader, of name: String, unlike first: String) throws(Problem) {
        guard codebook.bytes == other.codebook.bytes else {
            throw Problem(
                "it was coded with another codebook (\(other.codebook.codes.codebook.coder)) than \(first) (\(codebook.codes.codebook.coder))",
                suggestion: "code all texts with one codebook", file: name)
        }
        for (own, others) in zip(options, other.options) where own != others {
            throw Problem(
                "it was coded with --\(own.name) \(others.value), and \(first) with \(own.value)",
                suggestion: "code all texts with the same options", file: name)
        }
    }
}

extension ReadingSettings {
    /// Creates the settings of a header's options.
    fileprivate init(_ options: JSONValue) {
        self.init()
        passages = PassageChoice(
            kinds: options["kinds"]?.strings.compactMap(PassageKind.init(rawValue:)) ?? [],
            sections: options["sections"]?.strings.compactMap(SectionType.init(rawValue:)) ?? [])
        subArticles = options["sub-articles"] == .flag(true)
        format = options["from"]?.text.flatMap(DocumentReaders.named)
        encoding = options["encoding"]?.text.flatMap(TextEncoding.named)
    }
}
