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
    private let quotes = Mutex<(key: QuoteKey, counts: [(document: String, count: Int)])?>(nil)
    private let threads: NIOThreadPool

    init(_ study: Study) throws(Problem) {
        self.study = study
        reader = try Study(study.path, for: .reading)
        threads = NIOThreadPool(numberOfThreads: 4)
        threads.start()
    }

    /// Runs a body on a thread where it may block.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await threads.runIfActive(body)
    }

    func end() async { try? await threads.shutdownGracefully() }

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
