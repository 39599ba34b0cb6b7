internal import GRDB
import TemaFormats
public import TemaModel

/// What taking a project into a study did.
public struct ProjectImportResult: Sendable, Hashable {
    public var documents = ImportResult()
    /// Codings that are new in the study, and those that it had already.
    public var codings = 0
    public var knownCodings = 0
    public var memos = 0
    public var kept = 0
    public var isCodebookNew = false
    /// Codings and memos that could not be taken, each with why, in the project's order.
    public var refused: [Problem] = []

    var isNothing: Bool {
        documents.added.isEmpty && documents.changed.isEmpty && codings == 0 && memos == 0 && kept == 0
            && !isCodebookNew
    }
}

extension Study {
    /// Takes a project into the study, as one action: documents, then the codebook, codings, memos and kept parts.
    ///
    /// A document that the study has with the same text stays as it is. What the study has already is not taken twice;
    /// a coding that it has in another way, or whose words are not to be found, is refused, and the others come in.
    ///
    /// - Parameters:
    ///   - codebook: The study's codebook from now on, as Tema writes it; the caller has looked that it is sound. Nothing
    ///     where it stays as it is.
    ///   - codes: The paths of the codes of the codebook then.
    ///   - coder: Who imports; codings and memos that name nobody are theirs.
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
            // Documents come one after the other, so that each text is read once.
            let places = project.codings.indices.sorted {
                (project.codings[$0].document, $0) < (project.codings[$1].document, $1)
            }
            for at in places { try taking.take(project.codings[at], number: at) }
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

/// A project on its way into a study.
private struct ProjectTaking {
    private let change: Change
    private let codes: Set<String>
    var result = ProjectImportResult()
    private var finder: PlaceFinder?
    /// Why the document of the codings that come now is not there.
    private var missing: (document: String, problem: Problem)?
    /// The ids that codings of the project have in the study.
    private var ids: [String: String] = [:]
    private var refusals: [(number: Int, problem: Problem)] = []
    private var memos: Set<KnownMemo>
    private var memoIDs: Set<String>
    /// Whether the study had no codings before: then it has none but those of this project.
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

    /// What was done, with the refusals in the project's order.
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
            // Its passages and metadata may say more than another program could carry.
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
                    "the codebook has no code “\(coding.code)”", suggestion: "add it to the codebook, or choose another"
                )
            }
            guard let span = try finder?.span(of: coding.place) else { return }
            var made = HandCoding(
                span, of: revision.document, hash: revision.hash, code: coding.code, coder: name(of: coding.coder))
            if let id = coding.id { made.id = id }
            if let at = coding.at { made.at = at }
            try put(made, as: coding.id)
        } catch var problem as Problem {
            // What the database says, of a full disk for one, ends the whole action.
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
                throw Problem("the study has the coding \(id) in another way; it stays", suggestion: "untag it first")
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

    /// The text that codings of a document are put on; each document's is read once.
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
                    Problem("a memo is on a \(what) that the study does not have", suggestion: "note it on another one")
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

    /// A coder's name as a study can have it: one line of up to 200 bytes; whoever imports where there is none.
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
