import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaStudy

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Tell precision, recall and F1 of each code from a sample that was judged.",
        discussion: """
            Example: tema validate check.csv

            check.csv is what `tema sample --format csv` wrote, with a person's yes or no under verdict. With --study the verdicts are a \
            coder's codings by hand: all passages of the sample count as read.
            """)

    @Argument(help: "The sample, a CSV file.", completion: .file(extensions: ["csv"]))
    var sample: String
    @Option(help: "codes; indicators, how often each was right; or errors, the passages wrongly found and missed.")
    var view = Validation.View.codes
    @Option(help: "A study whose codings by hand are the verdicts.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Flag(help: "With --study, everybody's codings; by default a coder's own.")
    var everyone = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if everyone, study == nil { throw ValidationError("--everyone says whose codings in a --study are meant") }
    }

    func run() throws {
        var judgements = try SampleFile.read(sample)
        if let study = try study.map({ try Study($0, for: .reading) }) {
            let known = Set(try CodebookFile.read(of: study).entries.map(\.path))
            if let gone = judgements.first(where: { !known.contains($0.code) }) {
                throw Problem(
                    "its codebook has no code \(gone.code), which the sample checks", wayOut: "draw the sample again",
                    file: study.path)
            }
            judgements = try study.judged(judgements, by: everyone ? nil : try coder.coder) {
                if !output.quiet { Messages.say($0.inFile(study.path).description) }
            }
        }
        guard judgements.contains(where: { $0.verdict != .open }) else {
            throw Problem("nothing is judged yet", wayOut: "write yes or no under verdict", file: sample)
        }
        try output.write(Validation(judgements).table(view))
    }
}

extension Study {
    /// Judgements with the verdicts of codings by hand: a passage has a code where a span with it, or with one below it, reaches
    /// into the passage.
    ///
    /// - Parameters:
    ///   - coder: Whose codings; everybody's where none is named.
    ///   - warn: Told of passages that cannot be judged, because their text is no longer that of the sample.
    /// - Throws: A ``Problem`` where the study has no such document, or no codings of the coder's.
    fileprivate func judged(_ judgements: [Judgement], by coder: String?, _ warn: (Problem) -> Void) throws(Problem)
        -> [Judgement]
    {
        guard try coders().contains(where: { coder == nil || $0.coder == coder }) else {
            throw Problem(
                "\(coder ?? "nobody") has coded nothing in it\(coder == nil ? " yet" : "")",
                wayOut: "`tema tag` codes; `tema coders` lists who has, and --coder names one", file: path)
        }
        var result = judgements
        for (id, places) in Dictionary(grouping: judgements.indices, by: { judgements[$0].document })
            .sorted(by: { $0.value[0] < $1.value[0] })
        {
            let document = try document(id)
            let spans = try codedSpans(of: id, by: coder)
            for place in places {
                let judgement = judgements[place]
                guard document.passages.indices.contains(judgement.passage),
                    document.string(of: document.passages[judgement.passage]) == judgement.text
                else {
                    result[place].verdict = .open
                    warn(
                        Problem(
                            "passage \(judgement.passage) of \(id) is not the sample's any more; it is left out",
                            severity: .warning, wayOut: "draw the sample again"))
                    continue
                }
                let passage = document.passages[judgement.passage].span
                let isGiven = spans.contains { span, code in
                    span.overlaps(passage) && (code == judgement.code || code.hasPrefix(judgement.code + "/"))
                }
                result[place].verdict = isGiven ? .given : .not
            }
        }
        return result
    }
}
