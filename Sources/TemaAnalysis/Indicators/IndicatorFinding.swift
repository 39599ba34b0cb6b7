import TemaModel

/// Something to look at in a codebook: an indicator that does nothing in a corpus, or nothing of its own.
public struct IndicatorFinding: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable {
        /// It matches nowhere.
        case never
        /// All of its matches lie in matches of other indicators of its code.
        case shadowed
        /// It matches in one article only, of several.
        case oneArticle = "one_article"
        /// It stands in another code too.
        case twoCodes = "two_codes"
    }

    public let kind: Kind
    /// Its number in the ``CodeList``.
    public let indicator: Int
    /// The indicators or code it is about, or the article.
    public let other: String
    /// For a person, where it stands included.
    public let problem: Problem
}

extension IndicatorUse {
    /// All findings, in the order of the codebook; none without a document, in which nothing can be found.
    public var findings: [IndicatorFinding] {
        guard documents > 0 else { return [] }
        let twins = twins
        return codes.indicators.indices.flatMap { indicator -> [IndicatorFinding] in
            [use(of: indicator), twins[indicator].map { twin(indicator, $0) }].compactMap(\.self)
        }
    }

    private func use(of indicator: Int) -> IndicatorFinding? {
        let (count, text) = (counts[indicator], text(indicator))
        if count.matches == 0 {
            return finding(
                .never, indicator, other: "", message: "\(text) matches nothing here",
                suggestion: "look for a slip, or take it out where all texts are like these")
        }
        if count.covered == count.matches {
            let others = count.covering.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            let names = others.prefix(3).map(self.text).joined(separator: ", ")
            let all =
                count.matches == 1 ? "the one match of \(text) lies" : "all \(count.matches) matches of \(text) lie"
            return finding(
                .shadowed, indicator, other: names,
                message: "\(all) in those of \(names)\(others.count > 3 ? ", …" : "")",
                suggestion: "take it out; here nothing would be lost")
        }
        if count.documents == 1, documents > 1, let document = count.document {
            return finding(
                .oneArticle, indicator, other: document,
                message:
                    "\(text) matches in one article only, \(document) (\(count.matches) match\(count.matches == 1 ? "" : "es"))",
                suggestion: "look whether it fits other texts")
        }
        return nil
    }

    private func twin(_ indicator: Int, _ first: Int) -> IndicatorFinding {
        let code = codes.entries[codes.indicators[first].code].path
        let place = places.indices.contains(first) ? ", on line \(places[first].line)" : ""
        return finding(
            .twoCodes, indicator, other: code, message: "\(text(indicator)) stands under \(code) too\(place)",
            suggestion: "keep it in one code, unless its passages are to have both")
    }

    private func finding(
        _ kind: IndicatorFinding.Kind, _ indicator: Int, other: String, message: String, suggestion: String
    ) -> IndicatorFinding {
        let place = places.indices.contains(indicator) ? places[indicator] : nil
        return IndicatorFinding(
            kind: kind, indicator: indicator, other: other,
            problem: Problem(
                message, severity: .warning, suggestion: suggestion, line: place?.line, column: place?.column))
    }

    private func text(_ indicator: Int) -> String { "“\(codes.indicators[indicator].indicator.match)”" }

    /// For each indicator that an earlier one of another code equals, in a language that both are tried in: the first such.
    private var twins: [Int: Int] {
        var known: [IndicatorPattern: [Int]] = [:]
        var twins: [Int: Int] = [:]
        for (number, owned) in codes.indicators.enumerated() {
            guard let pattern = try? IndicatorPattern(owned.indicator.match) else { continue }
            twins[number] = known[pattern]?.first { first in
                let other = codes.indicators[first]
                return other.code != owned.code && Self.meet(other.language, owned.language)
            }
            known[pattern, default: []].append(number)
        }
        return twins
    }

    private static func meet(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return true }
        return LanguageTag.primary(one) == LanguageTag.primary(other)
    }
}

extension IndicatorUse {
    /// A row for each finding.
    public func table() -> Table {
        let layout = Table.Layout(
            title: "Indicators to look at",
            columns: [
                .init("line", "Line", style: .integer), .init("column", "Column", style: .integer, for: .programs),
                .init("code", "Code"), .init("indicator", "Indicator"), .init("finding", "Finding"),
                .init("matches", "Matches", style: .integer), .init("passages", "Passages", style: .integer),
                .init("articles", "Articles", style: .integer), .init("other", "Other"),
            ])
        let rows = findings.map { finding in
            let (owned, count) = (codes.indicators[finding.indicator], counts[finding.indicator])
            return Table.Row([
                finding.problem.line.map(Table.Cell.integer) ?? .empty,
                finding.problem.column.map(Table.Cell.integer) ?? .empty, .text(codes.entries[owned.code].path),
                .text(owned.indicator.match), .text(finding.kind.rawValue), .integer(count.matches),
                .integer(count.passages), .integer(count.documents), .text(finding.other),
            ])
        }
        return Table(layout, rows: rows, notes: [summary])
    }

    /// How many there are of each kind.
    public var summary: String {
        let kinds = findings.map(\.kind)
        func count(_ kind: IndicatorFinding.Kind) -> Int { kinds.count { $0 == kind } }
        return "Of \(counts.count) indicators in \(documents) documents, \(count(.never)) match nothing, "
            + "\(count(.shadowed)) are shadowed by others of their code, \(count(.oneArticle)) match in one article only, "
            + "\(count(.twoCodes)) stand in another code too."
    }
}
