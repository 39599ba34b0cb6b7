import Dispatch
import Synchronization
import TemaCoding
import TemaModel

/// Reads the documents of a corpus with several workers, and codes them.
///
/// Documents are accepted in the order of the paths, regardless of the number of workers. Of documents with one id, the
/// first is accepted.
struct CorpusReader: Sendable {
    typealias Coding = @Sendable (CodedDocument) throws(Problem) -> CodedDocument

    let input: CorpusInput
    let settings: ReadingSettings
    /// Codes each document; each worker has a copy. Nil if documents are only read.
    var coder: AutomaticCoder?
    /// Replaces the codings of a coded document, or is nil.
    var coding: Coding?

    /// Passes each accepted document to a body, one at a time, in the order of the paths.
    ///
    /// - Throws: The first error if the settings are strict, or what the body throws. Reading stops then.
    func each(
        _ monitor: RunMonitor, _ body: (CodedDocument) throws(Problem) -> Void
    ) throws(Problem) -> RunSummary {
        try withoutActuallyEscaping(body) { body throws(Problem) in
            let run = try CorpusRun(self, monitor, accept: body)
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
        let run = try CorpusRun(self, monitor) { coded in accepted.withLock { $0.append(coded) } }
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
}
