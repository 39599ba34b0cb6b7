import TemaModel

/// One measure of each code across the groups of a variable such as document, section, language or year.
///
/// A document with several values of a variable counts in the group of each value, and once in the total.
public struct Comparison: Statistic {
    let codes: CodeList
    let variable: ComparisonVariable
    let level: Int?
    let measure: ComparisonMeasure
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
        /// One row per code and group: numerator, denominator, share and 95 % interval.
        case proportions
        /// A ``ChiSquared`` test of each code's share of passages or documents.
        case tests
    }

    /// The counts of a group. If canonically equivalent spellings of its name occur, `name` is the first in byte order,
    /// so that it does not depend on the order of the documents.
    private struct Group {
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
    ///   - measure: The measure to compare.
    ///   - view: The content of the table.
    public init(
        codes: CodeList, by variable: ComparisonVariable, level: Int? = nil, measure: ComparisonMeasure = .passages,
        view: View = .values
    ) {
        self.view = view
        self.codes = codes
        self.variable = variable
        self.level = level
        self.measure = measure
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

    /// Returns one row for each code, or with ``View/proportions`` one for each code and group.
    public func table() -> Table {
        let groups = ordered
        if view == .proportions { return proportions(groups.map { ($0.name, $0.tally) }) }
        let tallies = groups.map(\.tally) + [total]
        var taken: Set = ["code", "name", "level", "total"]
        let names = groups.map { Self.unique($0.name, &taken) }
        if view == .tests {
            return ComparisonTests(
                codes: codes, level: level, variable: variable, groups: groups.map { ($0.name, $0.tally) },
                total: total,
                ofDocuments: measure.isOfDocuments
            ).table(names: names)
        }
        let labels = groups.map { ComparisonVariable.label(ofGroup: $0.name) } + [Phrase("total")]
        let columns = zip(names + ["total"], labels).flatMap {
            self.columns($0, label: $1, taken: &taken)
        }
        let layout = Table.Layout(
            title: "Codes by \(variable.label): \(measure.label)",
            columns: CodeRows.columns + columns)
        let rows = CodeRows(codes, level: level).rows { code in tallies.flatMap { cells(code, $0) } }
        return Table(
            layout, rows: rows, notes: notes(labels, tallies) + CodeRows.notes(on: rows))
    }

    /// The groups in column order. Codes are in codebook order.
    private var ordered: [Group] {
        let places = Dictionary(codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        return groups.values.sorted {
            variable == .code
                ? places[$0.name, default: 0] < places[$1.name, default: 0] : variable.precedes($0.name, $1.name)
        }
    }

    private func columns(_ name: String, label: Phrase, taken: inout Set<String>) -> [Table.Column] {
        let value = Table.Column(name, label, style: measure.style)
        guard view == .intervals else { return [value] }
        return [
            value, Table.Column(Self.unique("\(name) low", &taken), Phrase("from"), style: measure.style),
            Table.Column(Self.unique("\(name) high", &taken), Phrase("to"), style: measure.style),
        ]
    }

    private func cells(_ code: Int, _ tally: Tally) -> [Table.Cell] {
        let value = measure.cell(of: code, in: tally, total: total)
        guard view == .intervals else { return [value] }
        let interval = measure.interval(of: code, in: tally, total: total)
        return [value] + [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }

    /// Returns a column name that is not in `taken`: `name`, followed by a number if needed.
    private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
        var unique = name
        var number = 1
        while !taken.insert(unique).inserted {
            number += 1
            unique = "\(name) (\(number))"
        }
        return unique
    }
}
