import Dispatch
import TemaCoding
import TemaFormats
import TemaIngest
import TemaModel
import TemaStudy

/// Reads documents from paths, or from a study, with several workers and hands them on in the order of the paths.
struct CorpusRun {
    struct Settings: Sendable {
        var paths: [String]
        var format: (any DocumentReader.Type)?
        var encoding: TextEncoding?
        var subArticles: Bool
        var jobs: Int
        var strict: Bool
    }

    private enum Event: Sendable {
        case document(CodedDocument)
        case problem(Problem)
    }

    let settings: Settings
    let messages: Messages
    /// What is read in place of the paths.
    var study: Study?
    /// Gives a document other codings than the coder's.
    var coding: Coding?

    typealias Coding = @Sendable (CodedDocument) throws(Problem) -> CodedDocument

    /// Goes through the corpus.
    ///
    /// - Parameters:
    ///   - coder: What codes each document, made anew for each worker; none where they are only read.
    ///   - consume: Takes each document, one at a time, in the order of the paths.
    /// - Returns: How many documents there were.
    func each(coder: AutomaticCoder?, _ consume: (CodedDocument) throws(Problem) -> Void) throws(Problem) -> Int {
        var seen = SeenIDs()
        var count = 0
        var stopped: Problem?
        func take(_ event: Event) {
            guard stopped == nil else { return }
            switch event {
            case .problem(let problem):
                if problem.severity == .error, settings.strict { stopped = problem } else { messages.report(problem) }
            case .document(let coded):
                let document = coded.document
                guard seen.insert(document.id) else {
                    return take(
                        .problem(
                            Problem(
                                "the document \(document.id) was met before; this one is left out",
                                wayOut: "give it another id, or leave one of the two away", file: document.source)))
                }
                count += 1
                do throws(Problem) { try consume(coded) } catch { stopped = error }
            }
        }
        let feed =
            try study.map { study throws(Problem) in try Feed(study) }
            ?? Feed(SourceWalk(settings.paths), messages.progress)
        withoutActuallyEscaping(take) { take in
            run(Turnstile(mostWaiting: 4 * settings.jobs, consume: take), coder, feed) { stopped != nil }
        }
        if let stopped { throw stopped }
        return count
    }

    private func run(
        _ turnstile: Turnstile<Event>, _ coder: AutomaticCoder?, _ feed: Feed, isStopped: @escaping () -> Bool
    ) {
        let (settings, coding, progress) = (settings, coding, messages.progress)
        // Unsafe, because the compiler cannot see that both are only ever used by one worker at a time: the one inside the
        // turnstile.
        nonisolated(unsafe) var feed = feed
        nonisolated(unsafe) let isStopped = isStopped
        DispatchQueue.concurrentPerform(iterations: settings.jobs) { _ in
            let worker = Worker(coder)
            while let (number, item) = turnstile.exclusively({
                isStopped() || Interruption.signal != 0 ? nil : feed.next()
            }) {
                Self.read(item, settings, coding, number, turnstile, worker, progress)
            }
        }
        messages.noteSkipped(feed.skipped)
    }

    private static func read(
        _ item: Feed.Item, _ settings: Settings, _ coding: Coding?, _ number: Int, _ turnstile: Turnstile<Event>,
        _ worker: Worker,
        _ progress: Progress
    ) {
        var events: [Event] = []
        var held = 0
        let sink = DocumentSink(
            deliver: { document throws(Problem) in
                guard settings.subArticles || document.parent == nil else { return }
                held += document.text.utf8.count
                let coded = worker.coder?.code(document) ?? CodedDocument(document: document)
                events.append(.document(try coding?(coded) ?? coded))
                progress.add(bytes: 0, documents: 1)
                guard held > Limits.heldBytes else { return }
                turnstile.deliver(events, of: number)
                (events, held) = ([], 0)
            }, report: { events.append(.problem($0)) })
        do throws(Problem) {
            switch item {
            case .problem(let problem): throw problem
            case .file(let path):
                let source = try ByteSource.open(path)
                try DocumentReaders.read(
                    source, path, as: settings.format, encoding: settings.encoding, buffers: worker.buffers, into: sink)
                progress.add(bytes: source.size ?? 0, documents: 0)
            case .source(let source, let path):
                try DocumentReaders.read(
                    source, path, as: settings.format, encoding: settings.encoding, buffers: worker.buffers, into: sink)
            case .document(let document): try sink.deliver(document)
            }
        } catch {
            events.append(.problem(error))
        }
        turnstile.finish(events, of: number)
    }
}

/// A worker's own coder, in one place: a copy of it would copy all its buffers. And the buffers of its readers.
private final class Worker {
    var coder: AutomaticCoder?
    let buffers = ReadingBuffers()

    init(_ coder: AutomaticCoder?) {
        self.coder = coder
    }
}
