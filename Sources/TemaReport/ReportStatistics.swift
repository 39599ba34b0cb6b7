import TemaAnalysis
import TemaModel

/// All that a report counts, in one pass over the corpus.
public struct ReportStatistics: Sendable {
    public struct Options: Sendable {
        /// The depth of the codes that are paired, compared and quoted; the deepest where it is nothing.
        public var level: Int?
        public var unit = CooccurrenceUnit.passage
        /// Quotes for each code.
        public var quotes = 3
        /// Random orders of saturation, and what decides them.
        public var draws = 1000
        public var seed: UInt64 = 1

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
    /// What articles are called, by their ids.
    private var labels: [String: String] = [:]

    public init(codes: CodeList, options: Options = Options()) {
        let level = options.level ?? codes.deepestLevel
        frequencies = Frequencies(codes: codes)
        cooccurrence = Cooccurrence(codes: codes, unit: options.unit, level: level)
        articles = Comparison(codes: codes, by: .article, level: level, measure: .passages)
        sections = Comparison(codes: codes, by: .section, level: level, measure: .percent)
        years = Comparison(codes: codes, by: .metadata("year"), level: level, measure: .articlesPercent)
        saturation = Saturation(codes: codes, level: level, draws: options.draws, seed: options.seed)
        quotes = BestQuotes(codes: codes, level: level, most: options.quotes)
    }

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
    }

    /// Adds what another copy has counted of other documents.
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
    }

    /// What has been counted so far.
    public var tables: ReportTables {
        ReportTables(
            overview: overview.table(), frequencies: frequencies.table(), cooccurrence: cooccurrence.table(),
            articles: articles.table(), sections: sections.table(), years: years.table(),
            saturation: saturation.table(), quotes: quotes.table(), labels: labels)
    }
}

/// The tables that a report tells of.
public struct ReportTables: Sendable {
    var overview: Table
    var frequencies: Table
    var cooccurrence: Table
    var articles: Table
    var sections: Table
    var years: Table
    var saturation: Table
    var quotes: Table
    /// What articles are called, by their ids; those without authors are called by their ids.
    var labels: [String: String]
}
