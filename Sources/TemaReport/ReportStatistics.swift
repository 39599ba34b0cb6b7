import TemaAnalysis
import TemaModel
import TemaTables

/// All statistics of a report, counted in one pass over the corpus.
public struct ReportStatistics: Sendable {
    /// The options of a report's statistics.
    public struct Options: Sendable {
        /// The depth of the codes that are paired, compared and quoted, or nil for the deepest level.
        public var level: Int?
        /// The unit of co-occurrence.
        public var unit = CooccurrenceUnit.passage
        /// The maximum number of quotes for each code.
        public var quotes = 3
        /// The number of random orders for saturation.
        public var draws = 1000
        /// The random seed for saturation.
        public var seed: UInt64 = 1

        /// Creates the default options.
        public init() {}
    }

    private var overview = CorpusOverview()
    private var frequencies: Frequencies
    private var cooccurrence: Cooccurrence
    private var articles: Comparison
    private var sections: Comparison
    private var years: Comparison
    private var saturation: Saturation
    private var quotes: BestQuotes
    /// Citations of articles by document id.
    private var labels: [String: String] = [:]
    /// References of articles by document id.
    private var references: [String: String] = [:]
    private let quotesForEachCode: Int

    /// Creates statistics without documents.
    public init(codes: CodeList, options: Options = Options()) {
        let level = options.level ?? codes.deepestLevel
        frequencies = Frequencies(codes: codes)
        cooccurrence = Cooccurrence(codes: codes, unit: options.unit, level: options.level)
        articles = Comparison(codes: codes, by: .article, level: level, measure: .passages)
        sections = Comparison(codes: codes, by: .section, level: level, measure: .percent)
        years = Comparison(codes: codes, by: .metadata("year"), level: level, measure: .documentsPercent)
        saturation = Saturation(codes: codes, level: level, draws: options.draws, seed: options.seed)
        quotesForEachCode = options.quotes
        quotes = BestQuotes(codes: codes, level: level, most: options.quotes)
    }

    /// Counts a coded document.
    public mutating func add(_ coded: CodedDocument) {
        overview.add(coded)
        frequencies.add(coded)
        cooccurrence.add(coded)
        articles.add(coded)
        sections.add(coded)
        years.add(coded)
        saturation.add(coded)
        quotes.add(coded)
        labels[coded.document.id] = Citation.short(coded.document.metadata)
        references[coded.document.id] = Bibliography.citation(coded.document)
    }

    /// Adds the counts of other documents.
    public mutating func merge(_ other: ReportStatistics) {
        overview.merge(other.overview)
        frequencies.merge(other.frequencies)
        cooccurrence.merge(other.cooccurrence)
        articles.merge(other.articles)
        sections.merge(other.sections)
        years.merge(other.years)
        saturation.merge(other.saturation)
        quotes.merge(other.quotes)
        labels.merge(other.labels) { first, _ in first }
        references.merge(other.references) { first, _ in first }
    }

    /// The counts so far.
    public var tables: ReportTables {
        ReportTables(
            overview: overview.table(), frequencies: frequencies.table(), cooccurrence: cooccurrence.table(),
            articles: articles.table(), sections: sections.table(), years: years.table(),
            saturation: saturation.table(), quotes: quotes.table(), labels: labels, references: references,
            hasQuotes: quotesForEachCode > 0)
    }
}

/// The tables of a report.
public struct ReportTables: Sendable {
    var overview: Table
    var frequencies: Table
    var cooccurrence: Table
    var articles: Table
    var sections: Table
    var years: Table
    var saturation: Table
    var quotes: Table
    /// Citations of articles by document id. Articles without authors have none.
    var labels: [String: String]
    /// References of articles by document id.
    var references: [String: String]
    /// Whether quotes were asked for.
    var hasQuotes: Bool
    /// The agreement between coders, if several have coded.
    public var agreement: Table?
    /// The validation of a reviewed sample, if there is one.
    public var validation: Table?
}
