import TemaModel

/// A finding about an indicator that has no effect in a corpus, or none of its own, and that the researcher should
/// review.
public struct IndicatorFinding: Sendable, Hashable {
    /// The kind of a finding.
    public enum Kind: String, CaseIterable, Sendable {
        /// The indicator has no match.
        case never
        /// All matches of the indicator are inside matches of other indicators of its code.
        case shadowed
        /// The indicator matches in only one of several documents.
        case oneDocument = "one_document"
        /// The indicator is also an indicator of another code.
        case twoCodes = "two_codes"
    }

    /// The kind of the finding.
    public let kind: Kind
    /// The number of the indicator in the ``CodeList``.
    public let indicator: Int
    /// The other indicators, the document or the other code that the finding refers to; empty for ``Kind/never``.
    public let other: String
    /// The finding as a warning, with the indicator's position in the codebook file if known.
    public let problem: Problem
}

extension IndicatorUse {
    /// All findings, in codebook order; empty if no document was counted.
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
                .never, indicator, other: "", message: "\(text) has no match in this corpus",
                suggestion: "check its spelling, or remove it if all texts are like these")
        }
        if count.covered == count.matches {
            let others = count.covering.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            let names = others.prefix(3).map(self.text).joined(separator: ", ")
            let all =
                count.matches == 1 ? "the only match of \(text) is" : "all \(count.matches) matches of \(text) are"
            return finding(
                .shadowed, indicator, other: names,
                message: "\(all) inside matches of \(names)\(others.count > 3 ? ", …" : "")",
                suggestion: "remove it; in this corpus no coding would be lost")
        }
        if count.documents == 1, documents > 1, let document = count.document {
            return finding(
                .oneDocument, indicator, other: document,
                message:
                    "\(text) matches in one document only, \(document) (\(count.matches) match\(count.matches == 1 ? "" : "es"))",
                suggestion: "check whether it fits other texts")
        }
        return nil
    }

    private func twin(_ indicator: Int, _ first: Int) -> IndicatorFinding {
        let code = codes.entries[codes.indicators[first].code].path
        let place = places.indices.contains(first) ? ", on line \(places[first].line)" : ""
        return finding(
            .twoCodes, indicator, other: code, message: "\(text(indicator)) is also an indicator of \(code)\(place)",
            suggestion: "keep it in one code, unless its passages should have both codes")
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

    /// For each indicator, the first earlier indicator of another code with the same pattern, if both apply to a common
    /// language.
    private var twins: [Int: Int] {
        var known: [IndicatorPattern: [Int]] = [:]
        var twins: [Int: Int] = [:]
        for (number, owned) in codes.indicators.enumerated() {
            guard
                let pattern = try? IndicatorPattern(
                    owned.indicator.match, ignoringAccents: codes.codebook.ignoresAccents)
            else { continue }
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
    /// Returns a table with one row per finding.
    public func table() -> Table {
        let layout = Table.Layout(
            title: "Indicators to review",
            columns: [
                .init("line", "Line", style: .ordinal), .init("column", "Column", style: .ordinal, for: .programs),
                .init("code", "Code"), .init("indicator", "Indicator"), .init("finding", "Finding"),
                .init("matches", "Matches", style: .integer), .init("passages", "Passages", style: .integer),
                .init("documents", "Documents", style: .integer), .init("other", "Other"),
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

    /// A sentence with the number of findings of each kind.
    public var summary: Phrase {
        let kinds = findings.map(\.kind)
        func count(_ kind: IndicatorFinding.Kind) -> Int { kinds.count { $0 == kind } }
        return Phrase(
            """
            \(count: counts.count, "indicator") in \(count: documents, "document"): \(count(.never)) without a \
            match, \(count(.shadowed)) shadowed by other indicators of the code, \(count(.oneDocument)) with \
            matches in one document only, \(count(.twoCodes)) also in another code.
            """)
    }
}
