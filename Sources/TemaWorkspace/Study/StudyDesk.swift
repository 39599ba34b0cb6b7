import Glibc
import NIOPosix
import Synchronization
import TemaModel
import TemaPipeline
import TemaStudy

/// The open study, and the threads on which requests use it.
///
/// SQLite and the disk block, so nothing of a study runs on the threads that answer requests.
final class StudyDesk: Sendable {
    let study: Study
    /// The same study for long reading, so that coders who write need not wait for it.
    let reader: Study
    /// The codebook as last read, compiled.
    private let codebooks = Mutex<CompiledCodebook?>(nil)
    private let documents = Mutex(OpenDocuments())
    /// The documents without their texts, by their ids, with the versions of their texts.
    private let outlines = Mutex<[String: (version: Int64, document: Document)]>([:])
    private let quotes = Mutex<(key: QuoteKey, counts: [(document: String, count: Int)])?>(nil)
    private let file: FileIdentity?
    private let threads: NIOThreadPool
    /// The threads for what takes long, so that coding need not wait for statistics.
    private let slowThreads: NIOThreadPool

    init(_ study: Study) throws(Problem) {
        self.study = study
        reader = try Study(study.path, for: .reading)
        file = FileIdentity(study.path)
        threads = NIOThreadPool(numberOfThreads: 4)
        slowThreads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        slowThreads.start()
    }

    /// Runs a body on a thread where it may block.
    ///
    /// - Parameter isSlow: Whether it may take longer than a person notices.
    func run<Value: Sendable>(
        isSlow: Bool = false, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await (isSlow ? slowThreads : threads).runIfActive(body)
    }

    /// Checks that the study's path still leads to the open file. What is written to a file that has been replaced or deleted
    /// would be lost.
    func checkFile() throws {
        guard FileIdentity(study.path) != file else { return }
        throw RequestFailure(
            .serviceUnavailable, "the study's file has been replaced or deleted",
            suggestion: "end `tema serve`, and start it again; the page keeps what it has not saved")
    }

    /// The study's codebook; nil if it has none.
    ///
    /// - Throws: A ``Problem`` if it cannot be read or compiled.
    func codebook() throws(Problem) -> CompiledCodebook? {
        let version = try study.codebookVersion()
        guard version > 0 else { return nil }
        if let known = codebooks.withLock({ $0 }), known.version == version { return known }
        let read = try CompiledCodebook(of: study, version: version)
        codebooks.withLock { $0 = read }
        return read
    }

    /// Returns a document in its current text.
    ///
    /// - Throws: A ``Problem`` if the study has no such document.
    func document(_ id: String) throws(Problem) -> OpenDocument {
        let version = try study.documentVersion(id)
        if let known = documents.withLock({ $0[id] }), known.version == version { return known }
        let opened = OpenDocument(try study.document(id), version: version)
        documents.withLock { $0.keep(opened) }
        return opened
    }

    /// Returns a document in its current text, without the text itself, for what needs only its passages and metadata.
    ///
    /// - Throws: A ``Problem`` if the study has no such document.
    func outline(_ id: String) throws(Problem) -> Document {
        let version = try study.documentVersion(id)
        if let known = outlines.withLock({ $0[id] }), known.version == version { return known.document }
        var outline = try reader.document(id)
        (outline.text, outline.sections, outline.ledger) = (Text(""), [], Ledger())
        let kept = outline
        outlines.withLock { $0[id] = (version, kept) }
        return outline
    }

    /// Returns what a person may see.
    func visibility(of person: Person) throws(Problem) -> Visibility { try study.visibility(for: person.name) }

    private struct QuoteKey: Hashable {
        let filter: QuoteFilter
        let person: Person
        let action: Int64
    }

    /// Returns the number of quotes of each document, so that a page of them is found without all before it. The last numbers
    /// are kept.
    func quoteCounts(
        _ filter: QuoteFilter, _ person: Person, _ count: (String) throws -> Int
    ) throws -> [(document: String, count: Int)] {
        let key = QuoteKey(filter: filter, person: person, action: try study.lastAction())
        if let known = quotes.withLock({ $0 }), known.key == key { return known.counts }
        let counts = try study.documentIDs().map { (document: $0, count: try count($0)) }
        quotes.withLock { $0 = (key, counts) }
        return counts
    }
}

/// What tells a file from another one that gets its name.
private struct FileIdentity: Equatable {
    private let device: UInt64
    private let number: UInt64

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
}
