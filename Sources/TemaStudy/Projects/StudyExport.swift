internal import GRDB
import TemaFormats
public import TemaModel

extension Study {
    /// Returns the study's documents, codings, memos and kept parts, without its codebook, which is YAML, and its
    /// history.
    ///
    /// - Parameters:
    ///   - choice: The codings.
    ///   - automatic: The coder's name for automatic codings, or nil to leave these out.
    ///   - losses: Receives the codings whose words are not in the current text.
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func project(
        _ choice: CodingChoice = .hand(.everyone), automatic: String? = nil, losses: inout Losses
    ) throws(Problem) -> Project {
        var project = try read { db in
            var project = Project(memos: try Self.memos(db).map(Project.Memo.init))
            for id in try Self.documentIDs(db) {
                let revision = try Self.revision(db, of: id)
                project.documents.append(revision.document)
                if choice != .automatic {
                    project.codings += try Self.handCodings(db, of: revision, by: choice.hand?.name, &losses)
                }
                if choice.hand == nil, let automatic {
                    project.codings += try Self.automaticCodings(
                        db, of: revision, as: automatic, includesDecided: choice == .automatic)
                }
            }
            return project
        }
        project.kept = try keptParts()
        return project
    }

    private static func handCodings(
        _ db: Database, of revision: Revision, by coder: String?, _ losses: inout Losses
    ) throws -> [Project.Coding] {
        let offsets = ScalarOffsets(revision.document.text)
        var codings: [Project.Coding] = []
        for coding in try Self.codings(db, of: revision.document.id, by: coder) {
            guard coding.hash == revision.hash, coding.state != .lost else {
                losses.add("coding", "its words are not in the current text")
                continue
            }
            if coding.state == .unsure { losses.add("state unsure", "no one has reviewed its new place in the text") }
            codings.append(
                Project.Coding(
                    id: coding.id, document: coding.document, place: .span(offsets.scalars(coding.span)),
                    code: coding.code, coder: coding.coder, at: coding.at))
        }
        return codings
    }

    private static func automaticCodings(
        _ db: Database, of revision: Revision, as coder: String, includesDecided: Bool
    ) throws -> [Project.Coding] {
        let document = revision.document
        let offsets = ScalarOffsets(document.text)
        let decisions = includesDecided ? [] : try decisions(db, on: document)
        return try automaticCodings(db, AutomaticChoice(document: document.id)).compactMap { coding in
            guard coding.hash == revision.hash, document.passages.indices.contains(coding.passage) else { return nil }
            if decisions.contains(where: { $0.passage == coding.passage && $0.code == coding.code }) { return nil }
            return Project.Coding(
                id: String(SHA256.hex(Array(coding.key.utf8)).prefix(32)), document: document.id,
                place: .span(offsets.scalars(document.passages[coding.passage].span)), code: coding.code, coder: coder)
        }
    }
}

extension Project.Memo {
    fileprivate init(_ memo: Memo) {
        let target: Target =
            switch memo.target {
            case .study: .study
            case .document: .document(memo.subject)
            case .code: .code(memo.subject)
            case .coding: .coding(memo.subject)
            }
        self.init(id: memo.id, target: target, coder: memo.coder, text: memo.text, at: memo.at)
    }
}
