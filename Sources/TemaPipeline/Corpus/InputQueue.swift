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
        case file(InputPath)
        case source(ByteSource, InputPath)
        case document(String, of: Study)
        case problem(Problem)
    }

    private let monitor = Monitor()
    /// Mutated in place, because a copy would copy the names of all remaining files.
    private var walk: SourceWalk?
    private let study: Study?
    private var documents: ArraySlice<String> = []
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
        case .study(let study):
            self.study = study
            documents = try study.documentIDs()[...]
        }
    }

    /// The numbers of skipped files by file name extension.
    var skipped: [(ending: String, count: Int)] { monitor.exclusively { walk?.skipped.all ?? [] } }

    /// Returns the next input and its number, from 0, or nil at the end.
    func next() -> (number: Int, item: Item)? {
        monitor.exclusively {
            guard let item = nextDocument() ?? nextFile() else { return nil }
            number += 1
            return (number, item)
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
        case .file(let path): .file(path)
        case .source(let source, let path): .source(source, path)
        case .problem(let problem): .problem(problem)
        case nil: nil
        }
    }
}
