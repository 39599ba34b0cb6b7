import TemaAnalysis
import TemaCoding
public import TemaModel
public import TemaStudy

extension Study {
    /// Returns a coder of the study.
    ///
    /// - Throws: A ``Problem`` with the nearest known name if no coder has the name.
    public func coder(named name: String) throws(Problem) -> String {
        let known = try coders().map(\.coder)
        guard known.contains(name) else {
            throw Problem(
                "unknown coder “\(name)”",
                suggestion: known.isEmpty ? "no one has coded in this study yet" : didYouMean(name, known), file: path)
        }
        return name
    }
}

extension Study {
    /// Verifies the study (see ``TemaStudy/Study/verify()``), and that its codebook has the codes of all codings.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read at all. Problems found are returned, not thrown.
    public func verifyWithCodebook() throws(Problem) -> Verification {
        var found = try verify()
        guard !found.problems.contains(where: { $0.severity == .error }) else { return found }
        do throws(Problem) {
            let used = try usedCodes()
            let codes: Set<String> = try codebook() == nil ? [] : Set(CodebookFile(of: self).codes.entries.map(\.path))
            found.problems += used.filter { !codes.contains($0.code) }.map { code, rows in
                Problem(
                    "the codebook has no code \(code), which \(rows) have",
                    suggestion: "add it with `tema codebook add`, or restore the study from a backup", file: path)
            }
        } catch {
            found.problems.append(error)
        }
        return found
    }
}

/// A study's codings, with their codes' numbers in a codebook.
struct StudyCodings: Sendable {
    let study: Study
    private let numbers: [String: Int]
    /// The coders who have marked each document as done.
    private let done: [String: Set<String>]
    /// The documents that have codings of the consensus.
    private let reconciled: Set<String>

    init(_ study: Study, _ codes: CodeList) throws(Problem) {
        self.study = study
        done = Dictionary(grouping: try study.doneMarks(), by: \.document).mapValues { Set($0.map(\.coder)) }
        reconciled = Set(try study.codedDocuments(by: Study.consensus))
        numbers = Dictionary(codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
    }

    private func number(of code: String) throws(Problem) -> Int {
        guard let number = numbers[code] else {
            throw Problem(
                "the codebook has no code \(code), which hand codings have",
                suggestion: "use the study's own codebook, or --codings automatic", file: study.path)
        }
        return number
    }

    /// Returns a document with its automatic codings that no one has accepted or rejected, and with everyone's hand codings.
    func final(_ coded: CodedDocument) throws(Problem) -> CodedDocument {
        try undecided(coded).union(coded.coded(byHand: try spans(of: coded.document.id, by: nil)))
    }

    /// Returns a document with its automatic codings that no one has accepted or rejected.
    func undecided(_ coded: CodedDocument) throws(Problem) -> CodedDocument {
        var decided: Set<[Int]> = []
        for decision in try study.decisions(on: coded.document) {
            if let code = numbers[decision.code] { decided.insert([decision.passage, code]) }
        }
        guard !decided.isEmpty else { return coded }
        var rest = coded
        rest.codings.removeAll { decided.contains([$0.passage, $0.code]) }
        return rest
    }

    /// Returns a document with the hand codings of a coder or of each coder instead of its automatic ones.
    func coded(_ coded: CodedDocument, by choice: CoderChoice) throws(Problem) -> CodedDocument {
        if case .everyone = choice {
            var (all, coders) = try codedByEach(coded, repeatsConsensus: false)
            if coders.count > 1 { all.coders = coders.map(\.coded) }
            return all
        }
        return coded.coded(byHand: try spans(of: coded.document.id, by: choice.name))
    }

    /// Returns the spans of the hand codings of a coder, or of everyone if it is nil, with the numbers of their codes.
    private func spans(of document: String, by coder: String?) throws(Problem) -> [(span: Range<Int>, code: Int)] {
        if coder == nil, reconciled.contains(document) {
            return try marks(in: document).withoutRepeatedConsensus.map { ($0.span, $0.code) }
        }
        var spans: [(span: Range<Int>, code: Int)] = []
        for (span, code) in try study.codedSpans(of: document, by: coder) { spans.append((span, try number(of: code))) }
        return spans
    }

    /// Returns the codings of a document by a coder, or by everyone if it is nil, without orphaned ones.
    private func marks(in document: String, by coder: String? = nil) throws(Problem) -> [CodeAgreement.Mark] {
        var marks: [CodeAgreement.Mark] = []
        for coding in try study.codings(of: document, by: coder) where coding.state != .lost {
            marks.append(CodeAgreement.Mark(coding.span, code: try number(of: coding.code), coder: coding.coder))
        }
        return marks
    }

    /// Returns a document with everyone's hand codings, and with those of each coder who has coded it or marked it as done.
    /// Orphaned codings are ignored.
    ///
    /// - Parameter repeatsConsensus: Whether the consensus also has its codings of words that another coder coded with the
    ///   same code. Everyone's codings have these once.
    func codedByEach(_ coded: CodedDocument, repeatsConsensus: Bool = true) throws(Problem) -> (
        all: CodedDocument, coders: [(name: String, coded: CodedDocument)]
    ) {
        let marks = try marks(in: coded.document.id)
        let distinct = marks.withoutRepeatedConsensus
        let all = distinct.map { (span: $0.span, code: $0.code) }
        var own: [String: [(span: Range<Int>, code: Int)]] = [:]
        for mark in repeatsConsensus ? marks : distinct { own[mark.coder, default: []].append((mark.span, mark.code)) }
        for coder in done[coded.document.id] ?? [] where own[coder] == nil { own[coder] = [] }
        let names = own.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (coded.coded(byHand: all), names.map { ($0, coded.coded(byHand: own[$0] ?? [])) })
    }

    /// Passes each document that has hand codings or that someone has marked as done, its codings, and the coders who have
    /// marked it to a body. Orphaned codings are ignored.
    func eachHandCoded(
        by choice: CoderChoice, _ body: (Document, [CodeAgreement.Mark], _ done: Set<String>) throws -> Void
    ) throws {
        let documents = Set(try study.codedDocuments()).union(done.keys)
        for id in documents.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            try body(try study.document(id), try marks(in: id, by: choice.name), done[id] ?? [])
        }
    }
}
