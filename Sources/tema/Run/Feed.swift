import TemaFormats
import TemaIngest
import TemaModel
import TemaStudy

/// Gives out what is to be read, one after the other, each with its number.
struct Feed {
    enum Item {
        case file(InputPath)
        case source(ByteSource, InputPath)
        case document(Document)
        case problem(Problem)
    }

    private enum From {
        case walk(SourceWalk, Progress)
        case study(Study, [String])
    }

    private var from: From
    private var number = -1
    private var archiveBytes = 0

    init(_ walk: SourceWalk, _ progress: Progress) { from = .walk(walk, progress) }

    /// The documents that the study has now.
    init(_ study: Study) throws(Problem) { from = .study(study, try study.documentIDs().reversed()) }

    /// Files that were left alone, by their names' endings.
    var skipped: [(ending: String, count: Int)] {
        if case .walk(let walk, _) = from { walk.skipped.all } else { [] }
    }

    mutating func next() -> (Int, Item)? {
        number += 1
        switch from {
        case .walk(var walk, let progress):
            let item = walk.next()
            from = .walk(walk, progress)
            progress.add(bytes: walk.archiveBytes - archiveBytes, documents: 0)
            archiveBytes = walk.archiveBytes
            switch item {
            case .file(let path): return (number, .file(path))
            case .source(let source, let path): return (number, .source(source, path))
            case .problem(let problem): return (number, .problem(problem))
            case nil: return nil
            }
        case .study(let study, var ids):
            guard let id = ids.popLast() else { return nil }
            from = .study(study, ids)
            do throws(Problem) { return (number, .document(try study.document(id))) } catch {
                return (number, .problem(error))
            }
        }
    }
}
