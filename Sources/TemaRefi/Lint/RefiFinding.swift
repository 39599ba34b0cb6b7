public import TemaModel

/// Something that is wrong with a REFI-QDA file, or good to know of it.
public struct RefiFinding: Sendable, Hashable {
    public var rule: RefiRule
    /// The file inside the archive; nothing for the archive itself and for a file that is none.
    public var member: String?
    /// From 1.
    public var line: Int?
    public var message: String

    public var severity: Problem.Severity { rule.severity }

    /// As a line for people, with the name of its rule at the end.
    ///
    /// - Parameter file: The file that was checked, as a person would name it.
    public func problem(in file: String) -> Problem {
        Problem(
            "\(message) [\(rule.rawValue)]", severity: severity, suggestion: rule.suggestion,
            file: member.map { "\(file)/\($0)" } ?? file, line: line)
    }
}

/// What was found, in the order of the file.
public struct RefiFindings: Sendable {
    /// Of each rule as many as a person will read; the others are counted.
    static let mostOfOneRule = 1_000

    private var all: [RefiFinding] = []
    private var counts: [RefiRule: Int] = [:]
    /// The file inside the archive that is looked at.
    var member: String?

    public init() {}

    public func count(_ severity: Problem.Severity) -> Int {
        counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }

    public func count(_ rule: RefiRule) -> Int { counts[rule] ?? 0 }

    /// What is wrong with the archive first, then each file by its lines; of one line in the order in which it was looked at.
    public var sorted: [RefiFinding] {
        let order = all.indices.sorted { one, other in
            (all[one].member ?? "", all[one].line ?? 0, one) < (all[other].member ?? "", all[other].line ?? 0, other)
        }
        return order.map { all[$0] }
    }

    /// The rules of which there was more than is kept, with the number that is not told.
    public var untold: [(rule: RefiRule, count: Int)] {
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

    /// One row for each finding.
    public func table() -> Table {
        let layout = Table.Layout(
            title: "Findings",
            columns: [
                .init("severity", "Severity"), .init("file", "File"), .init("line", "Line", style: .integer),
                .init("finding", "Finding"), .init("way_out", "Way out"), .init("rule", "Rule"),
            ])
        let rows = sorted.map { finding in
            Table.Row([
                .text(finding.severity.rawValue), finding.member.map { .text($0) } ?? .empty,
                finding.line.map { .integer($0) } ?? .empty, .text(finding.message), .text(finding.rule.suggestion),
                .text(finding.rule.rawValue),
            ])
        }
        return Table(layout, rows: rows, notes: untold.map { "There are \($0.count) more of \($0.rule.rawValue)." })
    }
}
