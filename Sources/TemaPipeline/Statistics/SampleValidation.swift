public import TemaAnalysis
public import TemaModel
public import TemaStudy

extension CodedCorpus {
    /// Draws a random sample of passages for a person to check what the codebook finds.
    ///
    /// - Parameters:
    ///   - fresh: The sample without documents.
    ///   - study: The path of a study to create with the sample's documents and the codebook, or nil.
    ///   - coder: The coder who creates the study.
    ///   - monitor: Receives problems and progress.
    /// - Throws: A ``Problem`` if the study cannot be created, or the settings are strict and a document cannot be
    ///   read.
    public func sample(
        _ fresh: Sample, makingStudy study: String? = nil, by coder: String = "", monitor: RunMonitor = RunMonitor()
    ) throws -> (sample: Sample, summary: RunSummary) {
        let (sample, summary) = try count(fresh, monitor)
        if let study, !summary.wasCancelled {
            try Study.make(at: study, of: sample.documents, from: self, by: coder)
        }
        return (sample, summary)
    }
}

extension CodeList {
    /// Returns the path of the first code of a sample that is not in the list, or nil.
    func unknown(in judgements: [Judgement]) -> String? {
        let known = Set(entries.map(\.path))
        return judgements.first { !known.contains($0.code) }?.code
    }
}

extension Study {
    /// Returns a sample's judgements with verdicts from hand codings.
    ///
    /// - Parameters:
    ///   - judgements: The sample's judgements.
    ///   - choice: The coder whose hand codings are the verdicts.
    ///   - report: Receives warnings about passages without a verdict.
    /// - Throws: A ``Problem`` if the codebook lacks a code of the sample, or the coder has not coded anything.
    public func verdicts(
        on judgements: [Judgement], by choice: CoderChoice, report: (Problem) -> Void
    ) throws(Problem) -> [Judgement] {
        if let gone = try CodebookFile(of: self).codes.unknown(in: judgements) {
            throw Problem(
                "the study's codebook has no code \(gone), which the sample checks",
                suggestion: "draw the sample again",
                file: path)
        }
        return try judged(judgements, by: choice.name) { report($0.inFile(path)) }
    }
}

extension Study {
    /// Returns judgements with verdicts from hand codings. The verdict is positive if a span with the code, or with a
    /// descendant of it, overlaps the passage.
    ///
    /// - Parameters:
    ///   - coder: The coder's name, or nil for all coders.
    ///   - warn: Receives warnings about passages without a verdict, because their text has changed since
    ///     the sample was drawn.
    /// - Throws: A ``Problem`` if the study lacks a document of the sample, or the coder has not coded anything.
    func judged(_ judgements: [Judgement], by coder: String?, _ warn: (Problem) -> Void) throws(Problem)
        -> [Judgement]
    {
        guard try coders().contains(where: { coder == nil || $0.coder == coder }) else {
            throw Problem(
                "no hand codings\(coder.map { " by \($0)" } ?? "") in this study",
                suggestion: "code with `tema tag`, or choose a coder listed by `tema coders` with --coder", file: path)
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
                            "passage \(judgement.passage) of \(id) has changed since the sample was drawn; skipped",
                            severity: .warning, suggestion: "draw the sample again"))
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
