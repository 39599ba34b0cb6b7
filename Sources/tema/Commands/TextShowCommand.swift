import ArgumentParser
import Glibc
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy
import TemaTables

struct TextShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a document for reading, with its codes beside it.",
        discussion: """
            Example: tema text show interviews.tema maria

            Each passage has its number on the left and its codes on the right: those coded by hand with the coder, the others \
            marked as automatic.

              tema text show -c codebook.yaml interviews/maria.md --passage 3-7
              tema text show interviews.tema maria --after 12 --plain
            """)

    @Argument(help: "Study (.tema), or a file, folder or archive of texts.", completion: .file())
    var input: String
    @Argument(help: "Id of the document. Of files, all documents by default.")
    var document: String?
    @Option(
        name: .customLong("passage"),
        help: ArgumentHelp(
            "Only these passages: a number, or a range such as 12-15. Can be repeated.", valueName: "range"))
    var ranges: [String] = []
    @Flag(help: "Print the text alone, unchanged.")
    var plain = false
    @Option(
        help: ArgumentHelp(
            "Print the text as it was after this action of the history, by its number, without codes.",
            valueName: "action"))
    var after: Int64?
    @OptionGroup var codebook: CodebookOptions
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?
    @OptionGroup(title: "Reading options") var reading: ReadingOptions

    private var isStudy: Bool { StudyPath.isStudy(input) }

    func validate() throws {
        _ = try chosen
        if isStudy {
            try reading.refuseForStudy(input)
            guard document != nil else {
                throw ValidationError("add the id of a document of the study; `tema articles \(input)` lists them")
            }
        } else if after != nil {
            throw ValidationError("--after needs a study, because only studies have a history")
        }
        let codes = codebook.codebook != nil || codebook.nested != nil
        if codes, plain || after != nil {
            throw ValidationError("--codebook and --nested have no effect with \(plain ? "--plain" : "--after")")
        }
        let isCoded = !plain && after == nil && (isStudy || codebook.codebook != nil)
        if try !isCoded && (codebook.nested != nil || reading.chosenKinds != nil || reading.chosenSections != nil) {
            throw ValidationError(
                "--nested, --kinds, --sections and --not-sections choose what is coded, and nothing is: add -c")
        }
    }

    /// The chosen ranges of passages, or nil for all.
    private var chosen: [ClosedRange<Int>]? {
        get throws {
            guard !ranges.isEmpty else { return nil }
            return try ranges.map { range in
                let parts = range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
                guard let start = parts[0], let end = parts[parts.count - 1], parts.count <= 2, 0 <= start, start <= end
                else { throw ValidationError("--passage must be a number or a range, such as 12 or 12-15") }
                return start...end
            }
        }
    }

    func run() throws {
        let page = try DocumentPage(output: output, chosen: try chosen, isPlain: plain)
        if isStudy { try showStudy(page) } else { try showFiles(page) }
    }

    private func showStudy(_ page: DocumentPage) throws {
        let study = try Study(input, for: .reading)
        try study.holdSnapshot()
        let id = document ?? ""
        let shown = try after.map { try study.document(id, after: $0) } ?? study.document(id)
        var notes: MarginNotes?
        if !plain, after == nil {
            notes = try MarginNotes(
                shown, in: study, codebook: try codebook.file(quiet: false), nesting: codebook.nesting,
                passages: try reading.settings.passages)
        }
        try page.add(shown, notes)
        try page.finish()
    }

    private func showFiles(_ page: DocumentPage) throws {
        let files = CorpusOptions([input], reading)
        var others: [String] = []
        func add(_ document: Document, _ notes: @autoclosure () -> MarginNotes?) throws(Problem) {
            guard self.document == nil || self.document == document.id else { return others.append(document.id) }
            try page.add(document, notes())
        }
        func finish() throws {
            if let document, page.count == 0 {
                throw Problem("unknown document “\(document)”", suggestion: didYouMean(document, others), file: input)
            }
            try page.finish()
        }
        guard codebook.codebook != nil else {
            let (_, summary, run) = try files.run(quiet: false, printing: output == nil) { corpus, monitor in
                ((), try corpus.each(monitor) { document throws(Problem) in try add(document, nil) })
            }
            try finish()
            return try run.end(summary)
        }
        let run = CodedRun(codebook: codebook, corpus: files, codings: nil, language: nil)
        try run.run(quiet: false, printing: output == nil) { corpus, monitor in
            (
                (),
                try corpus.each(monitor) { coded throws(Problem) in
                    try add(coded.document, MarginNotes(coded, corpus.codes))
                }
            )
        } write: { _, _ in
            try finish()
        }
    }
}

/// An output of documents for reading, one below the other.
private final class DocumentPage {
    private let output: OutputFile
    private let chosen: [ClosedRange<Int>]?
    private let isPlain: Bool
    private let view: ReadingView
    /// The number of documents so far.
    private(set) var count = 0

    init(output: String?, chosen: [ClosedRange<Int>]?, isPlain: Bool) throws(Problem) {
        (self.chosen, self.isPlain) = (chosen, isPlain)
        self.output = try OutputFile(output)
        view = ReadingView(width: Terminal.width(of: output == nil ? STDOUT_FILENO : nil))
    }

    func add(_ document: Document, _ notes: MarginNotes?) throws(Problem) {
        if count > 0 { try output.write("\n".utf8) }
        count += 1
        let passages = try self.passages(of: document)
        if isPlain {
            let text =
                chosen == nil
                ? document.text.string
                : passages.map { document.string(of: document.passages[$0]) }.joined(separator: "\n\n")
            return try output.write((text + "\n").utf8)
        }
        let beside = notes?.notes.mapValues { $0.map { "\($0.code) (\($0.coder ?? "automatic"))" } } ?? [:]
        let lines = view.lines(document, passages: passages, notes: beside)
        try output.write((([document.id.visible(), ""] + lines).joined(separator: "\n") + "\n").utf8)
    }

    private func passages(of document: Document) throws(Problem) -> [Int] {
        guard let chosen else { return Array(document.passages.indices) }
        for range in chosen where range.upperBound >= document.passages.count {
            throw Problem(
                "\(document.id) has no passage \(range.upperBound)",
                suggestion: "its passages are numbered 0 to \(document.passages.count - 1)")
        }
        return document.passages.indices.filter { number in chosen.contains { $0.contains(number) } }
    }

    func finish() throws(Problem) { try output.finish() }
}
