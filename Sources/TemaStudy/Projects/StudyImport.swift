internal import GRDB
import TemaFormats
public import TemaModel

/// The changes that a project's import made in a study.
public struct ProjectImportResult: Sendable, Hashable {
    /// The documents that were added or changed.
    public var documents = ImportResult()
    /// The number of codings that were added.
    public var codings = 0
    /// The number of codings that the study already had.
    public var knownCodings = 0
    /// The number of memos that were added.
    public var memos = 0
    /// The number of kept parts that were added or changed.
    public var kept = 0
    /// Whether the codebook changed.
    public var isCodebookNew = false
    /// The problems of codings and memos that could not be imported, in the project's order.
    public var refused: [Problem] = []

    var isNothing: Bool {
        documents.added.isEmpty && documents.changed.isEmpty && codings == 0 && memos == 0 && kept == 0
            && !isCodebookNew
    }
}

extension Study {
    /// Imports a project as one action: documents, then the codebook, codings, memos and kept parts.
    ///
    /// A document is unchanged if the study has it with the same text. Codings and memos that the study already has are
    /// not imported twice. A coding is refused if the study has its id with other content or its words are not found;
    /// the others are imported.
    ///
    /// - Parameters:
    ///   - codebook: The study's new codebook in Tema's YAML, already validated by the caller; nil to keep the current
    ///     one.
    ///   - codes: The paths of the codes of the codebook after the import.
    ///   - coder: The importing coder, who also becomes the coder of codings and memos without one.
    /// - Throws: A ``Problem`` if the study cannot be read or written. It is then unchanged.
    public func take(_ project: Project, codebook: String?, codes: Set<String>, by coder: String) throws(Problem)
        -> ProjectImportResult
    {
        try act("import", by: coder) { change in
            var taking = try ProjectTaking(change, codes)
            for document in project.documents { try taking.take(document) }
            if let codebook, try Self.codebook(change.db) != codebook {
                try Self.putCodebook(codebook, change)
                taking.result.isCodebookNew = true
            }
            // Sorted by document, so that each text is read once.
            let places = project.codings.indices.sorted {
                (project.codings[$0].document, $0) < (project.codings[$1].document, $1)
            }
            for index in places { try taking.take(project.codings[index], number: index) }
            for memo in project.memos { try taking.take(memo) }
            for part in project.kept where try Self.keep(part, change) { taking.result.kept += 1 }
            let result = taking.finished
            let detail =
                "\(result.documents.added.count) new, \(result.documents.changed.count) changed, "
                + "\(result.codings) codings, \(result.memos) memos"
            return (result, result.isNothing ? nil : detail)
        }
    }
}

/// The state of a project's import into a study.
private struct ProjectTaking {
    private let change: Change
    private let codes: Set<String>
    var result = ProjectImportResult()
    private var finder: PlaceFinder?
    /// The document of the current codings, if it cannot be read, and its problem.
    private var missing: (document: String, problem: Problem)?
    /// The ids in the study of the project's codings, by their ids in the project.
    private var ids: [String: String] = [:]
    private var refusals: [(number: Int, problem: Problem)] = []
    private var memos: Set<KnownMemo>
    private var memoIDs: Set<String>
    /// Whether the study had no codings before the import. Then all its codings are from this project.
    private let isFresh: Bool

    private struct KnownMemo: Hashable {
        let target: Memo.Target
        let subject: String
        let coder: String
        let text: String

        init(_ memo: Memo) { (target, subject, coder, text) = (memo.target, memo.subject, memo.coder, memo.text) }
    }

    init(_ change: Change, _ codes: Set<String>) throws {
        (self.change, self.codes) = (change, codes)
        let known = try Study.memos(change.db)
        memos = Set(known.map(KnownMemo.init))
        memoIDs = Set(known.map(\.id))
        isFresh = try Int.fetchOne(change.db, sql: "SELECT 1 FROM codings WHERE until IS NULL LIMIT 1") == nil
    }

    /// The result, with the refusals in the project's order.
    var finished: ProjectImportResult {
        var result = result
        result.refused = refusals.sorted { $0.number < $1.number }.map(\.problem)
        return result
    }

    mutating func take(_ document: Document) throws {
        let hash = try String.fetchOne(
            change.db.cachedStatement(
                sql: """
                    SELECT r.hash FROM documents d JOIN revisions r ON r.number = d.revision WHERE d.key = ? AND d.until IS NULL
                    """), arguments: [document.id])
        if let hash, hash == SHA256.hex(document.text.utf8) {
            // The study's passages and metadata may have details that another program's format loses.
            result.documents.unchanged += 1
        } else {
            try Study.take(document, change, result: &result.documents)
        }
    }

