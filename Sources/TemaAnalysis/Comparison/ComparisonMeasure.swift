import TemaModel

/// A measure of a code in a set of passages: a count, or a share of a denominator.
///
/// All measures include the code's descendants.
public enum ComparisonMeasure: String, CaseIterable, Sendable {
    /// The number of passages coded with the code, each counted once.
    case passages
    /// The number of documents with such a passage, each counted once.
    case documents
    /// 1 if there is such a document, otherwise 0. Across documents, this is the document × code matrix.
    case presence
    /// The number of hits (pieces of evidence), added up.
    case hits
    /// 100 · passages / passages of the coded kinds.
    case percent
    /// 100 · documents / all documents.
    case documentsPercent = "documents_percent"
    /// 100 · passages / the code's passages in all groups.
    case rowPercent = "row_percent"
    /// 100 · documents / the code's documents in all groups.
    case documentsRowPercent = "documents_row_percent"
    /// 1,000 · hits / words of the passages of the coded kinds.
    case rate

    /// The label in column headings and titles.
    var label: Phrase {
        switch self {
        case .passages: Phrase("passages")
        case .documents: Phrase("documents")
        case .presence: Phrase("0/1")
        case .hits: Phrase("hits")
        case .percent: Phrase("% of passages")
        case .documentsPercent: Phrase("% of documents")
        case .rowPercent: Phrase("% of the code's passages")
        case .documentsRowPercent: Phrase("% of the code's documents")
        case .rate: Phrase("hits per 1,000 words")
        }
    }

    var style: Table.Column.Style {
        switch self {
        case .passages, .documents, .presence, .hits: .integer
        case .percent, .documentsPercent, .rowPercent, .documentsRowPercent, .rate: .decimal(places: 4, shown: 1)
        }
    }

    /// Whether differences of the measure between groups can be tested: counts of passages, documents and hits, and their
    /// shares of a group.
    public var isTestable: Bool {
        switch self {
        case .passages, .percent, .documents, .documentsPercent, .hits, .rate: true
        case .presence, .rowPercent, .documentsRowPercent: false
        }
    }

    /// Whether the measure counts documents.
    var isOfDocuments: Bool { testUnit == .documents }

    /// What a test of the measure counts.
    var testUnit: ComparisonTests.Unit {
        switch self {
        case .passages, .percent, .rowPercent: .passages
        case .documents, .presence, .documentsPercent, .documentsRowPercent: .documents
        case .hits, .rate: .words
        }
    }

    /// Whether the measure is a proportion, which has a confidence interval.
    public var isShare: Bool {
        switch self {
        case .percent, .documentsPercent, .rowPercent, .documentsRowPercent: true
        case .passages, .documents, .presence, .hits, .rate: false
        }
    }

    /// The definition of the measure of a code.
    var definition: Phrase {
        switch self {
        case .passages, .percent, .rowPercent, .documents, .presence, .documentsPercent, .documentsRowPercent:
            Phrase("Passages and documents: those with the code or a code below it, each counted once.")
        case .hits, .rate: Phrase("Hits: pieces of evidence of the code or a code below it, added up.")
        }
    }

    /// Returns a code's count in a group, and the denominator of its share or rate.
    ///
    /// - Parameters:
    ///   - code: The number of the code.
    ///   - tally: The counts of the group.
    ///   - total: The counts of all groups.
    func parts(of code: Int, in tally: Tally, total: Tally) -> (count: Int, all: Int) {
        switch self {
        case .passages, .percent: (tally[code].passages, tally.passages)
        case .documents, .presence, .documentsPercent: (tally[code].documents, tally.documents)
        case .hits, .rate: (tally[code].hits, tally.words)
        case .rowPercent: (tally[code].passages, total[code].passages)
        case .documentsRowPercent: (tally[code].documents, total[code].documents)
        }
    }

    /// Returns the measure of a code over all counts.
    func cell(of code: Int, in tally: Tally) -> Table.Cell { cell(of: code, in: tally, total: tally) }

    /// Returns the measure of a code in a group; empty if its denominator is 0.
    func cell(of code: Int, in tally: Tally, total: Tally) -> Table.Cell {
        let (count, all) = parts(of: code, in: tally, total: total)
        return switch self {
        case .passages, .documents, .hits: .integer(count)
        case .presence: .integer(min(1, count))
        case .rate: share(1000, part: count, of: all)
        case .percent, .documentsPercent, .rowPercent, .documentsRowPercent: share(100, part: count, of: all)
        }
    }

    /// Returns the 95 % interval of a share, or `nil` for other measures and if the denominator is 0.
    func interval(of code: Int, in tally: Tally, total: Tally) -> WilsonInterval? {
        guard isShare else { return nil }
        let (count, all) = parts(of: code, in: tally, total: total)
        return WilsonInterval(count, of: all)
    }

    private func share(_ scale: Int, part: Int, of whole: Int) -> Table.Cell {
        whole == 0 ? .empty : .number(Double(scale * part) / Double(whole))
    }
}
