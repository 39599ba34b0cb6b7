import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

/// A request for a statistic of the study: what is counted, and the command line that prints the same numbers.
struct StatisticRequest {
    let query: Query
    let corpus: CodedCorpus
    /// The depth of the chosen level, or nil.
    let level: Int?
    /// The language of labels and notes.
    let language: DisplayLanguage
    /// The command line.
    let command: CommandLineText

    /// - Parameters:
    ///   - words: The words of the command after `tema`.
    ///   - usual: The codings that count if none are chosen.
    /// - Throws: A ``Problem`` if the study has no codebook or the query names something unknown; a ``RequestFailure`` if the
    ///   person may not see the codings.
    init(_ call: Call, _ words: [String], usual: CodingChoice = .final) throws {
        query = call.query
        let study = call.desk.reader
        var command = CommandLineText(["tema"] + words + [call.study.path])
        let codings = try Self.codings(call, study, usual: usual, &command)
        let corpus = try CodedCorpus(.study(study), codings: codings)
        self.corpus = corpus
        level = try call.query["level"].map { name throws(Problem) in try corpus.codes.depth(ofLevel: name) }
        language = call.query.language
        for option in ["level", "by", "unit", "measure", "view", "split"] { command.add(option, call.query[option]) }
        self.command = command
    }

    private static func codings(
        _ call: Call, _ study: Study, usual: CodingChoice, _ command: inout CommandLineText
    ) throws -> CodingChoice {
        let me = call.person.name
        let isBlind = try call.desk.visibility(of: call.person).isBlind
        if let coder = call.query["coder"] {
            guard coder == me || !isBlind else { throw Self.blind }
            command.add("coder", coder)
            return .hand(.coder(try study.coder(named: coder)))
        }
        guard let name = call.query["codings"] else {
            guard isBlind else { return usual }
            command.add("codings", "automatic")
            return .automatic
        }
        switch name {
        case "automatic":
            command.add("codings", name)
            return .automatic
        case "final" where !isBlind: return .final
        case "hand" where !isBlind:
            command.add("codings", name)
            return .hand(.everyone)
        case "final", "hand": throw Self.blind
        default:
            throw RequestFailure(.badRequest, "unknown codings “\(name)”", suggestion: "one of final, automatic, hand")
        }
    }

    private static var blind: RequestFailure {
        RequestFailure(
            .forbidden, "the codings of others are hidden while coding is blind",
            suggestion: "count your own or the automatic codings")
    }

    /// Adds all documents to a statistic.
    func count<Counts: Statistic>(_ fresh: Counts) throws(Problem) -> Counts { try corpus.count(fresh).counts }

    /// Returns the comparison that the query describes.
    func comparison(usualView: Comparison.View = .values) throws -> Comparison {
        guard let by = query["by"] else { throw RequestFailure(.badRequest, "the comparison needs a variable (by)") }
        let variable = try query.divided(ComparisonVariable(by))
        let fresh = Comparison(
            codes: corpus.codes, by: variable, level: level, measure: try query.choice("measure"),
            view: try query.choice("view") ?? usualView)
        return try corpus.compare(fresh, by: variable).counts
    }
}

/// A command line, with its words quoted for a shell.
struct CommandLineText {
    private var words: [String]

    init(_ words: [String]) { self.words = words.map(ShellWord.quoted) }

    mutating func add(_ option: String, _ value: String?) {
        if let value { words += ["--" + option, ShellWord.quoted(value)] }
    }

    var text: String { words.joined(separator: " ") }
}

extension Query {
    /// The language of labels and notes. English if it is missing or not known.
    var language: DisplayLanguage { self["language"].flatMap { DisplayLanguage.named($0) } ?? .english }

    /// Returns a variable divided into ranges after the numbers of the parameter `split`.
    func divided(_ variable: ComparisonVariable) throws -> ComparisonVariable {
        let limits = try (self["split"] ?? "").split(separator: ",").map { text in
            guard let limit = Double(text), limit.isFinite else {
                throw RequestFailure(.badRequest, "“split” must be a number")
            }
            return limit
        }
        return variable.divided(at: limits)
    }
}
