import Synchronization
import TemaCoding
import TemaFormats
import TemaIngest
import TemaModel

/// The state of one run through a corpus, shared by its workers. They make a product of each document, which is taken in the
/// order of the inputs.
///
/// `@unchecked`, because the compiler cannot see that `summary`, `stopped` and the caller's functions are only used inside the
/// gate, or after all workers have finished.
final class CorpusRun<Product: Sendable>: @unchecked Sendable {
    private enum Event {
        // Indirect, because an event is copied several times, and a document has many strings.
        indirect case document(Product, InputPlace)
        case problem(Problem, InputPlace)
        case failure(Problem)
    }

    /// Makes the product of a document, or returns nil if it does not count. The hash is that of the text, as hexadecimal
    /// digits, if the document is without its text.
    typealias Preparation = @Sendable (CodedDocument, InputPlace, _ hash: String?) throws(Problem) -> Product?
    /// Takes a product, and returns whether it counts, and a problem to report.
    typealias Acceptance = (Product, InputPlace) throws(Problem) -> (isAccepted: Bool, problem: Problem?)

    private let reader: CorpusReader
    private let monitor: RunMonitor
    private let queue: InputQueue
    private let prepare: Preparation
    private let accept: Acceptance
    private let hear: (Problem, InputPlace) throws(Problem) -> Void
    private let gate: OrderedGate<Event>
    private var skipped = SkippedFiles(reading: [])
    private var summary = RunSummary()
    private var stopped: Problem?
    private let isStopped = Atomic<Bool>(false)

    /// - Parameters:
    ///   - prepare: Makes the product of a document. Several workers call it.
    ///   - accept: Receives each product, one at a time, in the order of the paths.
    ///   - hear: Receives each problem of the inputs, in the same order.
    init(
        _ reader: CorpusReader, _ monitor: RunMonitor, prepare: @escaping Preparation, accept: @escaping Acceptance,
        hear: @escaping (Problem, InputPlace) throws(Problem) -> Void = { _, _ in }
    ) throws(Problem) {
        (self.reader, self.monitor, self.prepare, self.accept, self.hear) = (reader, monitor, prepare, accept, hear)
        queue = try InputQueue(reader.input, advance: monitor.advance)
        gate = OrderedGate(mostWaiting: 4 * reader.settings.jobs)
    }

    /// Reads inputs until the queue is empty. Each worker calls it.
    ///
    /// - Parameter afterEach: Called whenever documents may have been accepted.
    func work(afterEach: () -> Void) {
        let worker = Worker(coder: reader.coder, parser: reader.settings.parser)
        while !isStopped.load(ordering: .relaxed), !monitor.isCancelled(), let (number, item, place) = queue.next() {
            read(item, number, place, worker: worker, afterDelivery: afterEach)
            afterEach()
        }
    }

    /// Returns the summary. Call it after all workers have finished.
    ///
    /// - Throws: The problem that stopped the run.
    func finish() throws(Problem) -> RunSummary {
        if let stopped { throw stopped }
        skipped.merge(queue.skipped)
        summary.skipped = skipped.texts
        summary.wasCancelled = monitor.isCancelled()
        return summary
    }

    /// The files and links that were skipped without being opened. Complete after all workers have finished.
    var skippedInputs: SkippedFiles { queue.skipped }

    private func read(
        _ item: InputQueue.Item, _ number: Int, _ place: InputPlace, worker: Worker, afterDelivery: () -> Void
    ) {
        var events: [Event] = []
        var place = place
        var held = 0
        withoutActuallyEscaping(afterDelivery) { afterDelivery in
            let sink = DocumentSink(
                deliver: { [self] document throws(Problem) in
                    // A file may have a great many documents, so cancellation is checked for each.
                    guard !monitor.isCancelled() else { throw Problem("interrupted") }
                    guard reader.settings.subArticles || document.parent == nil else { return }
                    held += document.text.utf8.count
                    let coded = worker.coder?.code(document) ?? CodedDocument(document: document)
                    if let product = try prepare(coded, place, nil) { events.append(.document(product, place)) }
                    place.event += 1
                    monitor.advance(0, 1)
                    guard held > Limits.bufferedBytes else { return }
                    gate.deliver(events, of: number, to: take)
                    (events, held) = ([], 0)
                    afterDelivery()
                },
                report: {
                    events.append(.problem($0, place))
                    place.event += 1
                })
            do throws(Problem) {
                if let event = try event(of: item) {
                    events.append(event)
                } else {
                    try read(item, worker, into: sink)
                }
            } catch {
                if !monitor.isCancelled() { events.append(.problem(item.isNamed ? error : error.ifFound, place)) }
            }
        }
        gate.finish(events, of: number, to: take)
    }