    mutating func take(_ coding: Project.Coding, number: Int) throws {
        do {
            let revision = try place(of: coding.document)
            guard codes.contains(coding.code) else {
                throw Problem(
                    "the codebook has no code “\(coding.code)”",
                    suggestion: "add it to the codebook, or choose another code"
                )
            }
            guard let span = try finder?.span(of: coding.place) else { return }
            var made = HandCoding(
                span, of: revision.document, hash: revision.hash, code: coding.code, coder: name(of: coding.coder))
            if let id = coding.id { made.id = id }
            if let at = coding.at { made.at = at }
            try put(made, as: coding.id)
        } catch var problem as Problem {
            // Only problems of a coding are caught. A database error, such as a full disk, ends the action.
            problem.message = "\(coding.document), \(coding.code): \(problem.message)"
            refusals.append((number, problem))
        }
    }

    private mutating func put(_ made: HandCoding, as id: String?) throws {
        if let id, let known = try known(id) {
            let isSame =
                known.document == made.document && known.hash == made.hash && known.span == made.span
                && known.code == made.code && known.coder == made.coder
            guard isSame else {
                throw Problem(
                    "the study has another coding with the id \(id), which is kept",
                    suggestion: "remove it with `tema untag` first")
            }
            ids[id] = id
            result.knownCodings += 1
        } else if let twin = try Study.twin(of: made, made.code, db: change.db) {
            if let id { ids[id] = twin }
            result.knownCodings += 1
        } else {
            try VersionedTable.codings.insert(change.db, made.values, since: change.action)
            if let id { ids[id] = made.id }
            result.codings += 1
        }
    }

    private func known(_ id: String) throws -> HandCoding? {
        if isFresh, ids[id] == nil { return nil }
        return try Row.fetchOne(
            change.db.cachedStatement(
                sql: "SELECT \(VersionedTable.codings.list) FROM codings WHERE key = ? AND until IS NULL"),
            arguments: [id]
        ).map { try HandCoding($0) }
    }

    /// Returns the current revision of a document and prepares the finder for it. Each text is read once.
    private mutating func place(of document: String) throws -> Revision {
        if let finder, finder.revision.document.id == document { return finder.revision }
        if let missing, missing.document == document { throw missing.problem }
        do {
            let revision = try Study.revision(change.db, of: document)
            finder = PlaceFinder(revision)
            return revision
        } catch let problem as Problem {
            missing = (document, problem)
            throw problem
        }
    }

    mutating func take(_ memo: Project.Memo) throws {
        let (target, subject) = try subject(of: memo)
        guard let subject else {
            let what = target == .coding ? "coding" : target == .code ? "code" : "document"
            refusals.append(
                (
                    .max,
                    Problem(
                        "a memo belongs to a \(what) that is not in the study", suggestion: "attach it to another one")
                )
            )
            return
        }
        var made = Memo(target, subject, coder: name(of: memo.coder), text: memo.text)
        if let id = memo.id { made.id = id }
        if let at = memo.at { made.at = at }
        guard !memoIDs.contains(made.id), memos.insert(KnownMemo(made)).inserted else { return }
        memoIDs.insert(made.id)
        try Study.put(made, change)
        result.memos += 1
    }

    private func subject(of memo: Project.Memo) throws -> (Memo.Target, String?) {
        switch memo.target {
        case .study: return (.study, "")
        case .document(let id):
            let known = try Int.fetchOne(
                change.db, sql: "SELECT 1 FROM documents WHERE key = ? AND until IS NULL", arguments: [id])
            return (.document, known.map { _ in id })
        case .code(let path): return (.code, codes.contains(path) ? path : nil)
        case .coding(let id): return (.coding, ids[id])
        }
    }

    /// Returns a coder's name as one line of at most 200 bytes. If it is blank, it is the name of the importing coder.
    private func name(of coder: String?) -> String {
        var name = ""
        for scalar in (coder ?? "").unicodeScalars {
            let shown = scalar.value < 0x20 ? " " : scalar
            guard name.utf8.count + UTF8.width(shown) <= 200 else { break }
            name.unicodeScalars.append(shown)
        }
        return name.allSatisfy(\.isWhitespace) ? change.coder : name
    }
}
