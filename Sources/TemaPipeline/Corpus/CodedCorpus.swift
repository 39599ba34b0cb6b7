public import TemaAnalysis
public import TemaCoding
public import TemaFormats
public import TemaIngest
public import TemaModel
public import TemaStudy

/// Documents, the codebook that codes them, and the choice of codings that count. All results are computed from it.
///
/// A study is opened once, so that its codebook, documents and codings come from one snapshot.
public struct CodedCorpus: Sendable {
    /// The documents.
    public let input: CorpusInput
    /// The codebook.
    public let codebook: CodebookFile
    /// The codings that count. Files only have automatic ones.
    public let codings: CodingChoice
    /// How documents are read.
    public let settings: ReadingSettings
    /// How to count a match nested in another code's longer match.
    public let nesting: Matcher.Nesting
    let reader: CorpusReader

    /// The codes of the codebook.
    public var codes: CodeList { codebook.codes }

    /// The coders whose codings count, for provenance: the codebook for automatic codings, or persons.
    var coders: String {
        let own = codes.codebook.coder
        guard case .study = input else { return own }
        return switch codings {
        case .automatic: own
        case .hand(let choice): choice.name ?? "all coders"
        case .final: "\(own), all coders"
        }
    }

    /// Notes on the codings that count. Files only have automatic ones and need none.
    public var notes: [Phrase] { if case .study = input { [codings.note] } else { [] } }

    /// Creates a coded corpus and compiles its codebook.
    ///
    /// - Parameters:
    ///   - input: The documents.
    ///   - codebook: The codebook, or nil for the study's own.
    ///   - settings: How documents are read.
    ///   - nesting: How to count a match nested in another code's longer match.
    ///   - codings: The codings that count, if the input is a study. Files only have automatic ones.
    ///   - language: The language of the codes' names, or nil for their first names.
    /// - Throws: A ``Problem`` if there is no codebook, it cannot be compiled, or hand codings of files are chosen.
    public init(
        _ input: CorpusInput, codebook: CodebookFile? = nil, settings: ReadingSettings = ReadingSettings(),
        nesting: Matcher.Nesting = .independent, codings: CodingChoice = .final, language: String? = nil
    ) throws(Problem) {
        (self.input, self.codings) = (input, codings)
        let study: Study? = if case .study(let study) = input { study } else { nil }
        if case .coded(let files) = input {
            try files.refuse(codebook)
            self.codebook = files.header.codebook.named(in: language)
            (self.settings, self.nesting) = (files.header.settings.running(as: settings), files.header.nesting)
            reader = CorpusReader(input: input, settings: self.settings)
            return
        }
        (self.settings, self.nesting) = (settings, nesting)
        if let codebook {
            self.codebook = codebook.named(in: language)
        } else {
            guard let study else {
                throw Problem("no codebook", suggestion: "pass one with -c; studies and coded files contain one")
            }
            self.codebook = try CodebookFile(of: study).named(in: language)
        }
        let matcher = try Matcher(self.codebook.codes, nesting: nesting)
        var reader = CorpusReader(input: input, settings: settings)
        reader.coder = AutomaticCoder(matcher, settings.passages)
        let codes = self.codebook.codes
        let own = try study.map { study throws(Problem) in try StudyCodings(study, codes) }
        switch (codings, own) {
        case (.automatic, _), (.final, nil): break
        case (.final, let own?): reader.coding = { coded throws(Problem) in try own.final(coded) }
        case (.hand(let coders), let own?):
            let documents = try own.study.documents(readBy: coders.name)
            reader.coding = { coded throws(Problem) in
                documents.contains(coded.document.id) ? try own.coded(coded, by: coders) : nil
            }
        case (.hand, nil):
            throw Problem("only studies have hand codings", suggestion: "pass a study instead of files")
        }
        self.reader = reader
    }

    /// Passes each coded document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, or what the body throws. Reading stops then.
    public func each(
        _ monitor: RunMonitor = RunMonitor(), _ body: (CodedDocument) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try reader.each(monitor, body)
    }

    /// Adds every document to a statistic, with the number of workers of the settings.
    ///
    /// - Parameters:
    ///   - fresh: The statistic without documents.
    ///   - monitor: Receives problems and progress.
    /// - Returns: The statistic of all documents, and the summary of the run.
    /// - Throws: A ``Problem`` if the settings are strict and a document cannot be read, or the input cannot be read.
    public func count<Counts: Statistic>(
        _ fresh: Counts, _ monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: Counts, summary: RunSummary) {
        try reader.count(fresh, monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
    }

    /// Adds every document to counts of any type; see ``count(_:_:)``.
    ///
    /// - Parameters:
    ///   - add: Adds a document to counts.
    ///   - merge: Adds other counts to counts. It must be commutative and associative.
    func count<Counts: Sendable>(
        _ fresh: Counts, _ monitor: RunMonitor, add: @escaping @Sendable (inout Counts, CodedDocument) -> Void,
        merge: (inout Counts, Counts) -> Void
    ) throws(Problem) -> (counts: Counts, summary: RunSummary) {
        try reader.count(fresh, monitor, add: add, merge: merge)
    }
}

/// The documents of a corpus, without a codebook.
public struct Corpus: Sendable {
    private let reader: CorpusReader

    /// Creates a corpus.
    public init(_ input: CorpusInput, settings: ReadingSettings = ReadingSettings()) {
        reader = CorpusReader(input: input, settings: settings)
    }

    /// Passes each document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, or what the body throws. Reading stops then.
    public func each(
        _ monitor: RunMonitor = RunMonitor(), _ body: (Document) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try reader.each(monitor) { coded throws(Problem) in try body(coded.document) }
    }
}

/// Settings for reading documents.
public struct ReadingSettings: Sendable {
    /// The format of all files; nil to detect it for each.
    public var format: (any DocumentReader.Type)?
    /// The parser that reads the XML of articles.
    public var parser = ArticleParser.quick
    /// The encoding of all files; nil to detect it for each.
    public var encoding: TextEncoding?
    /// The passages that are coded and counted.
    public var passages = PassageChoice()
    /// Whether sub-articles and responses are read as documents too.
    public var subArticles = false
    /// The number of parallel workers, at least 1.
    public var jobs = 1
    /// Whether the first error ends the run.
    public var isStrict = false

    /// Creates the default settings.
    public init() {}

    /// Returns these settings with the number of workers and the strictness of others.
    func running(as others: ReadingSettings) -> ReadingSettings {
        var settings = self
        (settings.jobs, settings.isStrict) = (others.jobs, others.isStrict)
        return settings
    }
}

/// The source of documents.
public enum CorpusInput: Sendable {
    /// Files, folders and archives; `-` is standard input.
    case paths([String])
    /// Coded files in place of texts.
    case coded(CodedFiles)
    /// The current documents of a study.
    case study(Study)
}

/// Recognises studies by their file name extension.
public enum StudyPath {
    private static let ending = ".tema"

    /// Returns whether a path has the extension of studies.
    public static func isStudy(_ path: String) -> Bool { path.hasSuffix(ending) }

    /// Returns the name of the study at a path, which is that of its file.
    public static func name(of path: String) -> String { InputPath(String(path.dropLast(ending.count))).stem }
}
