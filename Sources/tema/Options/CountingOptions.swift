import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

/// Options of statistics: a corpus, the codebook that codes it, and the level to report.
struct CountingOptions: ParsableArguments {
    @OptionGroup var codebook: CodebookOptions

    @Option(help: "Codebook level to report, by its name or its number from the top.")
    var level: String?

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var codings: CodingOptions

    func validate() throws {
        if codings.areByHand, codebook.nested != nil {
            throw ValidationError("--nested applies to automatic codings and cannot be combined with hand codings")
        }
    }

    /// Returns the run of these options.
    func coded(_ language: LanguageOptions) -> CodedRun {
        var run = CodedRun(codebook: codebook, corpus: corpus, codings: codings, language: language.tag)
        run.needsTexts = false
        return run
    }

    /// Returns the number of quotes of an option. Coded files have no words to quote.
    func quotes(_ asked: Int?, usual: Int, quiet: Bool) throws -> Int {
        guard let coded = corpus.codedPath else { return asked ?? usual }
        if let asked, asked > 0 {
            throw ValidationError("--quotes needs the words of the texts, which \(coded) is without")
        }
        if asked == nil, !quiet {
            Messages.say("without quotes, because coded files are without the words of the texts")
        }
        return 0
    }

    /// Returns the depth of the level of `--level`, or nil.
    func depth(in codes: CodeList) throws -> Int? { try level.map { try codes.depth(ofLevel: $0) } }

    /// Opens the corpus, counts its documents in a statistic and passes the result on.
    ///
    /// - Parameters:
    ///   - language: The language of the codes' names.
    ///   - make: Returns the empty statistic, for the codes and the depth of `--level`.
    ///   - write: Writes the result.
    func count<Counts: Statistic>(
        quiet: Bool, language: LanguageOptions, _ make: (CodeList, Int?) throws -> Counts,
        write: (Counts, CodedCorpus) throws -> Void
    ) throws {
        try coded(language).run(quiet: quiet) { corpus, monitor in
            try corpus.count(try make(corpus.codes, try depth(in: corpus.codes)), monitor)
        } write: {
            try write($0, $1)
        }
    }
}

/// Options of every command that counts over a corpus and prints a table.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    /// Adds every document to a statistic, and prints its table.
    ///
    /// - Parameter make: Returns the empty statistic, for the codes and the depth of `--level`.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        try counting.count(quiet: output.quiet, language: output.language, make) { counts, corpus in
            try output.write(counts.table(), corpus.codes, notes: corpus.notes)
        }
    }
}

/// Options of random orders of the documents.
struct DrawOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Number of random orders of the documents; 0 for none.", valueName: "number"))
    var draws = 1000
    @Option(help: ArgumentHelp("Random seed.", valueName: "number"))
    var seed: UInt64 = 1

    func validate() throws { try Self.check(draws) }

    /// Throws if a number of draws is out of range.
    static func check(_ draws: Int) throws {
        guard 0...100_000 ~= draws else { throw ValidationError("--draws must be from 0 to 100,000") }
    }
}

/// Options of the bootstrap.
struct BootstrapOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Number of resamples for the intervals; 0 for no intervals.", valueName: "number"))
    var draws = 1000
    @Option(help: ArgumentHelp("Random seed.", valueName: "number"))
    var seed: UInt64 = 1

    func validate() throws { try DrawOptions.check(draws) }
}

/// Options that choose the codings of a study that count.
struct CodingOptions: ParsableArguments {
    /// The names of the choices.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case final, automatic, hand
    }

    @Option(
        help: ArgumentHelp(
            "Codings of a study that count: final, all made by hand and the automatic ones that no one has rejected; automatic; or hand. By default final.",
            valueName: "codings"))
    var codings: Name?
    @Option(help: ArgumentHelp("Count the hand codings of one coder.", valueName: "name"))
    var coder: String?

    /// Whether only codings made by hand are chosen.
    var areByHand: Bool { codings == .hand || coder != nil }

    func validate() throws {
        guard coder != nil, let codings, codings != .hand else { return }
        throw ValidationError("--coder chooses a coder's hand codings and cannot be combined with --codings \(codings)")
    }

    /// Returns the codings that count.
    ///
    /// - Parameter usual: The choice if none is made.
    /// - Throws: An error if the coder is unknown, or hand codings of files are chosen.
    func choice(_ input: CorpusInput, usual: CodingChoice = .final) throws -> CodingChoice {
        guard case .study(let study) = input else {
            guard codings == nil || codings == .automatic, coder == nil else {
                throw ValidationError("only studies have hand codings; files have automatic ones only")
            }
            return .automatic
        }
        if let coder { return .hand(.coder(try study.coder(named: coder))) }
        return switch codings {
        case nil: usual
        case .final: .final
        case .automatic: .automatic
        case .hand: .hand(.everyone)
        }
    }
}
