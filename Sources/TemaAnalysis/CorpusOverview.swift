import TemaModel

/// The number of documents, passages and words of a corpus, in total and by year, language, section type and kind.
///
/// Only passages of the coded kinds and their words are counted. The documents of a language, section type or kind are
/// those with such a passage in the group. A document with several years counts once for each year.
public struct CorpusOverview: Statistic {
    private struct Counts: Sendable {
        var documents = 0
        var passages = 0
        var words = 0

        static func + (left: Counts, right: Counts) -> Counts {
            Counts(
                documents: left.documents + right.documents, passages: left.passages + right.passages,
                words: left.words + right.words)
        }

        var cells: [Table.Cell] { [.integer(documents), .integer(passages), .integer(words)] }
    }

    private static let variables: [ComparisonVariable] = [.metadata("year"), .language, .section, .kind]

    private var all = Counts()
    /// For each variable, the counts of its groups.
    private var groups = variables.map { _ in [String: Counts]() }

    /// Creates an empty overview.
    public init() {}

    /// Counts a document, its passages and its words.
    public mutating func add(_ coded: CodedDocument) {
        let whole = Counts(
            documents: 1, passages: coded.passages.count, words: coded.passages.reduce(0) { $0 + $1.words })
        all = all + whole
        for (index, variable) in Self.variables.enumerated() {
            var own: [String: Counts] = [:]
            if variable.isOfPassages {
                for passage in coded.passages {
                    let group = variable.group(of: coded.document.passages[passage.passage], in: coded.document)
                    own[group] = (own[group] ?? Counts(documents: 1)) + Counts(passages: 1, words: passage.words)
                }
            } else {
                for group in variable.groups(of: coded.document) { own[group] = whole }
            }
            groups[index].merge(own, uniquingKeysWith: +)
        }
    }

    /// Adds the counts of another overview.
    public mutating func merge(_ other: CorpusOverview) {
        all = all + other.all
        for index in groups.indices { groups[index].merge(other.groups[index], uniquingKeysWith: +) }
    }

    /// Returns one row for all documents, and one for each group of each variable.
    public func table() -> Table {
        let rows = zip(Self.variables, groups).flatMap { variable, groups in
            groups.sorted { variable.precedes($0.key, $1.key) }.map { group, counts in
                Table.Row([.text(variable.name), .phrase(ComparisonVariable.label(ofGroup: group))] + counts.cells)
            }
        }
        return Table(
            Self.layout, rows: [Table.Row([.text("all"), .text("")] + all.cells)] + rows,
            notes: [
                Phrase(
                    """
                    Only passages of the coded kinds and their words are counted. By language, section and kind, \
                    documents are those with such a passage.
                    """)
            ])
    }

    private static let layout = Table.Layout(
        title: "Corpus overview",
        columns: [
            .init("variable", "Variable"), .init("group", "Group"), .init("documents", "Documents", style: .integer),
            .init("passages", "Passages", style: .integer), .init("words", "Words", style: .integer),
        ])
}
