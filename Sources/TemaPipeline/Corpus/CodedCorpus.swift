public import TemaAnalysis
public import TemaCoding
public import TemaModel
import TemaStudy

/// Documents, the codebook that codes them, and the codings that count: what every result is computed from.
///
/// A study is opened once: its codebook, documents and codings come from one snapshot.
public struct CodedCorpus: Sendable {
    public let input: CorpusInput
    public let codebook: CodebookFile
    /// Whose codings by hand count in place of the automatic ones; nil for these.
    public let hand: CoderChoice?
    public let settings: ReadingSettings
    public let nesting: Matcher.Nesting
    private let reader: CorpusReader

    public var codes: CodeList { codebook.codes }

    /// - Parameters:
    ///   - codebook: The codebook; nil takes the study's own.
    ///   - nesting: How matches nested in another code's longer match count.
    ///   - hand: Whose codings by hand count in place of the automatic ones.
    /// - Throws: A ``Problem`` if there is no codebook, or codings by hand are asked of what is no study.
    public init(
        _ input: CorpusInput, codebook: CodebookFile? = nil, settings: ReadingSettings = ReadingSettings(),
        nesting: Matcher.Nesting = .independent, hand: CoderChoice? = nil
    ) throws(Problem) {
        (self.input, self.hand, self.settings, self.nesting) = (input, hand, settings, nesting)
        let study: Study? = if case .study(let study) = input { study } else { nil }
        if let codebook {
            self.codebook = codebook
        } else {
            guard let study else {
                throw Problem("no codebook", suggestion: "name one with -c; only a study has its own")
            }
            self.codebook = try CodebookFile(of: study)
        }
        let matcher = try Matcher(self.codebook.codes, nesting: nesting)
        var reader = CorpusReader(input: input, settings: settings)
        reader.coder = AutomaticCoder(matcher, kinds: settings.kinds)
        if let hand {
            guard let study else { throw Problem("only a study has codings by hand", suggestion: "name a study") }
            let codings = HandCodings(study, self.codebook.codes)
            reader.coding = { coded throws(Problem) in try codings.coded(coded, by: hand) }
        }
        self.reader = reader
    }

    /// Passes each coded document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, and what the body throws; nothing is read after it.
    public func each(
        _ monitor: RunMonitor = RunMonitor(), _ body: (CodedDocument) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try reader.each(monitor, body)
    }

    /// Counts every document in a statistic, with the workers of the settings.
    ///
    /// - Parameter fresh: The statistic of no document.
    /// - Returns: The statistic of all documents, and how the run went.
    public func count<Counts: Statistic>(
        _ fresh: Counts, _ monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: Counts, summary: RunSummary) {
        try reader.count(fresh, monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
    }

    /// Counts every document in values of any kind; see ``count(_:_:)``.
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

    public init(_ input: CorpusInput, settings: ReadingSettings = ReadingSettings()) {
        reader = CorpusReader(input: input, settings: settings)
    }

    /// Passes each document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, and what the body throws; nothing is read after it.
    public func each(
        _ monitor: RunMonitor = RunMonitor(), _ body: (Document) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try reader.each(monitor) { coded throws(Problem) in try body(coded.document) }
    }
}
