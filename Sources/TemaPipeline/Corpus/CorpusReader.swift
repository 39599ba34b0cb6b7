import Dispatch
import Synchronization
import TemaCoding
import TemaModel

/// Reads the documents of a corpus with several workers, and codes them.
///
/// Documents are accepted in the order of the paths, regardless of the number of workers. Of documents with one id, the
/// first is accepted.
struct CorpusReader: Sendable {
    typealias Coding = @Sendable (CodedDocument) throws(Problem) -> CodedDocument?

    let input: CorpusInput
    let settings: ReadingSettings
    /// Codes each document; each worker has a copy. Nil if documents are only read.
    var coder: AutomaticCoder?
    /// Replaces the codings of a coded document, or returns nil if the document does not count.
    var coding: Coding?

    private func counted(_ coded: CodedDocument) throws(Problem) -> CodedDocument? {
        guard let coding else { return coded }
        return try coding(coded)
    }

    /// Passes each accepted document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, or what the body throws. Reading stops then.
    func each(
        _ monitor: RunMonitor, _ body: (CodedDocument) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try withoutActuallyEscaping(body) { body throws(Problem) in
            let run = try accepting(monitor, body)
            DispatchQueue.concurrentPerform(iterations: settings.jobs) { _ in run.work {} }
            return try run.finish()
        }
    }

    /// Adds each accepted document once. Every worker has counts of its own, which are merged at the end.
    ///
    /// - Parameters:
    ///   - fresh: Counts without documents.
    ///   - add: Adds a document to counts.
    ///   - merge: Adds other counts to counts. It must be commutative and associative.
    func count<Counts: Sendable>(
        _ fresh: Counts, _ monitor: RunMonitor, add: @escaping @Sendable (inout Counts, CodedDocument) -> Void,
        merge: (inout Counts, Counts) -> Void
    ) throws(Problem) -> (counts: Counts, summary: RunSummary) {
        // Documents are accepted in order. Any worker may then count them.
        let accepted = Mutex<[CodedDocument]>([])
        let parts = Mutex<[Counts]>([])
        let run = try accepting(monitor) { coded in accepted.withLock { $0.append(coded) } }
        DispatchQueue.concurrentPerform(iterations: settings.jobs) { _ in
            var own = fresh
            run.work {
                let ready = accepted.withLock { all in
                    defer { all = [] }
                    return all
                }
                for coded in ready { add(&own, coded) }
            }
            parts.withLock { $0.append(own) }
        }
        let summary = try run.finish()
        var rest = parts.withLock { $0 }
        guard var counts = rest.popLast() else { return (fresh, summary) }
        for part in rest { merge(&counts, part) }
        return (counts, summary)
    }

    /// Returns a run that accepts each document that repeats no earlier one.
    private func accepting(
        _ monitor: RunMonitor, _ accept: @escaping (CodedDocument) throws(Problem) -> Void
    ) throws(Problem) -> CorpusRun<Candidate> {
        var seen = SeenDocuments()
        return try CorpusRun(self, monitor) { coded, _, hash throws(Problem) in
            guard let counted = try counted(coded) else { return nil }
            return Candidate(coded: counted, digest: SeenDocuments.Digest(coded.document, hash: hash))
        } accept: { candidate, _ throws(Problem) in
            var coded = candidate.coded
            let finding = seen.add(coded.document, candidate.digest)
            let problem = finding.problem(of: coded.document)
            switch finding {
            case .new: break
            case .sharesDOI(_, let id): coded.document.id = id
            case .repeats, .conflicts: return (false, problem)
            }
            try accept(coded)
            return (true, problem)
        }
    }
}

/// A document that is accepted unless it repeats an earlier one.
private struct Candidate: Sendable {
    let coded: CodedDocument
    let digest: SeenDocuments.Digest
}
