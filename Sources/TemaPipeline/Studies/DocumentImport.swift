import TemaCodebook
import TemaCoding
public import TemaModel
import TemaRefi
public import TemaStudy

/// The error of an action that the caller cancelled. The study is unchanged.
public struct Cancelled: Error {}

extension Study {
    /// Imports the documents of files, folders and archives, all of them or none.
    ///
    /// - Throws: ``Cancelled`` if the monitor cancels; a ``Problem`` if a document cannot be written, or the settings
    ///   are strict and one cannot be read. The study is then unchanged.
    public func importFiles(
        _ paths: [String], settings: ReadingSettings, by coder: String, monitor: RunMonitor = RunMonitor()
    ) throws -> (result: ImportResult, summary: RunSummary) {
        var settings = settings
        // A study contains all sub-articles. Its readers decide whether to include them.
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

    /// Codes the study's documents with a codebook, and replaces the study's automatic codings.
    ///
    /// - Throws: ``Cancelled`` if the monitor cancels; a ``Problem`` if the codings cannot be written, or the settings
    ///   are strict and a document cannot be read. The study is then unchanged.
    public func code(
        with codebook: CodebookFile, settings: ReadingSettings, nesting: Matcher.Nesting, by coder: String,
        monitor: RunMonitor = RunMonitor()
    ) throws -> (result: RecodingResult, summary: RunSummary) {
        let corpus = try CodedCorpus(
            .study(self), codebook: codebook, settings: settings, nesting: nesting, codings: .automatic)
        var summary = RunSummary()
        do {
            let result = try replaceAutomaticCodings(codebook.codes, by: coder) { keep in
                summary = try corpus.each(monitor, keep)
                if summary.wasCancelled { throw Cancelled() }
            }
            return (result, summary)
        } catch { throw summary.wasCancelled ? Cancelled() : error }
    }

    /// Creates a study with a codebook and the documents of a corpus that have given ids.
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
    /// Replaces the study's codebook by that of a file, as one action. If the file was converted from another program's,
    /// codes keep the ids that they have in the study, if they have the same GUID.
    ///
    /// - Returns: The codes of the new codebook.
    /// - Throws: A ``Problem`` if hand codings have codes that are not in the codebook.
    public func setCodebook(of file: CodebookFile, by coder: String) throws(Problem) -> CodeList {
        var codes = file.codes
        if file.isConverted, let yaml = try codebook() {
            let own = try CodebookFile.codes(yaml, of: self).codebook
            codes = CodeList(RefiCodeGUIDs.keepingIDs(of: own, in: codes.codebook))
        }
        try setCodebook(codes.codebook, by: coder)
        return codes
    }

    /// Replaces the study's codebook, as one action.
    ///
    /// - Throws: A ``Problem`` if hand codings have codes that are not in the codebook.
    public func setCodebook(_ codebook: Codebook, by coder: String) throws(Problem) {
        let codes = CodeList(codebook)
        try setCodebook(
            CodebookYAML.write(codebook), codes: codes.entries.map(\.path),
            detail: "\(codebook.coder), \(counted(codes.count, "code"))", by: coder)
    }
}