    private func read(_ item: InputQueue.Item, _ worker: Worker, into sink: DocumentSink) throws(Problem) {
        let settings = reader.settings
        switch item {
        case .problem(let problem): throw problem
        case .coded, .failure: break
        case .file(let path, _):
            let source = try ByteSource.open(path)
            try DocumentReaders.read(
                source, path, as: settings.format, encoding: settings.encoding, buffers: worker.buffers, into: sink)
            monitor.advance(source.size ?? 0, 0)
        case .source(let source, let path, _):
            try DocumentReaders.read(
                source, path, as: settings.format, encoding: settings.encoding, buffers: worker.buffers, into: sink)
        case .document(let id, let study): try sink.deliver(try study.document(id))
        }
    }

    /// Returns the event of a line of a coded file, or of a failure; nil for other items.
    private func event(of item: InputQueue.Item) throws(Problem) -> Event? {
        switch item {
        case .failure(let problem): return .failure(problem)
        case .coded(let entry, let part, let codes):
            do throws(Problem) {
                guard entry.type == .document else {
                    return .problem(try Problem(codedLine: entry.rest), entry.place)
                }
                let line = try CodedDocumentLine(entry.rest, codes)
                monitor.advance(0, 1)
                return try prepare(line.coded, entry.place, line.hash).map { .document($0, entry.place) }
            } catch { return .failure(part.damaged(error, line: entry.number)) }
        case .file, .source, .document, .problem: return nil
        }
    }

    /// Processes one event. Events come in order.
    private func take(_ event: Event) {
        guard stopped == nil else { return }
        switch event {
        case .failure(let problem): stop(problem)
        case .problem(let problem, let place):
            do throws(Problem) { try hear(problem, place) } catch { return stop(error) }
            note(problem)
        case .document(let product, let place):
            do throws(Problem) {
                let (isAccepted, problem) = try accept(product, place)
                if let problem { note(problem) }
                if isAccepted { summary.documents += 1 }
            } catch { stop(error) }
        }
    }

    /// Counts and reports a problem.
    private func note(_ problem: Problem) {
        let isIncomplete = problem.severity == .error || problem.kind == .conflictingDocument
        // A failing disk would lose an unknown part of the corpus.
        if isIncomplete, reader.settings.isStrict || problem.cause == .reading { return stop(problem) }
        if isIncomplete { summary.errors += 1 }
        if problem.severity == .note, problem.kind == .noDocument {
            skipped.add(.noDocument(problem.file.flatMap { InputPath($0).fileExtension } ?? ""))
        }
        if problem.kind == .repeatedDocument { skipped.add(.repeatedDocument) }
        monitor.report(problem)
    }

    private func stop(_ problem: Problem) {
        stopped = problem
        isStopped.store(true, ordering: .relaxed)
    }
}

/// The buffers and the copy of the coder that a worker reuses for all documents.
private final class Worker {
    var coder: AutomaticCoder?
    let buffers: ReadingBuffers

    init(coder: AutomaticCoder?, parser: ArticleParser) {
        (self.coder, buffers) = (coder, ReadingBuffers(parser: parser))
    }
}

extension Problem {
    /// The problem of a file that the user did not name. That it contains no document is only worth a note. Tables of data
    /// are often in another encoding.
    fileprivate var ifFound: Problem {
        var problem = self
        if kind == .noDocument || kind == .encoding && file.map(DocumentReaders.isTable) == true {
            (problem.kind, problem.severity) = (.noDocument, .note)
        }
        return problem
    }
}
