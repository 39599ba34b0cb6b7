import TemaModel

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
    /// 100 · passages / the code's passages in all groups.
    case rowPercent = "row_percent"
    /// 100 · articles / the code's articles in all groups.
    case articlesRowPercent = "articles_row_percent"
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
        case .rowPercent: "% of the code's passages"
        case .articlesRowPercent: "% of the code's articles"
        case .rate: "hits per 1,000 words"
        }
    }

    var style: Table.Column.Style {
        switch self {
        case .passages, .articles, .presence, .hits: .integer
        case .percent, .articlesPercent, .rowPercent, .articlesRowPercent, .rate: .decimal(places: 4, shown: 1)
        }
    }

    /// Whether articles are counted.
    var isOfArticles: Bool {
        switch self {
        case .articles, .presence, .articlesPercent, .articlesRowPercent: true
        case .passages, .hits, .percent, .rowPercent, .rate: false
        }
    }

    /// Whether it is a part of a whole, of which there is an interval.
    public var isShare: Bool {
        switch self {
        case .percent, .articlesPercent, .rowPercent, .articlesRowPercent: true
        case .passages, .articles, .presence, .hits, .rate: false
        }
    }

    /// The part and the whole of a share; nothing of another measure.
    ///
    /// - Parameter total: What has been counted in all groups.
    func parts(of code: Int, in tally: Tally, total: Tally) -> (count: Int, all: Int)? {
        switch self {
        case .percent: (tally[code].passages, tally.passages)
        case .articlesPercent: (tally[code].articles, tally.articles)
        case .rowPercent: (tally[code].passages, total[code].passages)
        case .articlesRowPercent: (tally[code].articles, total[code].articles)
        case .passages, .articles, .presence, .hits, .rate: nil
        }
    }

    /// The measure of one code in all that was counted.
    func cell(of code: Int, in tally: Tally) -> Table.Cell { cell(of: code, in: tally, total: tally) }

    /// The measure of one code in a group, empty where its denominator is 0.
    func cell(of code: Int, in tally: Tally, total: Tally) -> Table.Cell {
        let count = tally[code]
        switch self {
        case .passages: return .integer(count.passages)
        case .articles: return .integer(count.articles)
        case .presence: return .integer(min(1, count.articles))
        case .hits: return .integer(count.hits)
        case .rate: return share(1000, part: count.hits, of: tally.words)
        case .percent, .articlesPercent, .rowPercent, .articlesRowPercent:
            return parts(of: code, in: tally, total: total).map { share(100, part: $0.count, of: $0.all) } ?? .empty
        }
    }

    /// The interval of a share of passages or articles; of no other measure.
    func interval(of code: Int, in tally: Tally, total: Tally) -> WilsonInterval? {
        parts(of: code, in: tally, total: total).flatMap { WilsonInterval($0.count, of: $0.all) }
    }

    private func share(_ scale: Int, part: Int, of whole: Int) -> Table.Cell {
        whole == 0 ? .empty : .number(Double(scale * part) / Double(whole))
    }
}
