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
    @OptionGroup var hand: HandOptions

    func validate() throws {
        if hand.hand, codebook.nested != nil {
            throw ValidationError("--nested applies to automatic codings and cannot be combined with --hand")
        }
    }

    /// Returns the run of these options.
    func coded(_ language: LanguageOptions) -> CodedRun {
        CodedRun(codebook: codebook, corpus: corpus, hand: hand, language: language.tag)
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
            try output.write(counts.table(), corpus.codes)
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

/// Options that choose hand codings instead of automatic ones.
struct HandOptions: ParsableArguments {
    @Flag(help: "Use a study's hand codings instead of automatic ones.")
    var hand = false
    @Flag(help: "With --hand, use all coders' codings. By default those of --coder.")
    var everyone = false
    @OptionGroup var options: CoderOptions

    func validate() throws {
        if everyone, !hand { throw ValidationError("--everyone chooses all coders' hand codings: add --hand") }
        if everyone, options.name != nil { throw ValidationError("--everyone and --coder cannot be combined") }
    }

    /// Returns the coders whose hand codings are used, or nil for automatic codings.
    ///
    /// - Throws: An error if the coder is unknown, or the input is not a study.
    func choice(_ input: CorpusInput, quiet: Bool) throws -> CoderChoice? {
        guard hand else {
            guard options.name == nil else {
                throw ValidationError("--coder chooses a coder's hand codings: add --hand")
            }
            return nil
        }
        guard case .study(let study) = input else { throw ValidationError("only studies have hand codings") }
        if everyone { return .everyone }
        if let name = options.name { return .coder(try study.coder(named: name)) }
        let me = try options.coder
        let known = try study.coders().map(\.coder)
        if !known.isEmpty, !known.contains(me), !quiet {
            Messages.say(
                "\(me) has no codings in \(study.path): use --everyone for all codings, or --coder NAME for those of one coder"
            )
        }
        return .coder(me)
    }
}
