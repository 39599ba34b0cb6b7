import TemaModel

/// One measure of each code across the groups of a variable such as document, section, language or year.
///
/// A document with several values of a variable counts in the group of each value, and once in the total.
public struct Comparison: Statistic {
    let codes: CodeList
    let variable: ComparisonVariable
    let level: Int?
    /// The measure that was chosen.
    private let chosenMeasure: ComparisonMeasure?
    let view: View
    private var groups: [String: Group] = [:]
    private var document: DocumentTally
    private(set) var total = Tally()

    /// The content of the table.
    public enum View: String, CaseIterable, Sendable {
        /// The measure, one column per group.
        case values
        /// A share of passages or documents with its 95 % ``WilsonInterval``, three columns per group.
        case intervals
        /// A test of each code's differences: ``ChiSquared`` of passages or documents, log-likelihood of hits by words.
        case tests
    }

    /// The counts of a group. If canonically equivalent spellings of its name occur, `name` is the first in byte order,
    /// so that it does not depend on the order of the documents.
    struct Group {
        var name: String
        var tally: Tally

        mutating func merge(_ other: Group) {
            name = other.name.utf8.lexicographicallyPrecedes(name.utf8) ? other.name : name
            tally.merge(other.tally)
        }
    }

    /// Creates an empty comparison.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - variable: The variable whose values are the groups.
    ///   - level: The depth of the codes in the table, 1 for the top level; all codes if `nil`.
    ///   - measure: The measure to compare. If nil, passages, or their shares if the groups differ in the number of
    ///     passages.
    ///   - view: The content of the table.
    public init(
        codes: CodeList, by variable: ComparisonVariable, level: Int? = nil, measure: ComparisonMeasure? = nil,
        view: View = .values
    ) {
        self.view = view
        self.codes = codes
        self.variable = variable
        self.level = level
        self.chosenMeasure = measure
        self.document = DocumentTally(codes)
    }

    /// Counts a document in the groups that the variable assigns to it and its passages.
    public mutating func add(_ coded: CodedDocument) { add(coded, byCoder: []) }

    /// Counts one document, with each coder's codings counted in the coder's own group.
    ///
    /// - Parameters:
    ///   - coded: The document with the codings of all coders, counted in the total.
    ///   - coders: The document with each coder's codings; only for ``ComparisonVariable/coder``.
    public mutating func add(_ coded: CodedDocument, byCoder coders: [(name: String, coded: CodedDocument)]) {
        document.count(coded)
        total.add(document)
        guard variable.isOfPassages else {
            for name in variable.groups(of: coded.document) { addDocument(to: name) }
            for coder in coders {
                document.count(coder.coded)
                addDocument(to: coder.name)
            }
            return
        }
        let groups = groups(ofPassages: coded)
        for name in Set(groups.values.joined()) {
            document.count(coded) { groups[$0.passage]?.contains(name) ?? false }
            addDocument(to: name)
        }
    }

    /// Returns the groups of each passage, by passage number.
    private func groups(ofPassages coded: CodedDocument) -> [Int: Set<String>] {
        var groups: [Int: Set<String>] = [:]
        coded.forEachPassage { passage, codings in
            guard variable == .code else {
                groups[passage.passage] = [
                    variable.group(of: coded.document.passages[passage.passage], in: coded.document)
                ]
                return
            }
            let held = codings.flatMap { codes.lineage(of: $0.code) }
            groups[passage.passage] = Set(
                held.filter { level == nil || codes.entries[$0].depth == level }.map { codes.entries[$0].path })
        }
        return groups
    }

    /// Adds the counts of another comparison with the same options.
    public mutating func merge(_ other: Comparison) {
        total.merge(other.total)
        for group in other.groups.values { merge(group) }
    }

    private mutating func addDocument(to name: String) {
        var group = Group(name: name, tally: Tally())
        group.tally.add(document)
        merge(group)
    }

    private mutating func merge(_ group: Group) {
        groups[group.name, default: Group(name: group.name, tally: Tally())].merge(group)
    }

    /// The measure to compare: the chosen one, or the default for the groups.
    var measure: ComparisonMeasure {
        if let chosenMeasure { return chosenMeasure }
        return view != .tests && Set(groups.values.map(\.tally.passages)).count > 1 ? .percent : .passages
    }

    /// Whether a group is a range of numbers, if the variable is divided.
    public var hasRanges: Bool { groups.keys.contains { $0.hasPrefix("≤ ") || $0.hasPrefix("> ") } }

    /// Whether shares are shown because the groups differ in size.
    var isShareByDefault: Bool { chosenMeasure == nil && measure.isShare }

    /// Returns one row for each code.
    public func table() -> Table {
        let groups = ordered
        let tallies = groups.map(\.tally) + [total]
        var taken: Set = ["code", "name", "level", "total"]
        let names = groups.map { uniqueName($0.name, &taken) }
        if view == .tests {
            return ComparisonTests(
                codes: codes, level: level, variable: variable, groups: groups.map { ($0.name, $0.tally) },
                total: total, unit: measure.testUnit
            ).table(names: names)
        }
        let measure = measure
        let labels = labels(of: groups) + [Phrase("total")]
        let columns = zip(names + ["total"], zip(labels, tallies)).flatMap {
            self.columns($0, label: $1.0, $1.1, measure, taken: &taken)
        }
        let layout = Table.Layout(
            title: "Codes by \(variable.label): \(measure.label)",
            columns: CodeRows.columns + columns, mainColumn: "total")
        let rows = CodeRows(codes, level: level).rows { code in tallies.flatMap { cells(code, $0, measure) } }
        return Table(
            layout, rows: rows, notes: notes + CodeRows.notes(on: rows))
    }

    /// Returns the labels of groups: of codes, their names.
    func labels(of groups: [Group]) -> [Phrase] {
        guard variable == .code else { return groups.map { ComparisonVariable.label(ofGroup: $0.name) } }
        let names = Dictionary(zip(codes.entries.map(\.path), codes.labels())) { first, _ in first }
        return groups.map { Phrase(verbatim: names[$0.name] ?? $0.name) }
    }

    /// The number of documents of each group, or of passages of the coded kinds if the measure counts passages, in the order
    /// of the table's columns and without the total.
    public var sizes: [Int] {
        ordered.map { measure.isOfDocuments ? $0.tally.documents : $0.tally.passages }
    }

    /// Whether ``sizes`` counts documents.
    public var hasSizesOfDocuments: Bool { measure.isOfDocuments }

    /// The groups in column order. Codes are in codebook order.
    var ordered: [Group] {
        let places = Dictionary(codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        return groups.values.sorted {
            variable == .code
                ? places[$0.name, default: 0] < places[$1.name, default: 0] : variable.precedes($0.name, $1.name)
        }
    }

    private func columns(
        _ name: String, label: Phrase, _ tally: Tally, _ measure: ComparisonMeasure, taken: inout Set<String>
    ) -> [Table.Column] {
        let rank: Table.Column.Rank = name == "total" ? .main : .usual
        var value = Table.Column(name, label, style: measure.style, definition: measure.definition, rank: rank)
        value.group = denominators(label, tally)
        guard view == .intervals else { return [value] }
        let (low, high) = (uniqueName("\(name) low", &taken), uniqueName("\(name) high", &taken))
        return [value] + Table.Column.limits(low, high, style: measure.style, rank: rank)
    }

    private func cells(_ code: Int, _ tally: Tally, _ measure: ComparisonMeasure) -> [Table.Cell] {
        let value = measure.cell(of: code, in: tally, total: total)
        return view == .intervals ? [value] + limits(code, tally, measure) : [value]
    }
}
