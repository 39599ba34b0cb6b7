public import TemaModel

/// A result of checking a REFI-QDA file: an error, a warning or a note.
public struct RefiFinding: Sendable, Hashable {
    /// The rule that was violated.
    public var rule: RefiRule
    /// The file in the archive. Nil if the finding is on the archive itself, or the checked file is not an archive.
    public var member: String?
    /// The line, from 1; nil if the finding is not on a line.
    public var line: Int?
    /// What was found, without the rule and the suggestion.
    public var message: String

    /// The severity of the rule.
    public var severity: Problem.Severity { rule.severity }

    /// Returns the finding as a problem, with the name of the rule at the end of the message.
    ///
    /// - Parameter file: The name of the checked file to show.
    public func problem(in file: String) -> Problem {
        Problem(
            "\(message) [\(rule.rawValue)]", severity: severity, suggestion: rule.suggestion,
            file: member.map { "\(file)/\($0)" } ?? file, line: line)
    }
}

/// The findings of a check or a repair.
public struct RefiFindings: Sendable {
    /// The number of findings that are kept for each rule. Further ones are only counted.
    static let mostOfOneRule = 1_000

    private var all: [RefiFinding] = []
    private var counts: [RefiRule: Int] = [:]
    /// The file in the archive that is being checked.
    var member: String?

    /// Creates a value without findings.
    public init() {}

    /// Returns the number of findings of a severity, including those that were not kept.
    public func count(_ severity: Problem.Severity) -> Int {
        counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }

    /// Returns the number of findings of a rule, including those that were not kept.
    public func count(_ rule: RefiRule) -> Int { counts[rule] ?? 0 }

    /// The findings on the archive, followed by those on each file in the order of lines. Findings on one line are in
    /// the order in which they were added.
    public var sorted: [RefiFinding] {
        let order = all.indices.sorted { one, other in
            (all[one].member ?? "", all[one].line ?? 0, one) < (all[other].member ?? "", all[other].line ?? 0, other)
        }
        return order.map { all[$0] }
    }

    /// The rules with findings that are not listed, each with their number.
    public var unlisted: [(rule: RefiRule, count: Int)] {
        RefiRule.allCases.compactMap { rule in
            let count = count(rule) - Self.mostOfOneRule
            return count > 0 ? (rule, count) : nil
        }
    }

    mutating func add(_ rule: RefiRule, _ message: @autoclosure () -> String, line: Int? = nil) {
        let count = counts[rule, default: 0] + 1
        counts[rule] = count
        guard count <= Self.mostOfOneRule else { return }
        all.append(RefiFinding(rule: rule, member: member, line: line, message: message()))
    }

    /// Returns a table with a row for each finding.
    public func table() -> Table {
        let layout = Table.Layout(
            title: "Findings",
            columns: [
                .init("severity", "Severity"), .init("file", "File"), .init("line", "Line", style: .ordinal),
                .init("finding", "Finding"), .init("way_out", "Suggestion"), .init("rule", "Rule"),
            ])
        let rows = sorted.map { finding in
            Table.Row([
                .text(finding.severity.rawValue), finding.member.map { .text($0) } ?? .empty,
                finding.line.map { .integer($0) } ?? .empty, .text(finding.message), .text(finding.rule.suggestion),
                .text(finding.rule.rawValue),
            ])
        }
        return Table(
            layout, rows: rows, notes: unlisted.map { Phrase("Further findings of \($0.rule.rawValue): \($0.count).") })
    }
}
