import ArgumentParser
import TemaCoding
import TemaModel
import TemaStudy

/// Codings by hand in place of those by indicators.
struct HandOptions: ParsableArguments {
    @Flag(help: "A study's codings by hand, in place of those by the codebook's indicators.")
    var hand = false
    @Flag(help: "With --hand, everybody's; by default a coder sees their own.")
    var everyone = false
    @OptionGroup var options: CoderOptions

    func validate() throws {
        if everyone, !hand { throw ValidationError("--everyone says whose codings by --hand are meant") }
    }

    /// Whose codings; everybody's where nobody is named.
    var whose: String? {
        get throws { everyone ? nil : try options.coder }
    }

    /// The study, where its codings by hand are meant.
    func study(_ corpus: CorpusOptions) throws -> Study? {
        guard hand else { return nil }
        guard let study = try corpus.study else { throw ValidationError("only a study has codings by hand") }
        return study
    }

    /// What gives each document these codings, where they are meant.
    func coding(_ corpus: CorpusOptions, _ codes: CodeList) throws -> CorpusRun.Coding? {
        guard let study = try study(corpus) else { return nil }
        let whose = try whose
        let numbers = CodeNumbers(codes, of: study)
        return { coded throws(Problem) in
            var spans: [(span: Range<Int>, code: Int)] = []
            for (span, code) in try study.codedSpans(of: coded.document.id, by: whose) {
                spans.append((span, try numbers[code]))
            }
            return coded.coded(byHand: spans)
        }
    }
}
