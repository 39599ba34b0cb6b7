public import TemaAnalysis
import TemaFormats
public import TemaModel
public import TemaReport
import TemaTables

extension CodedCorpus {
    /// Computes all results that a report shows in one run, and returns its HTML page in UTF-8.
    ///
    /// - Parameters:
    ///   - options: The results to compute. If the level is nil, it is the codebook's deepest.
    ///   - judgements: A reviewed sample of automatic codings, for the section on validation.
    ///   - inputs: The arguments of a command that reads the same inputs, for the captions.
    ///   - documentInputs: The arguments of a command without a codebook that reads the same documents, or nil.
    ///   - software: The name and version of the program, for the methods section.
    ///   - date: The date to print, or nil.
    ///   - language: The language of the page.
    ///   - monitor: Receives problems and progress.
    /// - Throws: A ``Problem`` if the settings are strict and a document cannot be read.
    public func report(
        _ options: ReportStatistics.Options, judgements: [Judgement] = [], inputs: String = "",
        documentInputs: String? = nil, software: String, date: String? = nil, language: DisplayLanguage = .english,
        monitor: RunMonitor = RunMonitor()
    ) throws -> (page: [UInt8], summary: RunSummary) {
        var problems = FirstProblems()
        var listening = monitor
        listening.report = { problem in
            problems.add(problem)
            monitor.report(problem)
        }
        if let unknown = codes.unknown(in: judgements) {
            throw Problem(
                "the codebook has no code “\(unknown)”, which the reviewed sample checks",
                suggestion: "draw the sample with this codebook")
        }
        let fresh = (statistics: ReportStatistics(codes: codes, options: options), files: Set<String>())
        let (result, summary) = try count(
            fresh, listening,
            add: { counts, coded in
                counts.statistics.add(coded)
                counts.files.insert(coded.document.source)
            },
            merge: { counts, other in
                counts.statistics.merge(other.statistics)
                counts.files.formUnion(other.files)
            })
        let levels = codes.codebook.levels
        let level = options.level ?? codes.deepestLevel
        var provenance = Provenance(
            software: software, codebookHash: SHA256.hex(codebook.bytes), codebookSource: codebookSource, corpus: names,
            inputs: inputs,
            files: result.files.count, documents: summary.documents,
            kinds: PassageKind.allCases.filter(settings.passages.kinds.contains),
            sections: SectionType.allCases.filter(settings.passages.sections.contains), unit: options.unit,
            level: levels.indices.contains(level - 1) ? levels[level - 1] : "",
            coder: coders, origin: origin, options: reported(options), problemCount: problems.count,
            problems: problems.first, date: date)
        provenance.documentInputs = documentInputs
        if options.level == nil {
            let name = levels.indices.contains(level - 1) ? levels[level - 1] : String(level)
            provenance.levelOption = name.contains(" ") ? " --level '\(name)'" : " --level \(name)"
        }
        let usual = ReportStatistics.Options()
        provenance.drawOptions =
            (options.draws == usual.draws ? "" : " --draws \(options.draws)")
            + (options.seed == usual.seed ? "" : " --seed \(options.seed)")
        var tables = result.statistics.tables
        tables.agreement = try agreement(options)
        if !judgements.isEmpty { tables.validation = Validation(judgements).table(.codes) }
        let report = Report(codes: codes, tables: tables, provenance: provenance, language: language)
        return (report.html, summary)
    }

    /// Returns the agreement on the codes of the level between the coders of a study, or nil if there are fewer than two.
    private func agreement(_ options: ReportStatistics.Options) throws -> Table? {
        guard case .study(let study) = input, try study.activeCoders().count > 1 else { return nil }
        let agreement = try HandCodedCorpus(study, codebook: codebook).agreement(
            unit: .passage, level: options.level ?? codes.deepestLevel, coders: nil)
        return AgreementTable(Bootstrap(draws: options.draws, seed: options.seed)).codes(agreement)
    }

    private var origin: Provenance.Origin {
        guard case .study = input else { return .automatic }
        return switch codings {
        case .automatic: .automatic
        case .hand: .byHand
        case .final: .both
        }
    }

    private func reported(_ options: ReportStatistics.Options) -> [Fact] {
        var all = [
            Fact("Nested matches", .text(nesting.rawValue)),
            Fact("Random orders", .phrase(Phrase("\(options.draws), seed \(ordinal: options.seed)"))),
            Fact("Quotes for each code", .integer(options.quotes)),
        ]
        if settings.subArticles { all.append(Fact("Sub-articles", .phrase(Phrase("read as documents")))) }
        return all
    }

    private var codebookSource: String {
        if case .study(let study) = input, codebook.name == study.path { "the study" } else { codebook.name }
    }

    private var names: [String] {
        switch input {
        case .paths(let paths): paths
        case .coded(let files): files.paths
        case .study(let study): [study.path]
        }
    }
}

/// The number of errors, and the first of them.
private struct FirstProblems {
    private static let most = 50
    var count = 0
    var first: [Problem] = []

    mutating func add(_ problem: Problem) {
        guard problem.severity == .error else { return }
        count += 1
        if first.count < Self.most { first.append(problem) }
    }
}
