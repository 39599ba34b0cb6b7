internal import GRDB
import TemaFormats
public import TemaModel

extension Study {
    /// Returns the study's documents, codings, memos and kept parts, without its codebook, which is YAML, and its
    /// history.
    ///
    /// - Parameters:
    ///   - coder: The coder whose hand codings are included, or nil for all coders.
    ///   - automatic: The coder's name for automatic codings, or nil to leave these out.
    ///   - losses: Receives the codings whose words are not in the current text.
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func project(by coder: String? = nil, automatic: String? = nil, losses: inout Losses) throws(Problem)
        -> Project
    {
        var project = try read { db in
            var project = Project(memos: try Self.memos(db).map(Project.Memo.init))
            for id in try Self.documentIDs(db) {
                let revision = try Self.revision(db, of: id)
                project.documents.append(revision.document)
                let offsets = ScalarOffsets(revision.document.text)
                for coding in try Self.codings(db, of: id, by: coder) {
                    guard coding.hash == revision.hash, coding.state != .lost else {
                        losses.add("coding", "its words are not in the current text")
                        continue
                    }
                    if coding.state == .unsure {
                        losses.add("state unsure", "no one has reviewed its new place in the text")
                    }
                    project.codings.append(
                        Project.Coding(
                            id: coding.id, document: id, place: .span(offsets.scalars(coding.span)), code: coding.code,
                            coder: coding.coder, at: coding.at))
                }
                guard let automatic else { continue }
                for coding in try Self.automaticCodings(db, AutomaticChoice(document: id)) {
                    guard coding.hash == revision.hash, revision.document.passages.indices.contains(coding.passage)
                    else { continue }
                    let span = revision.document.passages[coding.passage].span
                    project.codings.append(
                        Project.Coding(
                            id: String(SHA256.hex(Array(coding.key.utf8)).prefix(32)), document: id,
                            place: .span(offsets.scalars(span)), code: coding.code, coder: automatic))
                }
            }
            return project
        }
        project.kept = try keptParts()
        return project
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
