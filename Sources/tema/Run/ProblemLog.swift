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
    /// - Throws: A ``Problem`` if the file cannot be created, or exists and is not a list of problems: it could be an input,
    ///   a codebook or a study.
    init(file path: String?) throws(Problem) {
        guard let path else {
            file = nil
            return
        }
        if let old = try? ByteSource.open(path), let beginning = try? old.beginning(Self.beginning.count),
            !beginning.isEmpty, !beginning.elementsEqual(Self.beginning)
        {
            throw Problem(
                "the file exists and is not a list of problems", suggestion: "name a new file with --problems",
                file: path)
        }
        do throws(Problem) { file = try OutputFile(path) } catch { throw Self.named(error) }
    }

    /// The first bytes of a list of problems.
    private static let beginning = Array("{\"path\":".utf8)

    /// Names the option of this file in the suggestion of an output's problem.
    private static func named(_ problem: Problem) -> Problem {
        var problem = problem
        problem.suggestion = problem.suggestion?.replacing("with -o", with: "with --problems")
        return problem
    }

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
        do throws(Problem) { try file?.write((problem.json + "\n").utf8) } catch { failure = failure ?? error }
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

    private static func title(of kind: Problem.Kind) -> String {
        switch kind {
        case .other, .missing, .conflict, .notAllowed, .busy: "problems"
        case .unreadable: "files that cannot be read"
        case .malformed: "not well-formed XML"
        case .encoding: "not text in the expected encoding"
        case .noDocument: "files without a document of their format"
        case .undefinedEntity: "undefined entities, kept as written"
        case .repeatedDocument: "documents with the id and the text of an earlier one, skipped"
        case .conflictingDocument: "documents with the id of an earlier one and another text, skipped"
        case .sharedDOI: "references with the DOI of an earlier one and another title, read with a number after the DOI"
        }
    }

    private func lines(_ group: Group) -> [String] {
        guard group.count > Self.most else { return group.first.map(\.description) }
        var summary = group.first[0]
        (summary.file, summary.line, summary.byte) = (nil, nil, nil)
        if !group.haveOneMessage {
            summary.message = Self.title(of: summary.kind)
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
        if let failure { throw Self.named(failure) }
        do throws(Problem) { try file?.finish() } catch { throw Self.named(error) }
    }
}
