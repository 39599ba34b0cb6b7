import Model

/// One measure of each code across the groups of a variable: articles, sections, languages, years, …
///
/// A document with several values of a variable counts in the group of each, and once in the total.
public struct Comparison: Statistic {
    private let codes: CodeList
    private let variable: ComparisonVariable
    private let level: Int?
    private let measure: ComparisonMeasure
    private let view: View
    private var groups: [String: Group] = [:]
    private var document: DocumentTally
    private var total = Tally()

    /// What the table tells of each group.
    public enum View: String, CaseIterable, Sendable {
        /// The measure alone.
        case values
        /// A share of passages or articles with its interval of 95 % by ``WilsonInterval``.
        case intervals
        /// A test of each code's share of passages or articles, by ``ChiSquared``.
        case tests
    }

    /// A group's counts. Of canonically equal spellings of its name the first in byte order stands for all, whichever
    /// was met first.
    private struct Group {
        var name: String
        var tally: Tally

        mutating func merge(_ other: Group) {
            name = other.name.utf8.lexicographicallyPrecedes(name.utf8) ? other.name : name
            tally.merge(other.tally)
        }
    }

    /// - Parameter level: the depth of the codes to tell about, 1 for those at the top; all codes where it is nothing.
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

    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        total.add(document)
        guard variable.isOfPassages else {
            for name in variable.groups(of: coded.document) { addDocument(to: name) }
            return
        }
        let variable = variable
        let group = { (passage: CodedPassage) in
            variable.group(of: coded.document.passages[passage.passage], in: coded.document)
        }
        for name in Set(coded.passages.map(group)) {
            document.count(coded) { group($0) == name }
            addDocument(to: name)
        }
    }

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

    public func table() -> Table {
        let groups = groups.values.sorted { variable.precedes($0.name, $1.name) }
        let tallies = groups.map(\.tally) + [total]
        var taken: Set = ["code", "name", "level", "total"]
        let names = groups.map { Self.unique($0.name, &taken) }
        if view == .tests {
            return ComparisonTests(
                codes: codes, level: level, variable: variable, groups: groups.map { ($0.name, $0.tally) },
                total: total,
                ofArticles: measure == .articles || measure == .articlesPercent
            ).table(names: names)
        }
        let columns = zip(names + ["total"], groups.map(\.name) + ["total"]).flatMap { self.columns($0, $1, &taken) }
        let layout = Table.Layout(
            title: "Codes by \(variable.name): \(measure.label)",
            columns: CodeRows.columns + columns)
        let rows = CodeRows(codes, level: level).rows { code in tallies.flatMap { cells(code, $0) } }
        return Table(
            layout, rows: rows, notes: notes(groups.map(\.name) + ["total"], tallies) + CodeRows.notes(on: rows))
    }

    private func columns(_ name: String, _ label: String, _ taken: inout Set<String>) -> [Table.Column] {
        let value = Table.Column(name, label, measure.style)
        guard view == .intervals else { return [value] }
        return [
            value, Table.Column(Self.unique("\(name) low", &taken), "from", measure.style),
            Table.Column(Self.unique("\(name) high", &taken), "to", measure.style),
        ]
    }

    private func cells(_ code: Int, _ tally: Tally) -> [Table.Cell] {
        let value = measure.cell(of: code, in: tally)
        guard view == .intervals else { return [value] }
        let interval = measure.interval(of: code, in: tally)
        return [value] + [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }

    /// A column's name that no other column has: the group's, with a number after it where that is taken.
    private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
        var unique = name
        var number = 1
        while !taken.insert(unique).inserted {
            number += 1
            unique = "\(name) (\(number))"
        }
        return unique
    }

    private func notes(_ names: [String], _ tallies: [Tally]) -> [String] {
        func list(_ denominator: KeyPath<Tally, Int>) -> String {
            zip(names, tallies).map { "\($0) \($1[keyPath: denominator])" }.joined(separator: ", ")
        }
        return [
            "Shown: \(measure.label), with those of the codes below; shares are of the column's own numbers, which follow.",
            "Passages of the coded kinds: \(list(\.passages)).",
            "Articles\(variable.isOfPassages ? " with such a passage (total: all)" : ""): \(list(\.articles)).",
            "Words of those passages: \(list(\.words)).",
        ]
            + (view == .intervals
                ? ["From and to: Wilson's intervals of 95 %; passages of one article are no independent draws."] : [])
            + (variable.isOfPassages ? [] : ["A document with several values counts in each, and once in the total."])
    }
}
