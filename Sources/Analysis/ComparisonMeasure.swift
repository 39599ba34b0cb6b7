import Model

/// What is told of a code in some passages: a count, or a share of a denominator.
///
/// All include the code's descendants.
public enum ComparisonMeasure: String, CaseIterable, Sendable {
    /// Passages coded with the code, each once.
    case passages
    /// Articles with such a passage, each once.
    case articles
    /// 1 where there is such an article, else 0: by article, the matrix of codes and documents.
    case presence
    /// Pieces of evidence: matches of indicators, added up.
    case hits
    /// 100 · passages / passages of the coded kinds.
    case percent
    /// 100 · articles / all articles.
    case articlesPercent = "articles_percent"
    /// 1,000 · hits / words of the passages of the coded kinds.
    case rate

    /// As people read it at the head of a column or a table.
    var label: String {
        switch self {
        case .passages: "passages"
        case .articles: "articles"
        case .presence: "0/1"
        case .hits: "hits"
        case .percent: "% of passages"
        case .articlesPercent: "% of articles"
        case .rate: "hits per 1,000 words"
        }
    }

    var style: Table.Column.Style {
        switch self {
        case .passages, .articles, .presence, .hits: .integer
        case .percent, .articlesPercent, .rate: .decimal(places: 4, shown: 1)
        }
    }

    /// The measure of one code, empty where its denominator is 0.
    func cell(of code: Int, in tally: Tally) -> Table.Cell {
        let count = tally[code]
        return switch self {
        case .passages: .integer(count.passages)
        case .articles: .integer(count.articles)
        case .presence: .integer(min(1, count.articles))
        case .hits: .integer(count.hits)
        case .percent: share(100, count.passages, of: tally.passages)
        case .articlesPercent: share(100, count.articles, of: tally.articles)
        case .rate: share(1000, count.hits, of: tally.words)
        }
    }

    /// The interval of a share of passages or articles; of no other measure.
    func interval(of code: Int, in tally: Tally) -> WilsonInterval? {
        switch self {
        case .percent: WilsonInterval(tally[code].passages, of: tally.passages)
        case .articlesPercent: WilsonInterval(tally[code].articles, of: tally.articles)
        case .passages, .articles, .presence, .hits, .rate: nil
        }
    }

    private func share(_ scale: Int, _ part: Int, of whole: Int) -> Table.Cell {
        whole == 0 ? .empty : .number(Double(scale * part) / Double(whole))
    }
}
