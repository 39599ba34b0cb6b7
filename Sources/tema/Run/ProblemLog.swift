import TemaFormats
import TemaModel

/// The problems of a run: it writes each to the file of `--problems`, and prints them at the end, grouped by kind.
///
/// A folder of the wrong files causes one problem for each of them. Printed one by one, they would hide the others.
final class ProblemLog {
    /// The problems of one kind, in the order of the input.
    private struct Group {
        var first: [Problem] = []
        var count = 0
        var haveOneMessage = true
    }

    private struct Key: Hashable {
        let severity: Problem.Severity
        let kind: Problem.Kind
        /// The message of a problem of an unknown kind.
        let message: String?
    }

    /// The number of problems of a kind that are printed one by one.
    private static let most = 3

    private var groups: [Group] = []
    private var places: [Key: Int] = [:]
    private let file: OutputFile?
    private var failure: Problem?

    /// - Parameter path: The file to write, or nil.
    /// - Throws: A ``Problem`` if the file cannot be created.
    init(file path: String?) throws(Problem) { file = try path.map { path throws(Problem) in try OutputFile(path) } }

    func add(_ problem: Problem) {
        let message = problem.kind == .other ? problem.message : nil
        let key = Key(severity: problem.severity, kind: problem.kind, message: message)
        let place = places[key] ?? groups.count
        if place == groups.count {
            groups.append(Group())
            places[key] = place
        }
        groups[place].count += 1
        if groups[place].first.count < Self.most { groups[place].first.append(problem) }
        if problem.message != groups[place].first[0].message { groups[place].haveOneMessage = false }
        do throws(Problem) { try file?.write((Self.json(problem) + "\n").utf8) } catch { failure = failure ?? error }
    }

    /// Returns the lines to print, and starts again without problems.
    func takeLines(quiet: Bool) -> [String] {
        defer { (groups, places) = ([], [:]) }
        // The files without a document are among those that were skipped.
        return groups.filter { group in
            let problem = group.first[0]
            return problem.severity == .error || !quiet && !(problem.severity == .note && problem.kind == .noDocument)
        }.flatMap(lines)
    }

    private func lines(_ group: Group) -> [String] {
        guard group.count > Self.most else { return group.first.map(\.description) }
        var summary = group.first[0]
        (summary.file, summary.line, summary.byte) = (nil, nil, nil)
        if !group.haveOneMessage {
            summary.message = summary.kind.rawValue.replacing("-", with: " ")
        }
        let places = group.first.map(\.place).joined(separator: ", ")
        let more = file == nil ? "; --problems FILE lists all" : ""
        return [
            summary.description + " in \(DisplayLanguage.english.grouped(Double(group.count))) places: \(places), …"
                + more
        ]
    }

    /// Completes the file.
    ///
    /// - Throws: A ``Problem`` if the file cannot be written.
    func finish() throws(Problem) {
        if let failure { throw failure }
        try file?.finish()
    }

    private static func json(_ problem: Problem) -> String {
        func text(_ text: String?) -> String { text.map(JSONText.string) ?? "null" }
        func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
        return JSONText.object([
            ("path", text(problem.file)), ("line", number(problem.line)), ("column", number(problem.column)),
            ("byte", number(problem.byte)), ("severity", text(problem.severity.rawValue)),
            ("code", text(problem.kind.rawValue)), ("message", text(problem.message)),
            ("suggestion", text(problem.suggestion)),
        ])
    }
}
