public import TemaAnalysis
public import TemaModel
public import TemaStudy

/// A study's hand codings, for statistics of their spans.
public struct HandCodedCorpus: Sendable {
    /// The study.
    public let study: Study
    /// The codes of the codebook.
    public let codes: CodeList
    private let codings: StudyCodings

    /// Creates a corpus of a study's hand codings.
    ///
    /// - Parameters:
    ///   - study: The study.
    ///   - codebook: The codebook, or nil for the study's own.
    ///   - language: The language of the codes' names, or nil for their first names.
    /// - Throws: A ``Problem`` if the study has no codebook.
    public init(_ study: Study, codebook: CodebookFile? = nil, language: String? = nil) throws(Problem) {
        self.study = study
        let file = if let codebook { codebook } else { try CodebookFile(of: study) }
        codes = file.named(in: language).codes
        codings = try StudyCodings(study, codes)
    }

    /// Counts the co-occurrence of the spans of a coder's hand codings, or of everyone's.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read, or a coding's code is not in the codebook.
    public func cooccurrence(
        _ relation: SpanRelation, level: Int?, by choice: CoderChoice
    ) throws -> SpanCooccurrence {
        var counts = SpanCooccurrence(codes: codes, relation: relation, level: level)
        try codings.eachHandCoded(by: choice) { document, marks, _ in
            counts.add(document, choice == .everyone ? marks.withoutRepeatedConsensus : marks)
        }
        return counts
    }

    /// Compares coders unit by unit.
    ///
    /// - Parameters:
    ///   - coders: Their names, or nil for all who have coded, except the consensus.
    ///   - disagreement: Receives each unit on which they differ, with its document.
    /// - Throws: A ``Problem`` if a coder is unknown, or there are fewer than two.
    public func agreement(
        unit: CodingUnit, level: Int?, coders: [String]?,
        disagreement: (CodeAgreement.Disagreement, Document) throws -> Void = { _, _ in }
    ) throws -> CodeAgreement {
        var agreement = CodeAgreement(codes, unit: unit, coders: try study.comparedCoders(coders), level: level)
        try codings.eachHandCoded(by: .everyone) { document, marks, done in
            var found: [CodeAgreement.Disagreement] = []
            try agreement.add(document, marks, done: done) { found.append($0) }
            for each in found { try disagreement(each, document) }
        }
        return agreement
    }
}
