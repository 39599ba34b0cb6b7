import TemaCodebook
import TemaCoding
public import TemaModel
public import TemaStudy

/// The caller has cancelled an action; nothing was changed.
public struct Cancelled: Error {}

extension Study {
    /// Takes the documents of files, folders and archives into the study, all of them or none.
    ///
    /// Reading ends at the first document that cannot be written.
    ///
    /// - Throws: ``Cancelled`` if the monitor says so; a ``Problem`` if the documents cannot be written, or the settings are
    ///   strict and one cannot be read. Nothing has changed then.
    public func importFiles(
        _ paths: [String], settings: ReadingSettings, by coder: String, monitor: RunMonitor = RunMonitor()
    ) throws -> (result: ImportResult, summary: RunSummary) {
        var settings = settings
        // A study keeps them all; whoever reads it says whether sub-articles count.
        settings.subArticles = true
        var summary = RunSummary()
        do {
            let result = try importDocuments(by: coder) { take in
                summary = try CorpusReader(input: .paths(paths), settings: settings).each(monitor) {
                    coded throws(Problem) in try take(coded.document)
                }
                if summary.wasCancelled { throw Cancelled() }
            }
            return (result, summary)
        } catch { throw summary.wasCancelled ? Cancelled() : error }
    }

    /// Applies a codebook to the study's documents, and keeps the codings in place of those that were kept before.
    ///
    /// - Throws: ``Cancelled`` if the monitor says so; a ``Problem`` if the codings cannot be written, or the settings are
    ///   strict and a document cannot be read. Nothing has changed then.
    public func code(
        with codebook: CodebookFile, settings: ReadingSettings, nesting: Matcher.Nesting, by coder: String,
        monitor: RunMonitor = RunMonitor()
    ) throws -> (result: RecodingResult, summary: RunSummary) {
        let corpus = try CodedCorpus(.study(self), codebook: codebook, settings: settings, nesting: nesting)
        var summary = RunSummary()
        do {
            let result = try keepAutomatic(codebook.codes, by: coder) { keep in
                summary = try corpus.each(monitor, keep)
                if summary.wasCancelled { throw Cancelled() }
            }
            return (result, summary)
        } catch { throw summary.wasCancelled ? Cancelled() : error }
    }

    /// Makes a study of the documents of a corpus that have some ids, with a codebook.
    static func make(
        at path: String, of ids: Set<String>, from corpus: CodedCorpus, by coder: String
    ) throws {
        let study = try Study.create(at: path)
        _ = try study.importDocuments(by: coder) { take in
            _ = try Corpus(corpus.input, settings: corpus.settings).each { document throws(Problem) in
                if ids.contains(document.id) { try take(document) }
            }
        }
        let codebook = corpus.codes.codebook
        try study.setCodebook(codebook, by: coder)
    }
}

extension Study {
    /// Gives the study a codebook, in place of the one it has, as one action.
    public func setCodebook(_ codebook: Codebook, by coder: String) throws(Problem) {
        let codes = CodeList(codebook)
        try setCodebook(
            CodebookYAML.write(codebook), codes: codes.entries.map(\.path),
            detail: "\(codebook.coder), \(counted(codes.count, "code"))", by: coder)
    }
}
