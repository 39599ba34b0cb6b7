public import TemaAnalysis
public import TemaModel
public import TemaStudy

extension CodedCorpus {
    /// Draws passages by which a person checks what a codebook finds.
    ///
    /// - Parameters:
    ///   - fresh: The sample of no document.
    ///   - study: The path of a study that is made of the sample's documents and the codebook; nil makes none.
    ///   - coder: Who makes the study.
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

extension Study {
    /// Returns a sample's judgements, with codings by hand as verdicts.
    ///
    /// - Parameters:
    ///   - choice: Whose codings by hand are the verdicts.
    ///   - report: Receives warnings about passages that cannot be judged.
    /// - Throws: A ``Problem`` if the codebook lacks a code of the sample, or nobody has coded.
    public func verdicts(
        on judgements: [Judgement], by choice: CoderChoice, report: (Problem) -> Void
    ) throws(Problem) -> [Judgement] {
        let known = Set(try CodebookFile(of: self).codes.entries.map(\.path))
        if let gone = judgements.first(where: { !known.contains($0.code) }) {
            throw Problem(
                "its codebook has no code \(gone.code), which the sample checks", suggestion: "draw the sample again",
                file: path)
        }
        return try judged(judgements, by: choice.name) { report($0.inFile(path)) }
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
    func judged(_ judgements: [Judgement], by coder: String?, _ warn: (Problem) -> Void) throws(Problem)
        -> [Judgement]
    {
        guard try coders().contains(where: { coder == nil || $0.coder == coder }) else {
            throw Problem(
                "\(coder ?? "nobody") has coded nothing in it\(coder == nil ? " yet" : "")",
                suggestion: "`tema tag` codes; `tema coders` lists who has, and --coder names one", file: path)
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
