import Glibc
import TemaFormats
import TemaIngest
import TemaModel
import TemaStudy

/// The numbered inputs of a run.
///
/// The next member of an archive is read under the queue's own lock, so that results can be delivered in the meantime.
///
/// `@unchecked`, because the compiler cannot see that its state is only used inside the monitor.
final class InputQueue: @unchecked Sendable {
    enum Item {
        case file(InputPath, isNamed: Bool)
        case source(ByteSource, InputPath, isNamed: Bool)
        case document(String, of: Study)
        /// The line of a document or problem in a coded file.
        case coded(CodedPart.Entry, of: CodedPart, CodeList)
        case problem(Problem)
        /// A problem that ends the run.
        case failure(Problem)

        /// Whether the user named the file, rather than a folder or an archive that contains it.
        var isNamed: Bool {
            switch self {
            case .file(_, let isNamed), .source(_, _, let isNamed): isNamed
            case .document, .coded, .problem, .failure: true
            }
        }
    }

    private let monitor = Monitor()
    /// Mutated in place, because a copy would copy the names of all remaining files.
    private var walk: SourceWalk?
    private let study: Study?
    private var documents: ArraySlice<String> = []
    private var coded: CodedMerge?
    private var number = -1
    private var archiveBytes = 0
    private let advance: @Sendable (_ bytes: Int, _ documents: Int) -> Void

    /// - Parameter advance: Receives the numbers of bytes read from archives.
    init(
        _ input: CorpusInput, advance: @escaping @Sendable (_ bytes: Int, _ documents: Int) -> Void
    ) throws(Problem) {
        self.advance = advance
        switch input {
        case .paths(let paths): (walk, study) = (SourceWalk(paths), nil)
        case .coded(let files): (coded, study) = (try CodedMerge(files), nil)
        case .study(let study):
            self.study = study
            documents = try study.documentIDs()[...]
        }
    }

    /// The files and links that were skipped.
    var skipped: SkippedFiles {
        monitor.exclusively { walk?.skipped ?? coded?.skipped } ?? SkippedFiles(reading: [])
    }

    /// Returns the next input, its number, from 0, and its place; nil at the end.
    func next() -> (number: Int, item: Item, place: InputPlace)? {
        monitor.exclusively {
            guard let item = nextDocument() ?? nextLine() ?? nextFile() else { return nil }
            number += 1
            return (number, item, walk?.place ?? InputPlace(InputPath("")))
        }
    }

    private func nextLine() -> Item? {
        guard coded != nil else { return nil }
        let before = coded?.taken ?? 0
        do throws(Problem) {
            let next = try coded?.next()
            advance((coded?.taken ?? 0) - before, 0)
            return next.flatMap { next in coded.map { .coded(next.entry, of: next.part, $0.codes) } }
        } catch {
            coded = nil
            return .failure(error)
        }
    }

    private func nextDocument() -> Item? {
        guard let study, let id = documents.popFirst() else { return nil }
        return .document(id, of: study)
    }

    private func nextFile() -> Item? {
        let item = walk?.next()
        let taken = walk?.archiveBytes ?? 0
        if taken > archiveBytes { advance(taken - archiveBytes, 0) }
        archiveBytes = taken
        return switch item {
        case .file(let path, let isNamed): .file(path, isNamed: isNamed)
        case .source(let source, let path, let isNamed): .source(source, path, isNamed: isNamed)
        case .problem(let problem): .problem(problem)
        case nil: nil
        }
    }
}

/// A mutex with a condition variable.
///
/// `@unchecked`, because the pointers are to the system's objects, which are only used by its thread-safe functions.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Runs a body while holding the mutex.
    func exclusively<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Waits while a condition holds. Call it inside ``exclusively(_:)``.
    func wait(while condition: () -> Bool) {
        while condition() { pthread_cond_wait(changed, mutex) }
    }

    /// Wakes all waiting threads. Call it inside ``exclusively(_:)``.
    func wakeAll() { pthread_cond_broadcast(changed) }
}

/// Delivers the results of many workers in the order of their numbers.
///
/// `@unchecked`, because the compiler cannot see that `next` and `waiting` are only used inside the monitor.
final class OrderedGate<Result>: @unchecked Sendable {
    private let monitor = Monitor()
    private var next = 0
    private var waiting: [Int: [Result]] = [:]
    private let mostWaiting: Int

    /// - Parameter mostWaiting: The maximum number of finished inputs whose results may wait for earlier ones.
    init(mostWaiting: Int) { self.mostWaiting = mostWaiting }

    /// Delivers results of a number that is not finished yet. It waits until all earlier numbers are finished.
    ///
    /// - Parameter consume: Receives each result. Only one worker at a time calls it.
    func deliver(_ results: [Result], of number: Int, to consume: (Result) -> Void) {
        monitor.exclusively {
            monitor.wait { next != number }
            results.forEach(consume)
        }
    }

    /// Delivers the last results of a number. They are stored until their turn, and the worker only waits if too many
    /// are stored.
    func finish(_ results: [Result], of number: Int, to consume: (Result) -> Void) {
        monitor.exclusively {
            monitor.wait { next != number && waiting.count >= mostWaiting }
            waiting[number] = results
            while let ready = waiting.removeValue(forKey: next) {
                ready.forEach(consume)
                next += 1
            }
            monitor.wakeAll()
        }
    }
}
