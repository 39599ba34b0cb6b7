import TemaFormats
import TemaIngest
import TemaModel
import TemaStudy

/// The inputs of a run, one after the other, each with its number. Reading an archive's next member holds its lock alone, so
/// that results pass meanwhile.
///
/// Unchecked, because the compiler cannot see that its source is only used inside the monitor.
final class InputQueue: @unchecked Sendable {
    enum Item {
        case file(InputPath)
        case source(ByteSource, InputPath)
        case document(String, of: Study)
        case problem(Problem)
    }

    private let monitor = Monitor()
    /// Mutated where it is, because a copy of it would copy the names of all files that are still to come.
    private var walk: SourceWalk?
    private let study: Study?
    private var documents: ArraySlice<String> = []
    private var number = -1
    private var archiveBytes = 0
    private let advance: @Sendable (_ bytes: Int, _ documents: Int) -> Void

    /// - Parameter advance: Receives the bytes of archives that have been read.
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

    /// Files that were skipped, by ending.
    var skipped: [(ending: String, count: Int)] { monitor.exclusively { walk?.skipped.all ?? [] } }

    /// Returns the next input and its number, from 0; nil at the end.
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
